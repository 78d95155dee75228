import {
  createBackOffice,
  createJulong,
  createTms,
  createUserLogin,
  createWasteSorting,
  orThrow,
  type TmsSchemas
} from 'quintet-sdk'
import { createTms as createTmsAlone, type TmsInput, type TmsResult } from 'quintet-sdk/tms'

/** What compiles and what does not; none of it runs. */
const tms = createTms()
const julong = createJulong()
const waste = createWasteSorting()
const users = createUserLogin()
const office = createBackOffice()

export async function everyStatusHandled(): Promise<string> {
  const result = await waste.register({ body: { username: 'a', password: 'b' } })
  switch (result.status) {
    case 201: {
      const message: '用户注册成功' = result.body.message
      return message
    }
    case 400:
    case 409:
    case 408:
    case 413:
    case 415:
    case 429:
    case 431:
    case 500:
    case 503:
      return result.body.message
    default:
      return result satisfies never
  }
}

export async function conflictForgotten(): Promise<string> {
  const result = await waste.register({ body: { username: 'a', password: 'b' } })
  switch (result.status) {
    case 201:
    case 400:
    case 408:
    case 413:
    case 415:
    case 429:
    case 431:
    case 500:
    case 503:
      return result.body.message
    default:
      // @ts-expect-error -- 409 is not handled
      return result satisfies never
  }
}

export async function commonStatusForgotten(): Promise<string> {
  const result = await users.getCurrentUser()
  if (result.status === 200) return result.body.email
  if (result.status === 400 || result.status === 401 || result.status === 408) return result.body.detail
  if (result.status === 413 || result.status === 415 || result.status === 429) return result.body.detail
  if (result.status === 431 || result.status === 500) return result.body.detail
  // @ts-expect-error -- 503 is not handled
  return result satisfies never
}

export async function bodyPerStatus(): Promise<void> {
  const login = await users.login({ body: { email: 'a', password: 'b' } })
  // @ts-expect-error -- which body it is, is not known yet
  void login.body.access_token
  if (login.status === 422) login.body.detail.map(({ msg }) => msg.length)
  if (login.status === 400) login.body.detail.trim()
  // @ts-expect-error -- a sentence has no `map`
  if (login.status === 400) login.body.detail.map(String)
  // @ts-expect-error -- the contract lists no 409 here
  if (login.status === 409) throw new Error()
  // @ts-expect-error -- nor in the bodies of success is there a misspelt field
  if (login.status === 200) void login.body.acces_token
}

export async function bodyWithinBody(): Promise<void> {
  const name = await julong.checkUserName({ body: { userName: 'a' } })
  if (name.status !== 200) return
  const { meta } = name.body
  meta.message satisfies '用户名可以使用' | '用户名已存在'
  // @ts-expect-error -- the envelope knows two
  if (meta.status === 404) throw new Error()
}

export async function stringAndNull(): Promise<void> {
  const login = await office.login({ body: { name: 'a', password: 'b' } })
  if (login.status === 200) login.body satisfies string
  const removed = await office.removeAdmin({ path: { id: '5e6eed3a6dbad740f8070550' } })
  if (removed.status === 200) removed.body satisfies null
}

export async function successOrRefusal(): Promise<string> {
  const login = await users.login({ body: { email: 'a', password: 'b' } })
  if (!login.ok) {
    // @ts-expect-error -- no refusal has a token
    void login.body.access_token
    return String(login.status satisfies 400 | 403 | 408 | 413 | 415 | 422 | 429 | 431 | 500 | 503)
  }
  login.status satisfies 200
  const added = await julong.addUser({ body: { userName: 'a', password: 'b' } })
  orThrow(added).status satisfies 201
  orThrow(added).requestId satisfies string
  return orThrow(login).body.access_token
}

export async function session(): Promise<void> {
  const stop = users.onSession((change) => change satisfies 'opened' | 'renewed' | 'ended')
  stop()
  ;(await users.tokens.get()) satisfies string | null | undefined
}

export async function callOptions(): Promise<void> {
  const signal = undefined
  await tms.logout({ timeout: 1000, headers: { a: 'b' }, retry: { times: 1 }, signal, onRequest: () => {} })
  // @ts-expect-error -- the address is one of the client
  await tms.logout({ baseUrl: '' })
}

export async function inputs(): Promise<void> {
  await tms.logout()
  await tms.listUsers()
  await tms.listUsers({ query: { page: 1 } })
  // @ts-expect-error -- a body is needed
  await tms.login()
  // @ts-expect-error -- and all of it
  await tms.login({ body: { username: 'a' } })
  // @ts-expect-error -- a misspelt field
  await tms.createTask({ body: { description: 'a', prise: 1 } })
  // @ts-expect-error -- a status that the contract does not know
  await tms.updateTask({ path: { id: 1 }, body: { status: 'done' } })
  // @ts-expect-error -- the path has a parameter
  await tms.getTask({})
  // @ts-expect-error -- of another type
  await tms.getTask({ path: { id: 'one' } })
  // @ts-expect-error -- a misspelt parameter
  await tms.listTasks({ query: { pagee: 1 } })
  // @ts-expect-error -- a page needs its number and size here
  await julong.listUsers({ query: { query: 'a' } })
  // @ts-expect-error -- no body
  await tms.logout({ body: {} })
  // @ts-expect-error -- no such operation
  await tms.removeTask({ path: { id: 1 } })
}

export async function iterators(): Promise<void> {
  for await (const user of julong.listUsers.items({ query: { query: 'a', pagesize: 10 } }))
    user.mg_state satisfies boolean
  // @ts-expect-error -- the iterator counts the pages
  julong.listUsers.items({ query: { pagenum: 1 } })
  // @ts-expect-error -- this is no paged list
  void julong.listRoles.items
  for await (const page of tms.listTasks.pages())
    if (page.status === 200) page.body.data.tasks satisfies TmsSchemas['Task'][]
}

export function named(input: TmsInput<'createTask'>): Promise<TmsResult<'createTask'>> {
  return createTmsAlone({ retry: { times: 1 } }).createTask(input)
}
