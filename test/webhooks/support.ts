import { admin } from '../cli/run.js'
import { PASSWORD } from '../support/accounts.js'
import { copyOfTemplate, type TestDatabase } from '../support/database.js'
import { startReceiver, type Receiver } from '../support/receiver.js'
import { login } from '../support/sessions.js'
import { startServerOn, type TestServer } from '../support/server.js'

/** A receiver, and the database of a server that sends to it. Between runs of the server an operator may change webhooks. */
export interface Hooked {
  database: TestDatabase
  receiver: Receiver
  /** `npm run admin -- webhooks --realm tms …`; returns what it printed, and throws where it failed. */
  webhooks(words: string): Promise<string>
  /** Returns the lines that the server logged. */
  run(work: (server: TestServer) => Promise<void>, env?: Record<string, string>): Promise<string[]>
  remove(): Promise<void>
}

export async function hooked(): Promise<Hooked> {
  const [database, receiver] = await Promise.all([copyOfTemplate(), startReceiver()])
  return {
    database,
    receiver,
    async webhooks(words) {
      const { code, stdout, stderr } = await admin(`webhooks --realm tms ${words}`.trim(), database)
      if (code !== 0) throw new Error(stderr)
      return stdout.trimEnd()
    },
    async run(work, env = {}) {
      const server = await startServerOn(database, { APIS: 'tms,waste-sorting', ...env })
      try {
        await work(server)
      } finally {
        await server.stop()
      }
      return server.logged
    },
    async remove() {
      await receiver.close()
      await database.remove()
    }
  }
}

/** Makes an account of tms: an entry `account-create`. Returns a function that makes an entry `account-update` of it. */
export async function member({ client }: TestServer, username: string): Promise<(nickname: string) => Promise<void>> {
  await client.post('/tms/register', { json: { username, password: PASSWORD } })
  const token = await login(client, 'tms', username, PASSWORD)
  return async (nickname) => {
    const { status } = await client.put('/tms/user/update', { token, json: { nickname } })
    if (status !== 200) throw new Error(`the update of ${username}: ${status}`)
  }
}

/** Lets deliveries wait no longer, as if the time until their next attempts had passed. */
export async function passTime({ db }: TestServer): Promise<void> {
  await db('quintet.webhook_deliveries').update({ next_attempt: db.raw('now()') })
  await db('quintet.webhooks').update({ retry_at: db.raw('now()') })
}
