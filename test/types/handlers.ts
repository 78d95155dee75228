/*
 * Never run: the build fails where one of these compiles that should not, or the other way round.
 */
import type { components, operations as tms } from '../../generated/tms.js'
import type { operations } from '../../generated/waste-sorting.js'
import type { TmsAccount } from '../../src/realms/tms.js'
import { wasteSortingRealm as realm, type WasteSortingAccount } from '../../src/realms/waste-sorting.js'
import { wasteSorting } from '../../src/apis/waste-sorting/index.js'
import { defineApi, type Handlers, type OperationHandler, type Reply } from '../../src/http/api.js'
import type { StreamedList } from '../../src/http/stream.js'

type Handler<Id extends keyof operations> = OperationHandler<operations[Id], WasteSortingAccount>

declare const complete: Handlers<operations, WasteSortingAccount>
const { login: _left, ...withoutLogin } = complete
const { problems, samples } = wasteSorting
const accountCreation = { operationId: 'register', fields: { name: 'username', password: 'password' } } as const
const rest = { realm, problems, samples, accountCreation }

export const everyOperation = defineApi<operations, WasteSortingAccount>({ ...rest, handlers: complete })

// @ts-expect-error an operation without a handler
export const missingHandler = defineApi<operations, WasteSortingAccount>({ ...rest, handlers: withoutLogin })

export const unknownOperation = defineApi<operations, WasteSortingAccount>({
  ...rest,
  // @ts-expect-error a handler for what is no operation
  handlers: { ...complete, logIn: complete.login }
})

export const unknownCreation = defineApi<operations, WasteSortingAccount>({
  ...rest,
  handlers: complete,
  // @ts-expect-error the creation of accounts by what is no operation
  accountCreation: { ...accountCreation, operationId: 'signUp' }
})

export const handlerOfAnother: Handlers<operations, WasteSortingAccount> = {
  ...complete,
  // @ts-expect-error the handler of another operation
  login: complete.getUser
}

const user = { id: 1, username: 'x', role: 0, points: 0, status: 0 } as const

export const declared: Handler<'getUser'> = async ({ reply }) => reply(200, user)

// @ts-expect-error a status that the operation does not declare
export const undeclaredStatus: Handler<'getUser'> = async ({ reply }) => reply(418, user)

// @ts-expect-error `default` is for the router to answer
export const defaultStatus: Handler<'getUser'> = async ({ reply }) => reply('default', { message: 'x' })

// @ts-expect-error the body of another status
export const bodyOfAnotherStatus: Handler<'getUser'> = async ({ reply }) => reply(404, user)

export const missingField: Handler<'getUser'> = async ({ reply }) => {
  const { points: _points, ...without } = user
  // @ts-expect-error a field is missing
  return reply(200, without)
}

// @ts-expect-error a field too much
export const extraField: Handler<'getUser'> = async ({ reply }) => reply(200, { ...user, hash: 'x' })

export const misspeltField: Handler<'getUser'> = async ({ reply }) =>
  // @ts-expect-error a field under another name
  reply(200, { id: 1, userName: 'x', role: 0, points: 0, status: 0 })

export const fieldOfAnotherType: Handler<'getUser'> = async ({ reply }) =>
  // @ts-expect-error a number as text
  reply(200, { id: '1', username: 'x', role: 0, points: 0, status: 0 })

export const fieldOutsideItsValues: Handler<'getUser'> = async ({ reply }) =>
  // @ts-expect-error a value that the contract does not list
  reply(200, { id: 1, username: 'x', role: 2, points: 0, status: 0 })

// @ts-expect-error a message other than the document's
export const otherMessage: Handler<'register'> = async ({ reply }) => reply(201, { message: 'welcome' })

export const header: Handler<'listUsers'> = async ({ reply }) => reply(200, [user], { 'X-Total-Count': 1 })

// @ts-expect-error a header that the contract does not name
export const otherHeader: Handler<'listUsers'> = async ({ reply }) => reply(200, [user], { 'X-Total': 1 })

// @ts-expect-error a header of another type
export const headerAsText: Handler<'listUsers'> = async ({ reply }) => reply(200, [user], { 'X-Total-Count': 'one' })

// @ts-expect-error a header where the contract names none
export const needlessHeader: Handler<'getUser'> = async ({ reply }) => reply(200, user, { 'X-Total-Count': 1 })

// @ts-expect-error a reply that the operation's own `reply` did not make
export const bareObject: Handler<'getUser'> = async () => ({ status: 200, body: user })

// @ts-expect-error the reply of another operation
export const replyOfAnother: Handler<'getUser'> = async () => ({}) as Reply<operations['register']>

// @ts-expect-error a parameter that the contract does not name
export const unknownParameter: Handler<'getUser'> = async ({ path, reply }) => reply(200, { ...user, id: path.id })

// @ts-expect-error a field that the body does not have
export const unknownBodyField: Handler<'login'> = async ({ body }) => Promise.reject(new Error(body.userName))

declare const users: StreamedList<typeof user>
declare const names: StreamedList<string>
const total = { 'X-Total-Count': 1 }

export const streamed: Handler<'listUsers'> = async ({ streamReply }) =>
  streamReply(200, { list: users, body: users }, total)

export const streamOfOtherItems: Handler<'listUsers'> = async ({ streamReply }) =>
  // @ts-expect-error items that the contract does not name
  streamReply(200, { list: names, body: names }, total)

// @ts-expect-error a list that is read while it is sent, in a reply that does not stream
export const streamInReply: Handler<'listUsers'> = async ({ reply }) => reply(200, users, total)

export const arrayInStream: Handler<'listUsers'> = async ({ streamReply }) =>
  // @ts-expect-error a list that is there already
  streamReply(200, { list: users, body: [] })

export const streamOfNoList: Handler<'getUser'> = async ({ streamReply }) =>
  // @ts-expect-error an operation without a list
  streamReply(200, { list: users, body: users })

const body = { code: 200, message: '查询成功' } as const
declare const tasks: StreamedList<components['schemas']['Task']>

export const streamedInBody: OperationHandler<tms['listTasks'], TmsAccount> = async ({ streamReply }) =>
  streamReply(200, { list: tasks, body: { ...body, data: { total: 0, tasks } } })

export const fieldBesideStream: OperationHandler<tms['listTasks'], TmsAccount> = async ({ streamReply }) =>
  // @ts-expect-error a field too much beside the list
  streamReply(200, { list: tasks, body: { ...body, data: { total: 0, tasks, pages: 1 } } })

export const streamUnderOtherName: OperationHandler<tms['listTasks'], TmsAccount> = async ({ streamReply }) =>
  // @ts-expect-error a list under another name
  streamReply(200, { list: tasks, body: { ...body, data: { total: 0, items: tasks } } })
