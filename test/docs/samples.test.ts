import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { after, before, describe, it } from 'node:test'
import { documentedApi } from '../../scripts/docs/operations.js'
import { samplesOf } from '../../scripts/docs/samples/all.js'
import { ORIGIN, TOKEN } from '../../scripts/docs/samples/request.js'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { traitsOf } from '../apis/index.js'
import { useServer } from '../support/server.js'

const run = promisify(execFile)

const STATUS = /^20[01] /
/** What a login or a list of any API answers, and no refusal. */
const BODY = /eyJ|"(username|email|name)":/

/** How a sample is run, what there must be for that, and what it prints when the server does not refuse. */
const LANGUAGES = [
  { label: 'curl', file: 'sample.sh', command: ['bash'], needs: ['curl', '--version'], success: BODY },
  { label: 'fetch', file: 'sample.mjs', command: [process.execPath], needs: [process.execPath, '-v'], success: STATUS },
  {
    label: 'Python',
    file: 'sample.py',
    command: ['python3'],
    needs: ['python3', '-c', 'import requests'],
    success: STATUS
  },
  { label: 'Go', file: 'sample.go', command: ['go', 'run'], needs: ['go', 'version'], success: STATUS }
] as const

describe('a sample of the reference, run as it is printed', () => {
  const server = useServer()
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quintet-samples-'))
  })
  after(() => rm(folder, { recursive: true }))

  const tokenOf = async (name: RealmName): Promise<string> => {
    const [account] = sampleAccountsOf(name)
    const { body } = await traitsOf[name].login(server.client, account.name, account.password)
    return traitsOf[name].tokenIn(body)
  }

  for (const { label, file, command, needs, success } of LANGUAGES) {
    const isHere = spawnSync(needs[0], needs.slice(1)).status === 0
    describe(label, { skip: !isHere && `\`${needs.join(' ')}\` fails here` }, () => {
      /** What the sample prints, with the address of this server and a token in their places. */
      const outputOf = async (name: RealmName, operationId: string, token: string): Promise<string> => {
        const api = documentedApi(name, readContract(name))
        const operation = api.operations.find((one) => one.operationId === operationId)!
        const { source } = samplesOf(api, operation).find((sample) => sample.label === label)!
        const [program, ...flags] = command
        const path = join(folder, file)
        await writeFile(path, source.replaceAll(ORIGIN, server.origin).replace(TOKEN, token))
        return (await run(program, [...flags, path])).stdout
      }

      for (const name of realmNames) {
        it(`${name}: logs in, and calls with a token`, async () => {
          const { operations } = documentedApi(name, readContract(name))
          const login = operations.find(({ session }) => session?.opens !== undefined)!
          assert.match(await outputOf(name, login.operationId, ''), success)
          const [operationId] = traitsOf[name].tryCall
          assert.match(await outputOf(name, operationId, await tokenOf(name)), success)
        })
      }
    })
  }
})
