import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { backOfficeRealm } from '../../src/realms/back-office.js'
import { julongRealm } from '../../src/realms/julong.js'
import { tmsRealm } from '../../src/realms/tms.js'
import { freshName, PASSWORD, signedUp } from '../support/accounts.js'
import { useServer } from '../support/server.js'
import { apisUnderTest, assertAnswer, target, tokenOf } from './api-under-test.js'

const field = (path: string, message: string) => ({ path, message })

describe('a refusal names its fields', () => {
  const server = useServer()
  let token: string
  let admin: string

  before(async () => {
    token = (await signedUp(server, tmsRealm)).token
    admin = (await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })).token
  })

  async function refused(path: string, json: unknown, by?: string) {
    const { status, body } = await server.client.post(path, { json, ...(by !== undefined && { token: by }) })
    return { status, body }
  }

  it('in tms, once for each field', async () => {
    const json = { description: '', price: -1, status: '完成', type: 1, assignee: 'nobody of this name' }
    const { body } = await refused('/tms/task/create', json, token)
    assert.deepEqual(body.data.errors, [
      field('description', '任务描述不能为空'),
      field('type', '任务类型必须是字符串'),
      field('price', '任务价格不能小于 0'),
      field('status', '任务状态只能是 待办、进行中、已完成 之一')
    ])
    const missing = await refused('/tms/task/create', undefined, token)
    assert.deepEqual(missing.body.data.errors, [field('description', '任务描述不能为空')])
    const list = await refused('/tms/task/create', [], token)
    assert.deepEqual(list.body.data.errors, [field('', '请求体必须是对象')])
    const blank = await refused('/tms/task/create', { description: ' ', price: 0.001 }, token)
    assert.deepEqual(blank.body.data.errors, [field('description', '任务描述不能为空')])
    const decimals = await refused('/tms/task/create', { description: '价', price: 0.001 }, token)
    assert.deepEqual(decimals.body.data.errors, [field('price', '任务价格最多保留两位小数')])
  })

  it('in julong, beside the message of the document', async () => {
    const { status, body } = await refused('/api/private/v1/login', { username: '', password: 1 })
    assert.equal(status, 422)
    const errors = [field('username', '用户名不能为空'), field('password', '密码必须是字符串')]
    assert.deepEqual(body, { data: null, meta: { message: '请求参数错误', status: 422, errors } })
  })

  it('in waste-sorting', async () => {
    const { status, body } = await refused('/api/auth/register', { username: 'x'.repeat(65), password: '\0' })
    assert.equal(status, 400)
    const errors = [field('password', '密码含有不支持的字符'), field('username', '用户名不能超过 64 个字符')]
    assert.deepEqual(body, { message: '请求参数不完整', errors })
  })

  it('in back-office, of a body with 422, of a path and a query with 400', async () => {
    const bad = await refused('/admin/admins', { name: 'x', password: 'x'.repeat(73) }, admin)
    assert.equal(bad.status, 422)
    assert.deepEqual(bad.body, { message: '请求参数错误', errors: [field('password', '密码过短或过长')] })
    const list = await server.client.get('/admin/admins?pagenum=0&page=1', { token: admin })
    assert.equal(list.status, 400)
    assert.deepEqual(list.body.errors, [
      field('pagesize', '每页显示条数不能为空'),
      field('page', '不支持参数 page'),
      field('pagenum', '当前页码不能小于 1')
    ])
    const role = await server.client.put('/admin/admins/1/role', { token: admin, json: { rid: 'x' } })
    assert.deepEqual(role.body.errors, [field('rid', '角色 id 必须是整数'), field('id', '管理员 id 的格式不正确')])
  })

  it('also a query parameter that an operation does not know, where the API refuses those', async () => {
    for (const api of apisUnderTest.filter(({ refusesUnknownQuery }) => refusesUnknownQuery)) {
      const sample = await tokenOf(server.client, api)
      for (const operation of api.operations) {
        const path = target(operation)
        const options = { token: sample, ...(operation.body && { json: operation.body.example }) }
        const unknown = `${path}${path.includes('?') ? '&' : '?'}unknown=1`
        const answer = await server.client.request(operation.method, unknown, options)
        assertAnswer(api, answer, 400, operation)
        const errors = answer.body.errors ?? answer.body.meta.errors
        assert.deepEqual(errors, [field('unknown', '不支持参数 unknown')], operation.operationId)
      }
    }
  })

  it('also a query parameter that is not what the path says', async () => {
    const { id } = (await signedUp(server, backOfficeRealm, { values: { role_id: 1 } })).account
    const { status, body } = await server.client.get(`/admin/admins/${id}?_id=1`, { token: admin })
    assert.deepEqual([status, body.errors], [400, [field('_id', '_id 与路径中的值不一致')]])
    const julong = (await signedUp(server, julongRealm, { values: { role_id: 0 } })).token
    const user = await server.client.get('/api/private/v1/users/16?id=1', { token: julong })
    assert.deepEqual([user.status, user.body.meta.errors], [400, [field('id', 'id 与路径中的值不一致')]])
  })

  it('with the numbers that a field of text takes too', async () => {
    for (const number of [1.5e30, 0.1, -5]) {
      const json = { name: freshName(), password: PASSWORD, mobile: number }
      const { body } = await refused('/admin/admins', json, admin)
      const message = '手机号必须是字符串，或 0 至 9007199254740991 的整数'
      assert.deepEqual(body.errors, [field('mobile', message)], String(number))
      const user = { email: 'a@example.com', password: PASSWORD, first_name: '', last_name: '', phone_number: number }
      const { detail } = (await refused('/api/users/register', user)).body
      const msg = 'Input should be a valid string, or an integer from 0 to 9007199254740991'
      assert.deepEqual(detail, [{ loc: ['body', 'phone_number'], msg, type: 'string_type' }], String(number))
    }
  })

  it('in the log too, with the id of the request', async () => {
    const headers = { 'x-request-id': 'refused-1' }
    await server.client.post('/api/auth/login', { json: { username: 'x' }, headers })
    const lines = server.logged.map((line) => JSON.parse(line))
    const { answer, operationId } = lines.find(
      ({ msg, requestId }) => msg === 'invalid request' && requestId === 'refused-1'
    )
    assert.deepEqual(
      { operationId, answer },
      { operationId: 'login', answer: { message: '请求参数不完整', errors: [field('password', '密码不能为空')] } }
    )
  })
})
