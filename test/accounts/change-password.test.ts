import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { removeAccount } from '../../src/accounts/administration.js'
import { changePassword } from '../../src/accounts/change-password.js'
import type { RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { realmContext } from '../../src/server/context.js'
import { traitsOf } from '../apis/index.js'
import { PASSWORD, signedUp } from '../support/accounts.js'
import type { Answer } from '../support/client.js'
import { callerOf, login } from '../support/sessions.js'
import { useServer } from '../support/server.js'

/** How an API changes the password of the caller. */
interface Change {
  path: string
  fields: [current: string, next: string]
  done: Answer['body']
  /** How it refuses a wrong current password, and one that is longer than any. */
  wrong: [status: number, body: Answer['body']]
  tooLong: [status: number, body: Answer['body']]
}

const TOO_LONG = '当前密码过短或过长'
const CHANGES: Partial<Record<RealmName, Change>> = {
  julong: {
    path: '/api/private/v1/me/password',
    fields: ['currentPassword', 'newPassword'],
    done: { data: null, meta: { message: '修改密码成功', status: 200 } },
    wrong: [400, { data: null, meta: { message: '当前密码不正确', status: 400 } }],
    tooLong: [
      422,
      {
        data: null,
        meta: { message: '请求参数错误', status: 422, errors: [{ path: 'currentPassword', message: TOO_LONG }] }
      }
    ]
  },
  'waste-sorting': {
    path: '/api/auth/change_password',
    fields: ['current_password', 'new_password'],
    done: { message: '密码修改成功' },
    wrong: [403, { message: '当前密码不正确' }],
    tooLong: [400, { message: '请求参数不完整', errors: [{ path: 'current_password', message: TOO_LONG }] }]
  },
  'back-office': {
    path: '/admin/me/password',
    fields: ['currentPassword', 'newPassword'],
    done: null,
    wrong: [400, { message: '当前密码不正确' }],
    tooLong: [422, { message: '请求参数错误', errors: [{ path: 'currentPassword', message: TOO_LONG }] }]
  }
}

for (const [api, change] of Object.entries(CHANGES)) testChange(api as RealmName, change)

function testChange(api: RealmName, { path, fields, done, wrong, tooLong }: Change): void {
  describe(`the own password in ${api}`, () => {
    const server = useServer({ APIS: api })
    const signUp = () => signedUp(server, realmNamed(api))
    const change = (token: string, current: string, next: string) =>
      server.client.put(path, { token, json: { [fields[0]]: current, [fields[1]]: next } })
    const logIn = (name: string, password: string) => traitsOf[api].login(server.client, name, password)

    it('is changed', async () => {
      const { account, token } = await signUp()
      const { status, body } = await change(token, PASSWORD, 'new_password')
      assert.equal(status, 200)
      assert.deepEqual(body, done)
      assert.equal((await logIn(account.name, 'new_password')).status, 200)
      assert.notEqual((await logIn(account.name, PASSWORD)).status, 200)
    })

    it('leaves the calling token and ends the others', async () => {
      const { account, token } = await signUp()
      const other = await login(server.client, api, account.name, PASSWORD)
      assert.equal((await change(token, PASSWORD, PASSWORD)).status, 200)
      assert.equal((await change(other, PASSWORD, PASSWORD)).status, 401)
      assert.equal((await change(token, PASSWORD, PASSWORD)).status, 200)

      const later = await login(server.client, api, account.name, PASSWORD)
      assert.equal((await change(later, PASSWORD, PASSWORD)).status, 200)
      assert.equal((await change(token, PASSWORD, PASSWORD)).status, 401)
    })

    it('stays as it was when the current one is wrong', async () => {
      const { account, token } = await signUp()
      const { status, body } = await change(token, 'wrong', 'new_password')
      assert.deepEqual([status, body], wrong)
      assert.equal((await logIn(account.name, PASSWORD)).status, 200)
    })

    it('is named where the current one is longer than any', async () => {
      const { token } = await signUp()
      const { status, body } = await change(token, 'p'.repeat(80), 'new_password')
      assert.deepEqual([status, body], tooLong)
    })

    it('takes one of several changes at the same moment', async () => {
      const { account, token } = await signUp()
      const wanted = ['first', 'second', 'third', 'fourth']
      const answers = await Promise.all(wanted.map((next) => change(token, PASSWORD, next)))
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array<number>(3).fill(wrong[0])])
      const held = wanted[answers.findIndex(({ status }) => status === 200)]!
      assert.equal((await logIn(account.name, held)).status, 200)
    })

    it('is refused as any request of a removed account where that is removed meanwhile, whoever has its name then', async () => {
      const { account, token } = await signUp()
      const [context, caller] = [realmContext(server.context, realmNamed(api)), await callerOf(server, api, token)]
      const change = () => changePassword(context, caller, { current: PASSWORD, next: 'new_password' })
      await removeAccount(context, account.id)
      await assert.rejects(change(), { code: 'caller-removed' })
      await signedUp(server, realmNamed(api), { name: account.name })
      await assert.rejects(change(), { code: 'caller-removed' })
    })

    it('leaves no valid token to a login with the old one at the same moment', async () => {
      const { account, token } = await signUp()
      const tokens: string[] = []
      const logInUntilRefused = async () => {
        for (;;) {
          const { status, body } = await logIn(account.name, PASSWORD)
          if (status !== 200) return
          tokens.push(traitsOf[api].tokenIn(body))
        }
      }
      await Promise.all([logInUntilRefused(), logInUntilRefused(), change(token, PASSWORD, 'new_password')])
      assert.notEqual(tokens.length, 0)
      for (const old of tokens) assert.equal((await change(old, 'new_password', 'stolen')).status, 401)
    })

    it('is refused without a field, and where it cannot be stored', async () => {
      const { token } = await signUp()
      for (const passwords of [
        [],
        [PASSWORD],
        [undefined, 'new_password'],
        [PASSWORD, ''],
        [PASSWORD, '密'.repeat(25)]
      ]) {
        const json = Object.fromEntries(fields.map((field, index) => [field, passwords[index]]))
        const answer = await server.client.put(path, { token, json })
        assert.ok(traitsOf[api].refusesRequest(answer), JSON.stringify(answer.body))
      }
    })
  })
}
