import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tmsRealm } from '../../../src/realms/tms.js'
import { freshName, PASSWORD, signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'
import { login } from '../../support/sessions.js'

describe('tms updateCurrentUser', () => {
  const server = useServer({ APIS: 'tms' })
  const update = (token: string, json: Record<string, unknown>) =>
    server.client.put('/tms/user/update', { token, json })
  const me = async (token: string) => (await server.client.get('/tms/user/me', { token })).body.data

  it('shows the account before and after', async () => {
    const { token } = await signedUp(server, tmsRealm)
    const before = await me(token)
    const change = { username: freshName(), nickname: '会飞的神', gender: '男', telephone: '150652189936' }
    const { status, body } = await update(token, change)
    assert.equal(status, 200)
    const after = await me(token)
    assert.deepEqual(body, { code: 200, message: '修改成功', data: { 'old user': [before], 'updated user': [after] } })
    assert.deepEqual(after, { ...before, ...change, updated_time: after.updated_time })
    assert.ok(after.updated_time > before.updated_time)
  })

  it('changes only what is given', async () => {
    const { token } = await signedUp(server, tmsRealm, { values: { nickname: '猪', telephone: '1' } })
    const before = await me(token)
    await update(token, { nickname: '', id: 1, password: 'other', created_time: 'x' })
    const after = await me(token)
    assert.deepEqual(after, { ...before, nickname: '', updated_time: after.updated_time })
    const { body } = await update(token, {})
    assert.deepEqual(body.data, { 'old user': [after], 'updated user': [after] })
  })

  it('changes each gender to another, from registration on', async () => {
    const genders = ['男', '女', '保密']
    for (const [index, gender] of genders.entries()) {
      const username = freshName()
      const registered = await server.client.post('/tms/register', { json: { username, password: PASSWORD, gender } })
      assert.equal(registered.body.data.gender, gender)
      const token = await login(server.client, 'tms', username, PASSWORD)
      assert.equal((await me(token)).gender, gender)
      const other = genders[(index + 1) % genders.length]
      const { body } = await update(token, { gender: other })
      assert.equal(body.data['old user'][0].gender, gender)
      assert.equal(body.data['updated user'][0].gender, other)
    }
  })

  it('stores a number as telephone as text', async () => {
    const { token } = await signedUp(server, tmsRealm)
    await update(token, { telephone: 150652189936 })
    assert.equal((await me(token)).telephone, '150652189936')
  })

  it('keeps the token of a renamed account, which logs in by its new name', async () => {
    const { account, token } = await signedUp(server, tmsRealm)
    const username = freshName()
    await update(token, { username })
    assert.equal((await me(token)).username, username)
    const loginAs = (name: string) => server.client.post('/tms/login', { form: { username: name, password: PASSWORD } })
    assert.equal((await loginAs(username)).status, 200)
    assert.equal((await loginAs(account.name)).body.message, '用户名不存在')
  })

  it('lets an account change how its own name is written', async () => {
    const { account, token } = await signedUp(server, tmsRealm)
    const { status } = await update(token, { username: account.name.toUpperCase() })
    assert.equal(status, 200)
  })

  it('refuses the name of another account', async () => {
    const { token } = await signedUp(server, tmsRealm)
    const before = await me(token)
    const { status, body } = await update(token, { username: 'ADMIN', nickname: 'x' })
    assert.equal(status, 400)
    assert.deepEqual(body, { code: 400, message: '用户名已存在', data: { username: 'ADMIN' } })
    assert.deepEqual(await me(token), before)
  })

  it('lets one of two have a name that both want at once', async () => {
    const people = [await signedUp(server, tmsRealm), await signedUp(server, tmsRealm)]
    for (let round = 0; round < 5; round += 1) {
      const username = freshName()
      const answers = await Promise.all(people.map(({ token }) => update(token, { username })))
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400])
    }
  })

  it('refuses values outside the contract, and a request without a token', async () => {
    const { token } = await signedUp(server, tmsRealm)
    const { status, body } = await update(token, { gender: '其他' })
    assert.equal(status, 422)
    assert.equal(body.data.errors[0].path, 'gender')
    const anonymous = await server.client.put('/tms/user/update', { json: { nickname: 'x' } })
    assert.equal(anonymous.status, 401)
    assert.deepEqual(anonymous.body, { detail: 'Not authenticated' })
  })
})
