import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readNotes } from '../../../scripts/collections/notes.js'
import { documentedApi } from '../../../scripts/docs/operations.js'
import { realmNames, type RealmName } from '../../../src/config/realm-names.js'
import { readContract } from '../../../src/http/contract.js'
import { sampleAccountsOf } from '../../../src/server/samples.js'
import { useServer } from '../server.js'
import { createSnapshots } from '../snapshot.js'
import { install, type Run, type Runner } from './runners.js'
import { takeNames, withNames } from './taken.js'

/** The statuses of the requests that cannot succeed, whatever they send. */
function expectedRefusals(name: RealmName): number[] {
  return Object.values(readNotes(name)).flatMap(({ expects }) => expects ?? [])
}

/** Downloads the collections of a server with the sample accounts, and has the program send them. */
export function describeCollections(runner: Runner): void {
  describe(`collections, downloaded and sent by ${runner.name}`, () => {
    const server = useServer()
    let program: string
    let folder: string
    before(async () => {
      program = await install(runner)
      folder = await mkdtemp(join(tmpdir(), 'quintet-collections-'))
    })
    after(() => rm(folder, { recursive: true }))

    async function run(name: RealmName, edit = (text: string) => text): Promise<Run> {
      const file = join(folder, name + runner.ending)
      const download = await fetch(`${server.origin}/openapi/${name}${runner.ending}`)
      await writeFile(file, edit(await download.text()))
      return runner.run(program, file)
    }

    async function assertKept(name: RealmName, send: () => Promise<void>): Promise<void> {
      const snapshot = await createSnapshots(server.db)
      const rows = await snapshot()
      await send()
      const later = await snapshot()
      const changing = [
        'quintet.account_counts',
        'quintet.sessions',
        'quintet.second_factors',
        `,${sampleAccountsOf(name)[0]?.name},`
      ]
      const gone = [...rows.keys()].filter((row) => !later.has(row))
      assert.deepEqual(
        gone.filter((row) => !changing.some((text) => row.includes(text))),
        []
      )
    }

    for (const name of realmNames) {
      it(`${name}: every operation succeeds or is refused as expected, and again when repeated`, async () => {
        await assertKept(name, async () => {
          for (const { failed, responses } of [await run(name), await run(name)]) {
            const refused = responses.map(({ status }) => status).filter((status) => status < 200 || status > 299)
            assert.deepEqual(refused, expectedRefusals(name))
            assert.equal(responses.length, documentedApi(name, readContract(name)).operations.length)
            assert.equal(failed, false)
          }
        })
      })

      it(`${name}: fails when its names are taken, and keeps what was there`, async () => {
        await takeNames(name, server.client, 'taken')
        await assertKept(name, async () => {
          // No name of a task is unique, so it gets a price that is refused.
          const { failed } = await run(name, (text) => withNames(text, 'taken').replaceAll('50.5', '[]'))
          assert.equal(failed, true)
        })
      })
    }

    it('back-office: keeps an administrator whose name contains that of the new one', async () => {
      await takeNames('back-office', server.client, 'new-lee')
      await assertKept('back-office', async () => {
        const { failed } = await run('back-office', (text) => withNames(text, 'new'))
        assert.equal(failed, false)
      })
    })
  })
}
