import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+08:00$/

describe('tms register', () => {
  const server = useServer({ APIS: 'tms' })
  const register = (json: Record<string, unknown>) => server.client.post('/tms/register', { json })

  it('answers with the account, which can log in', async () => {
    const account = { username: freshName(), nickname: '会飞的猪', gender: '男', telephone: '13425636267' }
    const { status, body } = await register({ ...account, password: 'zhou0914.' })
    assert.equal(status, 200)
    const { created_time: created, updated_time: updated, id, ...rest } = body.data
    assert.deepEqual({ ...body, data: rest }, { code: 200, message: '注册成功', data: account })
    assert.match(created, MOMENT)
    assert.equal(updated, created)
    assert.ok(Math.abs(Date.parse(created) - Date.now()) < 60_000)
    assert.ok(Number.isInteger(id))
    const form = { username: account.username, password: 'zhou0914.' }
    assert.equal((await server.client.post('/tms/login', { form })).status, 200)
  })

  it('uses defaults for missing fields, and ignores unknown ones', async () => {
    const { body } = await register({ username: freshName(), password: 'p', id: 1, disabled: true, role: 'admin' })
    const { nickname, gender, telephone } = body.data
    assert.deepEqual({ nickname, gender, telephone }, { nickname: '', gender: '保密', telephone: '' })
    assert.notEqual(body.data.id, 1)
  })

  it('stores a number as telephone as text', async () => {
    const { body } = await register({ username: freshName(), password: 'p', telephone: 13425636267 })
    assert.equal(body.data.telephone, '13425636267')
  })

  it('refuses a username that differs only in case, width or surrounding space', async () => {
    for (const username of ['admin', 'ADMIN', ' admin ', 'ａｄｍｉｎ']) {
      const { status, body } = await register({ username, password: 'p' })
      assert.equal(status, 400, username)
      assert.deepEqual(body, { code: 400, message: '用户名已存在', data: { username } })
    }
  })

  it('lets one of many simultaneous registrations have a username', async () => {
    const username = freshName()
    const answers = await Promise.all([1, 2, 3, 4].map(() => register({ username, password: 'p' })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400, 400, 400])
  })

  it('names every field that is wrong', async () => {
    const wrong = { username: '  ', password: 'x'.repeat(73), gender: '其他', telephone: '1'.repeat(21) }
    const { status, body } = await register(wrong)
    assert.equal(status, 422)
    assert.equal(body.message, '请求参数错误')
    const paths = body.data.errors.map((error: { path: string }) => error.path)
    assert.deepEqual(paths.sort(), ['gender', 'password', 'telephone', 'username'])
  })

  it('refuses text that cannot be stored', async () => {
    const { status, body } = await register({ username: freshName(), password: 'p', nickname: 'a\u0000b' })
    assert.equal(status, 422)
    assert.equal(body.data.errors[0].path, 'nickname')
  })

  it('refuses JSON that cannot be read', async () => {
    const headers = { 'content-type': 'application/json' }
    const { status, body } = await server.client.post('/tms/register', { raw: '{"username":', headers })
    assert.equal(status, 400)
    assert.deepEqual(body, { code: 400, message: '请求格式错误', data: null })
  })
})
