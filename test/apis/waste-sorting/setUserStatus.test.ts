import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setDisabled } from '../../../src/accounts/administration.js'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, PASSWORD, signedUp } from '../../support/accounts.js'
import { login } from '../../support/sessions.js'
import { useServer } from '../../support/server.js'

describe('waste-sorting setUserStatus', () => {
  const server = useServer({ APIS: 'waste-sorting' })
  let token: string
  before(async () => {
    token = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
  })
  const set = (id: string | number, status: unknown, by = token) =>
    server.client.put(`/api/admin/users/${id}/status`, { token: by, json: { status } })
  const signUpAdministrator = () =>
    signedUp(server, wasteSortingRealm, { name: freshName('admin'), values: { role_id: 1 } })

  it('bans and unbans an account', async () => {
    const { account } = await signedUp(server, wasteSortingRealm)
    for (const status of [1, 1, 0, 0]) {
      const answer = await set(account.id, status)
      assert.equal(answer.status, 200)
      assert.deepEqual(answer.body, {
        message: `用户 ${account.name} 状态已更新`,
        user: { id: account.id, points: 0, role: 0, status, username: account.name }
      })
    }
  })

  it('answers tokens of a banned account with 403 while the ban lasts and leaves them invalid after it', async () => {
    const { account, token: theirs } = await signedUp(server, wasteSortingRealm)
    const use = (by: string) =>
      server.client.put('/api/auth/change_password', {
        token: by,
        json: { current_password: PASSWORD, new_password: PASSWORD }
      })
    assert.equal((await use(theirs)).status, 200)
    await set(account.id, 1)
    const banned = await use(theirs)
    assert.equal(banned.status, 403)
    assert.deepEqual(banned.body, { message: '该账户已被封禁' })
    await set(account.id, 0)
    const ended = await use(theirs)
    assert.equal(ended.status, 401)
    assert.deepEqual(ended.body, { message: '无效的令牌' })
    assert.equal((await use(await login(server.client, 'waste-sorting', account.name, PASSWORD))).status, 200)
  })

  it('refuses a status other than 0 and 1, and an id that is none', async () => {
    for (const status of [2, -1, 0.5, '1', true, null, undefined, [1]]) {
      const answer = await set(2, status)
      assert.equal(answer.status, 400)
      assert.equal(answer.body.message, '无效的状态值')
    }
    assert.equal((await set('x', 1)).body.message, '无效的用户 id')
    assert.equal((await set('x', 2)).body.message, '无效的状态值')
  })

  it('refuses an id that nobody has', async () => {
    const { status, body } = await set(2_147_483_648, 1)
    assert.equal(status, 404)
    assert.deepEqual(body, { message: '用户不存在' })
  })

  it('refuses administrators to ban themselves', async () => {
    const own = await signUpAdministrator()
    const { status, body } = await set(own.account.id, 1, own.token)
    assert.equal(status, 400)
    assert.deepEqual(body, { message: '不能封禁自己' })
    assert.equal((await set(own.account.id, 0, own.token)).status, 200)
  })

  describe('with two administrators left', () => {
    const { accounts, table } = wasteSortingRealm
    let pair: Awaited<ReturnType<typeof signUpAdministrator>>[]
    const ids = () => pair.map(({ account }) => account.id)
    before(async () => {
      pair = [await signUpAdministrator(), await signUpAdministrator()]
      await server.db(table).where({ role_id: 1 }).whereNotIn('id', ids()).update({ disabled: true })
    })

    async function assertOneIsLeft(): Promise<void> {
      assert.equal((await server.db(accounts).where({ role_id: 1, disabled: false })).length, 1)
      // Back to the start, the tokens too, without another login.
      await server.db(table).whereIn('id', ids()).update({ disabled: false, generation: 0 })
    }

    it('keeps one when they ban each other at once, fifty times', async () => {
      const [one, two] = pair as [(typeof pair)[0], (typeof pair)[0]]
      for (let round = 0; round < 50; round += 1) {
        const answers = await Promise.all([set(two.account.id, 1, one.token), set(one.account.id, 1, two.token)])
        const outcomes = answers.map(({ status, body }) => `${status} ${body.message}`)
        assert.equal(outcomes.filter((outcome) => outcome.startsWith('200 ')).length, 1, outcomes.join())
        // The second is banned already when its token is looked at, or is stopped by the rule.
        assert.ok(
          outcomes.some((outcome) => /^(403 该账户已被封禁|400 不能封禁最后一个管理员)$/.test(outcome)),
          outcomes.join()
        )
        await assertOneIsLeft()
      }
    })

    it('keeps one when both were let in before either ban, fifty times', async () => {
      const context = realmContext(server.context, wasteSortingRealm)
      for (let round = 0; round < 50; round += 1) {
        const outcomes = await Promise.allSettled(ids().map((id) => setDisabled(context, id, true)))
        const [refused, ...others] = outcomes.filter((outcome) => outcome.status === 'rejected')
        assert.equal(refused?.reason.code, 'last-administrator')
        assert.equal(others.length, 0)
        await assertOneIsLeft()
      }
    })
  })
})
