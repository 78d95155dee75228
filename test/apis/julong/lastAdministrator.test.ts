import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { JulongAccount } from '../../../src/realms/julong.js'
import type { Answer } from '../../support/client.js'
import { assertRefused, BASE, userOf } from '../../support/julong.js'
import { useServer } from '../../support/server.js'

const LAST = '不能删除、禁用或降级最后一个超级管理员'

type Target = Pick<JulongAccount, 'id'>

describe('julong, the last super administrator', () => {
  const server = useServer({ APIS: 'julong' })
  const remove = ({ id }: Target, token: string) => server.client.delete(`${BASE}/users/${id}`, { token })
  const disable = ({ id }: Target, token: string) => server.client.put(`${BASE}/users/${id}/state/false`, { token })
  const demote = ({ id }: Target, token: string) =>
    server.client.put(`${BASE}/users/${id}/role`, { token, json: { rid: 30 } })
  const changes: [string, (target: Target, token: string) => Promise<Answer>][] = [
    ['removed', remove],
    ['disabled', disable],
    ['demoted', demote]
  ]
  const enabled = () => server.db('julong.accounts').where({ role_id: 0, disabled: false }).pluck('id')

  // Every test makes the super administrators that it needs.
  beforeEach(() => server.db('julong.users').where({ role_id: 0 }).update({ role_id: -1 }))

  for (const [done, change] of changes) {
    it(`can't be ${done}`, async () => {
      const { account, token } = await userOf(server, 0)
      assertRefused(await change(account, token), 403, LAST)
      assert.deepEqual(await enabled(), [account.id])
    })

    it(`can't be ${done} where another is disabled`, async () => {
      const { account, token } = await userOf(server, 0)
      const { account: other } = await userOf(server, 0)
      assert.equal((await disable(other, token)).status, 200)
      assertRefused(await change(account, token), 403, LAST)
    })

    it(`is left when two are ${done} by themselves at once`, async () => {
      for (let round = 0; round < 3; round += 1) {
        await server.db('julong.users').where({ role_id: 0 }).update({ role_id: -1 })
        const two = [await userOf(server, 0), await userOf(server, 0)]
        const answers = await Promise.all(two.map(({ account, token }) => change(account, token)))
        assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 403])
        assert.equal((await enabled()).length, 1)
      }
    })

    it(`is left when two are ${done} by each other at once`, async () => {
      for (let round = 0; round < 3; round += 1) {
        await server.db('julong.users').where({ role_id: 0 }).update({ role_id: -1 })
        const [one, two] = [await userOf(server, 0), await userOf(server, 0)]
        const answers = await Promise.all([change(one.account, two.token), change(two.account, one.token)])
        assert.deepEqual(answers.filter(({ status }) => status === 200).length, 1)
        assert.equal((await enabled()).length, 1)
      }
    })
  }

  it('may be changed and given role 0 again', async () => {
    const { account, token } = await userOf(server, 0)
    const json = { email: 'a@b.c', mobile: '1' }
    assert.equal((await server.client.put(`${BASE}/users/${account.id}`, { token, json })).status, 200)
    const again = await server.client.put(`${BASE}/users/${account.id}/role`, { token, json: { rid: 0 } })
    assert.equal(again.status, 200)
  })
})
