import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { documentedApi } from '../../../scripts/docs/operations.js'
import { realmNames } from '../../../src/config/realm-names.js'
import { readContract } from '../../../src/http/contract.js'
import { useServer } from '../server.js'
import { install, type Runner } from './runners.js'

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

    for (const name of realmNames) {
      it(`${name}: every operation succeeds`, async () => {
        const file = join(folder, name + runner.ending)
        const download = await fetch(`${server.origin}/openapi/${name}${runner.ending}`)
        await writeFile(file, await download.text())
        const responses = await runner.run(program, file)
        assert.deepEqual(
          responses.filter(({ status }) => status < 200 || status > 299),
          []
        )
        assert.equal(responses.length, documentedApi(name, readContract(name)).operations.length)
      })
    }
  })
}
