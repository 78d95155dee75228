import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { BASE } from '../../support/julong.js'
import { startMock } from '../../../src/mock/start.js'
import { readConfig } from '../../../src/config/config.js'
import { createClient, type Answer, type Client } from '../../support/client.js'
import { createLog } from '../../../src/server/log.js'
import { useServer } from '../../support/server.js'
import { leavesOf, tick, type TreeNode } from '../../support/tree-control.js'

/** A front end of julong's family: its HTTP client throws for any status but 200, and its pages read `meta`. */
class FrontEnd {
  token = ''

  constructor(private readonly client: Client) {}

  async expect(status: number, method: string, path: string, json?: unknown): Promise<Answer['body']> {
    const headers = { authorization: this.token }
    const answer = await this.client.request(method, `${BASE}/${path}`, { headers, json })
    assert.equal(answer.status, 200, `${method} ${path}`)
    const { data, meta } = answer.body
    assert.equal(meta.msg, meta.message)
    assert.equal(meta.status, status, `${method} ${path}: ${meta.msg}`)
    return data
  }

  async login(username: string, password: string): Promise<void> {
    this.token = (await this.expect(200, 'POST', 'login', { username, password })).token
  }
}

describe('julong with JULONG_STATUS=body', () => {
  const server = useServer({ APIS: 'julong,tms', JULONG_STATUS: 'body' })
  const administrator = async (): Promise<FrontEnd> => {
    const page = new FrontEnd(server.client)
    await page.login('admin', '123456')
    return page
  }

  it('is used from login over menus and users to the removal of one', async () => {
    const page = await administrator()
    const menus: { children: { path: string }[] }[] = await page.expect(200, 'GET', 'menus')
    assert.deepEqual(
      menus.flatMap(({ children }) => children.map(({ path }) => path)),
      ['users', 'roles', 'rights']
    )
    const username = freshName()
    const { id } = await page.expect(201, 'POST', 'users', {
      username,
      password: '123456',
      email: '',
      mobile: 13800138000
    })
    const { users } = await page.expect(200, 'GET', `users?query=${username}&pagenum=1&pagesize=2`)
    assert.deepEqual([users.length, users[0].mobile], [1, '13800138000'])
    await page.expect(200, 'PUT', `users/${id}/state/false`)
    await page.expect(200, 'PUT', `users/${id}`, { ...(await page.expect(200, 'GET', `users/${id}`)), email: 'a@b.c' })
    await page.expect(200, 'PUT', `users/${id}/role`, { rid: 30 })
    await page.expect(200, 'PUT', `users/${id}/role`, { rid: -1 })
    await page.expect(200, 'DELETE', `users/${id}`)
    await page.expect(404, 'GET', `users/${id}`)
  })

  it('is used to make a role, to give it rights and to take one away', async () => {
    const page = await administrator()
    const roleName = freshName('role')
    const { roleId } = await page.expect(201, 'POST', 'roles', { roleName, roleDesc: '' })
    await page.expect(422, 'POST', 'roles', { roleName, roleDesc: '' })
    const tree: TreeNode[] = await page.expect(200, 'GET', 'rights/tree')
    const save = async (keys: number[]) => {
      const { checked, half } = tick(tree, keys)
      await page.expect(200, 'POST', `roles/${roleId}/rights`, { rids: [...checked, ...half].join(',') })
    }
    const leaves = async () => {
      const roles = await page.expect(200, 'GET', 'roles')
      return leavesOf(roles.find(({ id }: TreeNode) => id === roleId).children)
    }
    await save([131, 136, 147])
    await save(await leaves())
    assert.deepEqual(await leaves(), [131, 136, 147])
    const left = await page.expect(200, 'DELETE', `roles/${roleId}/rights/131`)
    assert.deepEqual(leavesOf(left), [136, 147])
    await page.expect(200, 'PUT', `roles/${roleId}`, { roleName: freshName('role'), roleDesc: '查看' })
    await page.expect(200, 'DELETE', `roles/${roleId}`)
  })

  it('answers refusals of every kind with HTTP 200 and their status in the body', async () => {
    const page = new FrontEnd(server.client)
    await page.expect(400, 'POST', 'login', { username: 'admin', password: 'wrong' })
    await page.expect(401, 'GET', 'menus')
    await page.expect(404, 'GET', 'nowhere')
    await page.expect(405, 'PATCH', 'roles')
    await page.expect(422, 'POST', 'isExist', { userName: 'admin' })
    await page.expect(205, 'POST', 'isExist', { userName: freshName() })
    const headers = { 'content-type': 'application/json' }
    const broken = await server.client.post(`${BASE}/login`, { raw: '{', headers })
    assert.deepEqual([broken.status, broken.body.meta.status], [200, 501])
    const text = await server.client.post(`${BASE}/login`, { raw: 'x', headers: { 'content-type': 'text/plain' } })
    assert.deepEqual([text.status, text.body.meta.status], [200, 415])
    const coded = await server.client.get(`${BASE}/%zz`)
    assert.deepEqual([coded.status, coded.body.meta.status], [200, 400])
  })

  it('logs the status that HTTP does not show', async () => {
    const requestId = freshName('request')
    await server.client.get(`${BASE}/menus`, { headers: { 'x-request-id': requestId } })
    const line = server.logged.find((one) => one.includes(requestId) && one.includes('"msg":"request"'))
    assert.equal(JSON.parse(line!).status, 401)
  })

  it('leaves the other APIs as they are', async () => {
    assert.equal((await server.client.get('/tms/user/me')).status, 401)
    assert.equal((await server.client.get('/nowhere')).status, 404)
  })

  it('holds for the mock too', async () => {
    const config = readConfig({ APIS: 'julong', PORT: '0', JULONG_STATUS: 'body' })
    const mock = await startMock(config, createLog('silent'))
    try {
      const client = createClient(`http://127.0.0.1:${mock.ports[0]}`)
      const { status, body } = await client.get(`${BASE}/users/1`, { headers: { prefer: 'code=404' }, token: 'x' })
      assert.deepEqual([status, body.meta], [200, { message: '用户不存在', status: 404, msg: '用户不存在' }])
    } finally {
      await mock.stop()
    }
  })
})
