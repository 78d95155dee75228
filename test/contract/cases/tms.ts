import type { operations } from '../../../generated/tms.js'
import { tmsRealm } from '../../../src/realms/tms.js'
import { expiredToken, freshName, signedUp } from '../../support/accounts.js'
import type { TestServer } from '../../support/server.js'
import { sessionOf } from '../../support/sessions.js'
import { publish, publisherAndAssignee, type Person } from '../../support/tasks.js'
import type { Case, Cases } from '../case.js'

const MALFORMED = '{"description":'
const NO_TASK = { id: 2_147_483_647 }

/** A fresh caller, with what else the request needs. */
const called =
  (request: object = {}): Case =>
  async (server) => ({ token: (await signedUp(server, tmsRealm)).token, ...request })

/** A task that `assignee` is to do. */
async function assignedTask(server: TestServer): Promise<{ id: number; publisher: Person; assignee: Person }> {
  const { publisher, assignee } = await publisherAndAssignee(server)
  const { id } = await publish(server, publisher, { assignee: assignee.account.name })
  return { id, publisher, assignee }
}

const byPublisher: Case = async (server) => {
  const { id, publisher } = await assignedTask(server)
  return { token: publisher.token, path: { id } }
}

const NO_SESSION = { id: '00000000-0000-4000-8000-000000000000' }

export const tmsCases: Cases<operations> = {
  'login 200': () => ({}),
  'login 400': () => ({ body: { username: freshName(), password: 'zhou0914.' } }),
  'login 422': () => ({ body: { username: '32088' } }),

  'register 200': () => ({ body: { username: freshName(), password: 'zhou0914.' } }),
  'register 400': () => ({}),
  'register 422': () => ({ body: { username: freshName() } }),

  'logout 200': called(),
  'logout 401': () => ({}),

  'getCurrentUser 200': called(),
  'getCurrentUser 401': async (server) => {
    const { account } = await signedUp(server, tmsRealm)
    return { token: expiredToken(server, tmsRealm, account) }
  },

  'listUsers 200': called(),
  'listUsers 401': () => ({}),
  'listUsers 422': called({ query: { page: 0 } }),

  'updateCurrentUser 200': (server) => called({ body: { username: freshName(), nickname: '会飞的神' } })(server),
  'updateCurrentUser 400': called(),
  'updateCurrentUser 401': () => ({}),
  'updateCurrentUser 422': called({ body: { gender: '其他' } }),

  'createTask 200': called(),
  'createTask 400': called({ raw: MALFORMED }),
  'createTask 401': () => ({}),
  'createTask 422': (server) => called({ body: { description: '整理', assignee: freshName() } })(server),

  'listTasks 200': called(),
  'listTasks 401': () => ({}),
  'listTasks 422': called({ query: { status: '未知' } }),

  'countTasks 200': called({ query: { by: 'status' } }),
  'countTasks 401': () => ({ query: { by: 'status' } }),
  'countTasks 422': called({ query: { by: 'price' } }),

  'getTask 200': byPublisher,
  'getTask 401': () => ({}),
  'getTask 404': called({ path: NO_TASK }),
  'getTask 422': called({ path: { id: 0 } }),

  'updateTask 200': byPublisher,
  'updateTask 400': called({ raw: MALFORMED }),
  'updateTask 401': () => ({}),
  'updateTask 403': async (server) => {
    const { id, assignee } = await assignedTask(server)
    return { token: assignee.token, path: { id }, body: { price: 80 } }
  },
  'updateTask 404': called({ path: NO_TASK }),
  'updateTask 422': async (server) => ({ ...(await byPublisher(server)), body: { price: 0.005 } }),

  'deleteTask 200': byPublisher,
  'deleteTask 401': () => ({}),
  'deleteTask 403': async (server) => {
    const { id, assignee } = await assignedTask(server)
    return { token: assignee.token, path: { id } }
  },
  'deleteTask 404': called({ path: NO_TASK }),
  'deleteTask 422': called({ path: { id: 0 } }),

  'listOwnSessions 200': called(),
  'listOwnSessions 401': () => ({}),

  'endOwnSession 200': async (server) => {
    const { token } = await signedUp(server, tmsRealm)
    return { token, path: { id: await sessionOf(server, 'tms', token) } }
  },
  'endOwnSession 401': () => ({}),
  'endOwnSession 404': called({ path: NO_SESSION }),
  'endOwnSession 422': called({ path: { id: 'x' } }),

  'endOtherSessions 200': called(),
  'endOtherSessions 401': () => ({})
}
