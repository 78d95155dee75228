import {
  CallError,
  createBackOffice,
  createJulong,
  createTms,
  createUserLogin,
  createWasteSorting,
  memoryStore,
  orThrow,
  Refused,
  UnexpectedAnswer
} from 'quintet-sdk'
import { equal, expectStatus, freshName, rejection } from './check.js'
import { tellGateway, type Scenarios } from './gateway.js'

export const answers: Scenarios = {
  'tms: a form login, a task from creation to removal, a logout': async ({ origin }) => {
    const tokens = memoryStore()
    const api = createTms({ baseUrl: origin, tokens })
    const refused = expectStatus(await api.login({ body: { username: 'admin', password: 'wrong & wrong' } }), 400)
    equal(refused.body.data?.username, 'admin')
    equal(tokens.get(), undefined)
    expectStatus(await api.getCurrentUser(), 401)

    const login = expectStatus(await api.login({ body: { username: 'admin', password: 'zhou0914.' } }), 200)
    equal(tokens.get(), login.body.data.access_token)
    const created = expectStatus(await api.createTask({ body: { description: '整理 & 打扫' } }), 200)
    const { id } = created.body.data
    const updated = expectStatus(await api.updateTask({ path: { id }, body: { price: 1.5 } }), 200)
    equal(updated.body.data['new task'][0]?.description, '整理 & 打扫')
    equal(expectStatus(await api.deleteTask({ path: { id } }), 200).body.data['delete count'], 1)
    expectStatus(await api.getTask({ path: { id } }), 404)
    expectStatus(await api.logout(), 200)
    equal(tokens.get(), undefined)
  },

  'julong: a token with its word, a refusal within 200, 422 in the envelope': async ({ origin }) => {
    const tokens = memoryStore()
    const api = createJulong({ baseUrl: origin, tokens })
    const login = expectStatus(await api.login({ body: { username: 'admin', password: '123456' } }), 200)
    equal(login.body.data.token, `Bearer ${tokens.get()}`)
    const taken = expectStatus(await api.checkUserName({ body: { userName: 'admin' } }), 200)
    equal(taken.body.meta.status, 422)
    const free = expectStatus(await api.checkUserName({ body: { userName: freshName() } }), 200)
    equal(free.body.meta.status, 205)
    const again = expectStatus(await api.addUser({ body: { userName: 'admin', password: 'secret' } }), 422)
    equal(again.body, { data: null, meta: { message: '用户名已存在', status: 422 } })
    const tree = expectStatus(await api.listRights({ path: { type: 'tree' } }), 200)
    equal(tree.body.data.length > 0, true)
  },

  'waste-sorting: 409 has its own body, a header tells the total': async ({ origin }) => {
    const api = createWasteSorting({ baseUrl: `${origin}/` })
    const body = { username: freshName(), password: 'a password' }
    expectStatus(await api.register({ body }), 201)
    equal(typeof expectStatus(await api.register({ body }), 409).body.message, 'string')
    expectStatus(await api.login({ body: { username: 'admintest', password: 'admintest' } }), 200)
    const page = expectStatus(await api.listUsers({ query: { page: 1, limit: 2 } }), 200)
    equal(page.body.length, 2)
    equal(Number(page.headers.get('X-Total-Count')) > 2, true)
    equal(expectStatus(await api.getUser({ path: { user_id: 2_000_000_000 } }), 404).body.message, '用户不存在')
  },

  'user-login: a list of what is wrong under 422, a sentence elsewhere': async ({ origin }) => {
    const api = createUserLogin({ baseUrl: origin })
    const email = `${freshName()}@example.com`
    const person = { first_name: '三', last_name: '张', phone_number: '' }
    const wrong = await api.register({ body: { email: 'no email', password: 'x', ...person } })
    equal(expectStatus(wrong, 422).body.detail[0]?.loc, ['body', 'email'])
    expectStatus(await api.register({ body: { email, password: 'a password', ...person } }), 200)
    const refused = await api.login({ body: { email, password: 'wrong' } })
    equal(expectStatus(refused, 400).body.detail, 'Incorrect email or password')
    expectStatus(await api.login({ body: { email, password: 'a password' } }), 200)
    equal(expectStatus(await api.getCurrentUser(), 200).body.email, email)
  },

  'back-office: a bare string and null are bodies': async ({ origin }) => {
    const tokens = memoryStore()
    const api = createBackOffice({ baseUrl: origin, tokens })
    const login = await api.login({ body: { name: 'auroralorigin', password: '123456' } })
    const token: string = expectStatus(login, 200).body
    equal(tokens.get(), token)
    const body = { name: freshName(), password: 'secret', mobile: '13888888888', email: 'a@example.com', state: true }
    const nothing: null = expectStatus(await api.createAdmin({ body }), 201).body
    equal(nothing, null)
    expectStatus(await api.createAdmin({ body }), 409)
    expectStatus(await api.listRoles(), 200)
  },

  'an answer that is not of this API is thrown': async (world) => {
    const path = '/tms/user/me'
    const html = { headers: { 'Content-Type': 'text/html' }, body: '<p>gone</p>' }
    await tellGateway(world, { path, answers: [502, 200, 401].map((status) => ({ status, ...html })) })
    const api = createTms({ baseUrl: world.origin })
    for (const status of [502, 200, 401]) {
      const error = await rejection(api.getCurrentUser())
      if (!(error instanceof UnexpectedAnswer)) throw error
      equal([error.status, error.text], [status, '<p>gone</p>'])
    }
  },

  'a body that is no JSON although its type says so is no answer of this API': async (world) => {
    const broken = { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"code":' }
    await tellGateway(world, { path: '/tms/user/me', answers: [broken] })
    const error = await rejection(createTms({ baseUrl: world.origin }).getCurrentUser())
    equal(error instanceof UnexpectedAnswer && error.text, '{"code":')
  },

  'ok tells successes from refusals, orThrow throws the refusals': async ({ origin }) => {
    const api = createWasteSorting({ baseUrl: origin })
    const login = await api.login({ body: { username: 'admintest', password: 'admintest' } })
    equal([login.ok, orThrow(login).body.role], [true, 1])
    const result = await api.getUser({ path: { user_id: 2_000_000_000 } })
    equal(result.ok, false)
    const error = await rejection(Promise.resolve().then(() => orThrow(result)))
    if (!(error instanceof Refused && error instanceof CallError)) throw error
    equal([error.status, error.body, error.requestId], [404, { message: '用户不存在' }, result.requestId])
    equal(error.message.includes('用户不存在') && error.message.includes(result.requestId), true)
  },

  'values in paths and queries are escaped': async (world) => {
    const api = createTms({ baseUrl: world.origin })
    await api.login({ body: { username: 'admin', password: 'zhou0914.' } })
    const type = `a&b=c d/${freshName()}?#`
    expectStatus(await api.createTask({ body: { description: 'escaped', type } }), 200)
    equal(expectStatus(await api.listTasks({ query: { type } }), 200).body.data.total, 1)
    expectStatus(await api.getTask({ path: { id: '../list' as unknown as number } }), 422)
  }
}
