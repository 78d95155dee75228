import { createCallerLoader, type Caller } from '../../src/accounts/caller.js'
import type { RealmName } from '../../src/config/realm-names.js'
import type { RealmContext } from '../../src/accounts/realm-context.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { insertSession } from '../../src/sessions/rows.js'
import { verifyToken, type Token } from '../../src/tokens/token.js'
import { traitsOf } from '../apis/index.js'
import type { Client } from './client.js'
import type { TestServer } from './server.js'

/** Logs in over HTTP and returns the bare token. Throws when the login is refused. */
export async function login(client: Client, realm: RealmName, name: string, password: string): Promise<string> {
  const answer = await traitsOf[realm].login(client, name, password)
  if (answer.status !== 200)
    throw new Error(`login to ${realm} as ${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return traitsOf[realm].tokenIn(answer.body)
}

/** The id of the session of a token. One that no login made gets a session first. */
export async function sessionOf(server: WithContext, api: RealmName, text: string): Promise<string> {
  const context = realmContext(server.context, realmNamed(api))
  const token = tokenOfText(context, text)
  await insertSession(context.db, context, token)
  return token.jti
}

/** The caller with this token, as a request reads it before its operation runs. Throws where the token has ended. */
export async function callerOf(server: WithContext, api: RealmName, text: string): Promise<Caller> {
  const context = realmContext(server.context, realmNamed(api))
  return createCallerLoader(context.db, context.realm)(tokenOfText(context, text))
}

type WithContext = Pick<TestServer, 'context'>

function tokenOfText({ realm, keys }: RealmContext, text: string): Token {
  const verification = verifyToken(realm, keys, text)
  if ('problem' in verification) throw new Error(verification.problem)
  return verification.token
}
