import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { julongRealm } from '../../src/realms/julong.js'
import { signedUp } from '../support/accounts.js'
import { copyOfTemplate, type TestDatabase } from '../support/database.js'
import { administratorToken, BASE } from '../support/julong.js'
import { startServerOn, type TestServer } from '../support/server.js'

const skip = process.env.DATABASE_URL === undefined && 'the embedded database has no replica'

describe('a read replica', { skip }, () => {
  /** What takes the place of the replica, by the address of the primary. */
  const kinds: [what: string, address: (primary: string) => string][] = [
    ['is away', () => 'postgres://postgres@127.0.0.1:1/none'],
    ['is no replica', (primary) => primary]
  ]
  async function mustList(
    database: TestDatabase,
    replica: string,
    before: (server: TestServer) => Promise<unknown>
  ): Promise<void> {
    const server = await startServerOn(database, { APIS: 'julong', DATABASE_READ_URL: replica })
    try {
      await before(server)
      const token = await administratorToken(server)
      for (let round = 1; round <= 3; round += 1) {
        const { account } = await signedUp(server, julongRealm)
        const { status, body } = await server.client.get(`${BASE}/user?pagenum=1&pagesize=50`, { token })
        assert.equal(status, 200)
        assert.equal(body.data.users.at(-1).id, account.id)
      }
    } finally {
      await server.stop()
      await database.remove()
    }
  }

  for (const [what, address] of kinds) {
    it(`that ${what} leaves the lists to the primary`, async () => {
      const database = await copyOfTemplate()
      await mustList(database, address(database.env.DATABASE_URL!), async () => {})
    })
  }

  it('leaves the lists to the primary while timelines cannot be written', async () => {
    const database = await copyOfTemplate()
    await mustList(database, database.env.DATABASE_URL!, ({ db }) => db.raw('drop table quintet.timelines'))
  })
})
