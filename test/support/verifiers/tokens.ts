import { generateKeyPairSync } from 'node:crypto'
import { realmNames, type RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { realmContext } from '../../../src/server/context.js'
import { deriveKeys } from '../../../src/tokens/keys.js'
import { revokeToken } from '../../../src/tokens/revocation.js'
import { signToken, verifyToken } from '../../../src/tokens/token.js'
import { traitsOf } from '../../apis/index.js'
import { claimsOf, craft, headerOf } from '../../security/support/craft.js'
import { forgeriesOf } from '../../security/support/forgeries.js'
import { person } from '../../security/support/people.js'
import type { TestServer } from '../server.js'

/** Tokens of a server that signs with ES256, and what a verifier that knows the key set alone makes of them. */
export interface TokensToVerify {
  /** By API: the id that the token holds. */
  valid: Record<RealmName, { token: string; id: string }>
  /** The same, ended on the server. */
  revoked: Record<RealmName, { token: string; id: string }>
  /** By API, under what is wrong with each. */
  refused: Record<RealmName, Record<string, string>>
}

/** Of the forgeries, those that every verifier has to refuse: others carry claims that this server alone asks for. */
const FORGED = [
  'alg none, unsigned',
  'alg none, signed',
  'no signature part',
  'a payload of its own',
  'no audience',
  'no exp',
  'HS256 with the public key as secret: PEM',
  'HS256 with the public key as secret and its kid: PEM',
  'HS256 with the public key as secret and its kid: published JWK',
  'ES256 with an HMAC of the public key: DER',
  'ES256 with an HMAC',
  'ES256 signature with its kid, called HS256',
  "a forger's jwk",
  "a forger's jku",
  'a key of P-384',
  'signature of r and s 0',
  'signature of DER'
]

export async function tokensToVerify(server: TestServer): Promise<TokensToVerify> {
  const [valid, revoked] = [await genuine(server), await genuine(server)]
  for (const api of realmNames) await revoke(server, api, revoked[api].token)
  const refused = Object.fromEntries(realmNames.map((api) => [api, wrongTokens(server, api, valid)]))
  return { valid, revoked, refused: refused as TokensToVerify['refused'] }
}

async function genuine(server: TestServer): Promise<TokensToVerify['valid']> {
  const made = realmNames.map(async (api) => {
    const account = await person(server, api, traitsOf[api].protectedOperations[0].roleId)
    const realm = realmNamed(api)
    const token = signToken(realm, realmContext(server.context, realm).keys, account)
    return [api, { token, id: String(account.id) }]
  })
  return Object.fromEntries(await Promise.all(made)) as TokensToVerify['valid']
}

async function revoke(server: TestServer, api: RealmName, text: string): Promise<void> {
  const realm = realmNamed(api)
  const verification = verifyToken(realm, realmContext(server.context, realm).keys, text)
  if (!('token' in verification)) throw new Error(`${api}: ${verification.problem}`)
  await revokeToken(server.db, realm, verification.token)
}

function wrongTokens(server: TestServer, api: RealmName, valid: TokensToVerify['valid']): Record<string, string> {
  const secret = server.context.config.tokenSecret
  const { key } = deriveKeys(api, secret, { algorithm: 'ES256' }).sign
  const { token } = valid[api]
  const [header, payload] = [headerOf(token), claimsOf(token)]
  const other = api === 'tms' ? 'julong' : 'tms'
  const everywhere = {
    expired: craft({ key, header, payload: { ...payload, exp: Math.floor(Date.now() / 1000) - 60 } }),
    'of another API': valid[other].token,
    'of HS256': craft({ key: deriveKeys(api, secret).sign.key, payload }),
    "with a forger's key": craft({
      key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
      header,
      payload
    })
  }
  if (api !== 'tms') return everywhere
  const { idClaim } = realmNamed(api)
  const forgeries = forgeriesOf({ realm: api, algorithm: 'ES256', idClaim, token, key, secret })
  return { ...everywhere, ...Object.fromEntries(FORGED.map((name) => [name, forgeries[name]!])) }
}
