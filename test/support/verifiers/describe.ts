import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { lacking } from '../../../scripts/programs.js'
import { packageRoot } from '../../../src/config/package-root.js'
import { realmNames, type RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { traitsOf } from '../../apis/index.js'
import { useServer } from '../server.js'
import { tokensToVerify, type TokensToVerify } from './tokens.js'
import type { Verifier } from './verifiers.js'

const PAGES = ['docs/verify-tokens.md', 'docs/verify-tokens.zh-CN.md']

/** The sample of a language, run against a server of which it knows the address of the key sets alone. */
export function describeVerifier(verifier: Verifier): void {
  describe(`the sample in ${verifier.language} that verifies tokens in another service`, () => {
    const server = useServer({ TOKEN_ALGORITHM: 'ES256' })
    let folder: string
    let tokens: TokensToVerify
    before(async () => {
      const missing = lacking(verifier.needs)
      assert.deepEqual(missing, [], `not on PATH: ${missing.join(', ')}`)
      folder = await mkdtemp(join(tmpdir(), 'quintet-verifier-'))
      const [sample, ...others] = PAGES.map((page) => sampleIn(page, verifier.fence))
      for (const other of others) assert.equal(other, sample)
      const programs = realmNames.map((api) => programOf(sample!, server.origin, api))
      await verifier.install(folder, programs)
      tokens = await tokensToVerify(server)
    })
    after(() => rm(folder, { recursive: true }))

    const verify = (api: RealmName, token: string): Promise<string> =>
      verifier.run(folder, realmNames.indexOf(api), token)

    it('prints the id of the account in each API', async () => {
      for (const api of realmNames)
        assert.equal(await verify(api, tokens.valid[api].token), `${tokens.valid[api].id}\n`)
    })

    it('does not see that a token has ended, which the server refuses', async () => {
      for (const api of realmNames) {
        const { token, id } = tokens.revoked[api]
        const { status } = await server.client.get(traitsOf[api].protectedOperations[0].path, { token })
        assert.equal(status, 401)
        assert.equal(await verify(api, token), `${id}\n`)
      }
    })

    it('refuses what has expired, is of another API, or is forged', async () => {
      for (const api of realmNames) {
        for (const [name, token] of Object.entries(tokens.refused[api])) {
          await assert.rejects(verify(api, token), Error, `${api}: ${name}`)
        }
      }
    })
  })
}

function sampleIn(page: string, fence: string): string {
  const text = readFileSync(new URL(page, packageRoot), 'utf8')
  const [, sample] = new RegExp('```' + fence + '\\n([^]*?)```').exec(text) ?? []
  if (sample === undefined) throw new Error(`${page} has no block of ${fence}`)
  return sample
}

/** The sample, which is one for tms, for another API. */
function programOf(sample: string, origin: string, api: RealmName): string {
  const { idClaim } = realmNamed(api)
  return sample
    .replaceAll('http://127.0.0.1:8000', origin)
    .replace(/(api = )(['"])tms\2/i, `$1$2${api}$2`)
    .replace(/(['"])uid\1/g, `$1${idClaim}$1`)
    .replace('payload.uid', `payload.${idClaim}`)
}
