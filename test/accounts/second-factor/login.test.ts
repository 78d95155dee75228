import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { realmNamed } from '../../../src/realms/realms.js'
import { traitsOf } from '../../apis/index.js'
import { PASSWORD } from '../../support/accounts.js'
import { createClient } from '../../support/client.js'
import { beginEnrolment, codeOf, enrol, WRONG_CODE } from '../../support/second-factor.js'
import { useServer } from '../../support/server.js'
import { person, tokenOf } from '../../security/support/people.js'
import { factorPlaces, type FactorPlace } from './place.js'

const STEP_MS = 30_000

for (const place of factorPlaces) testLogin(place)

function testLogin({ api, login, refusal, any }: FactorPlace): void {
  describe(`login with a second factor in ${api}`, () => {
    const server = useServer({ APIS: api })
    const enrolled = async () => {
      const account = await person(server, api)
      return { account, ...(await enrol(server, api, account.id)) }
    }
    const logIn = (name: string, code?: unknown, password = PASSWORD) => login(server.client, name, password, code)

    it('says that a code is missing, and that it is wrong, only with the right password', async () => {
      const { account } = await enrolled()
      const missing = await logIn(account.name)
      assert.deepEqual([missing.status, missing.body], [400, refusal(400, '请输入验证码')])
      assert.deepEqual((await logIn(account.name, '')).body, missing.body)
      const wrong = await logIn(account.name, WRONG_CODE)
      assert.deepEqual([wrong.status, wrong.body], [400, refusal(400, '验证码错误')])

      const plain = await logIn((await person(server, api)).name, undefined, 'wrong')
      for (const code of [undefined, WRONG_CODE]) {
        const refused = await logIn(account.name, code, 'wrong')
        assert.deepEqual([refused.status, refused.body], [plain.status, plain.body])
      }
    })

    it('accepts a code once', async () => {
      const { account, secret } = await enrolled()
      const code = codeOf(secret)
      const answer = await logIn(account.name, code)
      assert.equal(answer.status, 200)
      assert.equal((await server.client.get(any, { token: traitsOf[api].tokenIn(answer.body) })).status, 200)
      assert.deepEqual((await logIn(account.name, code)).body, refusal(400, '验证码错误'))
    })

    it('refuses a code of a time step before the last used one', async () => {
      const { account, secret } = await enrolled()
      assert.equal((await logIn(account.name, codeOf(secret))).status, 200)
      const earlier = await logIn(account.name, codeOf(secret, Date.now() - STEP_MS))
      assert.deepEqual(earlier.body, refusal(400, '验证码错误'))
      assert.equal((await logIn(account.name, codeOf(secret, Date.now() + STEP_MS))).status, 200)
    })

    it('accepts a code with blanks, and a recovery code in capitals or without dashes, once', async () => {
      const { account, secret, recoveryCodes } = await enrolled()
      assert.equal((await logIn(account.name, codeOf(secret).replace(/^.../, '$& '))).status, 200)
      const [recovery = ''] = recoveryCodes
      assert.equal((await logIn(account.name, ` ${recovery.toUpperCase()} `)).status, 200)
      const [, second = '', third = ''] = recoveryCodes
      assert.equal((await logIn(account.name, second.replaceAll('-', ''))).status, 200)
      assert.equal((await logIn(account.name, third.replaceAll('-', ' ‐ '))).status, 200)
      assert.deepEqual((await logIn(account.name, recovery)).body, refusal(400, '验证码错误'))
    })

    it('accepts a code from one of 20 simultaneous requests', async () => {
      const { account, secret, recoveryCodes } = await enrolled()
      for (const code of [codeOf(secret), recoveryCodes[0]]) {
        const answers = await Promise.all(Array.from({ length: 20 }, () => logIn(account.name, code)))
        const messages = answers.filter(({ status }) => status !== 200).map(({ body }) => JSON.stringify(body))
        assert.deepEqual([...new Set(messages)], [JSON.stringify(refusal(400, '验证码错误'))])
        assert.equal(messages.length, 19)
      }
    })

    it('ignores the code of accounts without a second factor', async () => {
      const { name } = await person(server, api)
      for (const code of [undefined, '', WRONG_CODE, '123456']) assert.equal((await logIn(name, code)).status, 200)
    })

    it('refuses a disabled account without using up its code', async () => {
      const { account, secret } = await enrolled()
      await server.db(realmNamed(api).table).where({ id: account.id }).update({ disabled: true })
      assert.equal((await logIn(account.name, codeOf(secret))).status, 403)
      await server.db(realmNamed(api).table).where({ id: account.id }).update({ disabled: false })
      assert.equal((await logIn(account.name, codeOf(secret))).status, 200)
    })

    it('records a wrong code as a failed login, and the use of a recovery code', async () => {
      const { account, recoveryCodes } = await enrolled()
      await logIn(account.name)
      await logIn(account.name, WRONG_CODE)
      await logIn(account.name, recoveryCodes[0])
      const entries = await server
        .db('audit.events')
        .where({ realm: api, target_id: String(account.id) })
        .whereNot({ action: 'account-create' })
        .orderBy('id')
        .select('action', 'result', 'actor_name')
      assert.deepEqual(
        entries.map((entry) => [entry.action, entry.result, entry.actor_name]),
        [
          ['login', 'failed', null],
          ['recovery-code-use', 'done', account.name],
          ['login', 'done', account.name]
        ]
      )
    })
  })
}

for (const { api, me, login, refusal, accountPath, roles } of factorPlaces) {
  describe(`the limit of wrong codes in ${api}`, () => {
    const LIMIT = 3
    const server = useServer({ APIS: api, LOGIN_FAILURES: String(LIMIT), TRUSTED_PROXIES: '1' })

    it('is that of failed passwords, for an account from all addresses together', async () => {
      const account = await person(server, api)
      const { secret } = await enrol(server, api, account.id)
      const from = (address: number, code?: string) =>
        login(createClient(server.origin, { 'X-Forwarded-For': `203.0.113.${address}` }), account.name, PASSWORD, code)
      for (let address = 1; address <= LIMIT; address += 1) {
        assert.deepEqual((await from(address)).body, refusal(400, '请输入验证码'))
        assert.deepEqual((await from(address, WRONG_CODE)).body, refusal(400, '验证码错误'))
      }
      assert.equal((await from(9, codeOf(secret))).status, 429)
    })

    it('begins anew when an administrator removes the second factor', async () => {
      const account = await person(server, api)
      const token = tokenOf(server, api, await person(server, api, roles.highest))
      await enrol(server, api, account.id)
      for (let time = 0; time < LIMIT; time += 1) await login(server.client, account.name, PASSWORD, WRONG_CODE)
      assert.equal((await login(server.client, account.name, PASSWORD, WRONG_CODE)).status, 429)
      assert.equal((await server.client.delete(accountPath(account.id), { token })).status, 200)
      const code = codeOf(await beginEnrolment(server, api, account.id))
      const own = traitsOf[api].tokenIn((await login(server.client, account.name, PASSWORD)).body)
      assert.equal((await server.client.put(`${me}/second-factor`, { token: own, json: { code } })).status, 200)
    })
  })
}
