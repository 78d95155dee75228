import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

const PATH = '/api/auth/change_password'

describe('waste-sorting changePassword', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  const signUp = () => signedUp(server, wasteSortingRealm)
  const change = (token: string, current: string, next: string) =>
    server.client.put(PATH, { token, json: { current_password: current, new_password: next } })
  const logIn = (username: string, password: string) =>
    server.client.post('/api/auth/login', { json: { username, password } })

  it('changes the password', async () => {
    const { account, token } = await signUp()
    const { status, body } = await change(token, PASSWORD, 'new_password')
    assert.equal(status, 200)
    assert.deepEqual(body, { message: '密码修改成功' })
    assert.equal((await logIn(account.name, 'new_password')).status, 200)
    assert.equal((await logIn(account.name, PASSWORD)).status, 401)
  })

  it('keeps the calling token and ends the others', async () => {
    const { account, token } = await signUp()
    const other = await login(server.client, 'waste-sorting', account.name, PASSWORD)
    assert.equal((await change(token, PASSWORD, PASSWORD)).status, 200)
    const ended = await change(other, PASSWORD, PASSWORD)
    assert.equal(ended.status, 401)
    assert.deepEqual(ended.body, { message: '无效的令牌' })
    assert.equal((await change(token, PASSWORD, PASSWORD)).status, 200)

    const later = await login(server.client, 'waste-sorting', account.name, PASSWORD)
    assert.equal((await change(later, PASSWORD, PASSWORD)).status, 200)
    assert.equal((await change(token, PASSWORD, PASSWORD)).status, 401)
  })

  it('refuses a wrong current password and leaves everything as it was', async () => {
    const { account, token } = await signUp()
    const { status, body } = await change(token, 'wrong', 'new_password')
    assert.equal(status, 403)
    assert.deepEqual(body, { message: '当前密码不正确' })
    assert.equal((await logIn(account.name, PASSWORD)).status, 200)
  })

  it('names the current password where it is longer than any', async () => {
    const { token } = await signUp()
    const { status, body } = await change(token, 'p'.repeat(80), 'new_password')
    assert.equal(status, 400)
    const errors = [{ path: 'current_password', message: '当前密码过短或过长' }]
    assert.deepEqual(body, { message: '请求参数不完整', errors })
  })

  it('lets one of several changes of one password hold', async () => {
    const { account, token } = await signUp()
    const wanted = ['first', 'second', 'third', 'fourth']
    const answers = await Promise.all(wanted.map((next) => change(token, PASSWORD, next)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 403, 403, 403])
    const held = wanted[answers.findIndex(({ status }) => status === 200)]!
    assert.equal((await logIn(account.name, held)).status, 200)
  })

  it('leaves no living token to a login with the old password at the same moment', async () => {
    const { account, token } = await signUp()
    const tokens: string[] = []
    const logInUntilRefused = async () => {
      for (;;) {
        const { status, body } = await logIn(account.name, PASSWORD)
        if (status !== 200) return
        tokens.push(body.token)
      }
    }
    await Promise.all([logInUntilRefused(), logInUntilRefused(), change(token, PASSWORD, 'new_password')])
    assert.notEqual(tokens.length, 0)
    for (const old of tokens) assert.equal((await change(old, 'new_password', 'stolen')).status, 401)
  })

  it('refuses a body that lacks a field or holds a password that cannot be stored', async () => {
    const { token } = await signUp()
    for (const json of [
      {},
      { current_password: PASSWORD },
      { new_password: 'new_password' },
      { current_password: PASSWORD, new_password: '' },
      { current_password: PASSWORD, new_password: '密'.repeat(25) }
    ]) {
      const { status, body } = await server.client.put(PATH, { token, json })
      assert.equal(status, 400)
      assert.equal(body.message, '请求参数不完整')
    }
  })
})
