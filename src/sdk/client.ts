import { withDeadline } from './deadline.js'
import { guarded } from './listeners.js'
import type { Call, Operation, Reply } from './operation.js'
import type { ClientOptions } from './options.js'
import { ownSessions, type Methods } from './own-sessions.js'
import { paging } from './pages.js'
import { createRenewal } from './renewal.js'
import { createSend } from './send.js'
import { createSession, type Session } from './session.js'
import { memoryStore, watched } from './store.js'

/** A method per operation, and its session. They throw `CallError`s, and the reason of an aborted signal. */
export function createClient<Client>(
  operations: Record<string, Operation>,
  common: readonly number[],
  options: ClientOptions = {}
): Client {
  const tokens = watched(options.tokens ?? memoryStore())
  const send = createSend(options, common)
  const renewal = createRenewal(Object.values(operations), tokens, send, common, options.timeout)
  const call = createSession(tokens, renewal, common, send)

  const onSession: Session['onSession'] = (listener) => tokens.watch(guarded(listener))
  const methods: Record<string, (input?: Call) => Promise<Reply>> = {}
  for (const [name, operation] of Object.entries(operations)) {
    const method = (input: Call = {}): Promise<Reply> =>
      withDeadline((bounded) => call(operation, bounded), { ...input, timeout: input.timeout ?? options.timeout })
    methods[name] = operation.pages ? Object.assign(method, paging(operation.pages, method)) : method
  }
  return { tokens, onSession, sessions: ownSessions(methods as Methods, operations), ...methods } as Client
}
