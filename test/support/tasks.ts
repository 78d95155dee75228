import { tmsRealm, type TmsAccount } from '../../src/realms/tms.js'
import { signedUp } from './accounts.js'
import type { Answer } from './client.js'
import type { TestServer } from './server.js'

export interface Person {
  account: TmsAccount
  token: string
}

/** A publisher and somebody who is to do their tasks. */
export async function publisherAndAssignee(
  server: Pick<TestServer, 'client' | 'context'>
): Promise<{ publisher: Person; assignee: Person }> {
  return { publisher: await signedUp(server, tmsRealm), assignee: await signedUp(server, tmsRealm) }
}

/** Publishes a task over HTTP and returns it. Throws when it is refused. */
export async function publish(
  { client }: Pick<TestServer, 'client'>,
  { token }: Person,
  task: Record<string, unknown> = {}
): Promise<Answer['body']> {
  const { status, body } = await client.post('/tms/task/create', { token, json: { description: '任务', ...task } })
  if (status !== 200) throw new Error(`publishing a task: ${status} ${JSON.stringify(body)}`)
  return body.data
}
