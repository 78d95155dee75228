import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changePassword } from '../../../src/accounts/change-password.js'
import { confirmSecondFactor } from '../../../src/accounts/second-factor/enrol.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { realmContext } from '../../../src/server/context.js'
import { traitsOf } from '../../apis/index.js'
import { PASSWORD } from '../../support/accounts.js'
import { beginEnrolment, codeOf, enrol, WRONG_CODE } from '../../support/second-factor.js'
import { useServer } from '../../support/server.js'
import { callerOf } from '../../support/sessions.js'
import { person, tokenOf } from '../../security/support/people.js'
import { factorPlaces, type FactorPlace } from './place.js'

for (const place of factorPlaces) testOwn(place)

function testOwn({ api, me, login, refusal, dataOf, recoveryCodesIn }: FactorPlace): void {
  describe(`the own second factor in ${api}`, () => {
    const server = useServer({ APIS: api })
    const path = `${me}/second-factor`
    const signUp = async () => {
      const account = await person(server, api)
      return { account, token: tokenOf(server, api, account) }
    }
    const enrolled = async () => {
      const { account, token } = await signUp()
      return { account, token, ...(await enrol(server, api, account.id)) }
    }
    const state = async (token: string) => {
      const { body } = await server.client.get(path, { token })
      const { enabled, since, required, recovery_codes_left, recoveryCodesLeft = recovery_codes_left } = dataOf(body)
      return { enabled, isDated: since !== null, required, left: recoveryCodesLeft }
    }
    const begin = (token: string, currentPassword = PASSWORD) =>
      server.client.post(path, { token, json: { currentPassword } })
    const confirm = (token: string, code: string) => server.client.put(path, { token, json: { code } })
    const change = (token: string, what: 'removal' | 'recovery-codes', code: string, currentPassword = PASSWORD) =>
      server.client.post(`${path}/${what}`, { token, json: { currentPassword, code } })
    const isTaken = async (token: string) => (await server.client.get(me, { token })).status === 200
    const logIn = (name: string, code?: string) => login(server.client, name, PASSWORD, code)

    it('is enabled by a code of the new secret, and from then on required at login', async () => {
      const { account, token } = await signUp()
      const other = tokenOf(server, api, account)
      assert.deepEqual(await state(token), { enabled: false, isDated: false, required: false, left: 0 })

      const { secret, uri, qr_svg, qrSvg = qr_svg } = dataOf((await begin(token)).body)
      assert.equal(new URL(uri).searchParams.get('secret'), secret)
      assert.ok(decodeURIComponent(uri).includes(`:${account.name}?`))
      assert.match(qrSvg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*>.*<\/svg>$/)
      assert.doesNotMatch(qrSvg, /style|script/)
      assert.equal((await logIn(account.name)).status, 200)

      const code = codeOf(secret)
      const codes = recoveryCodesIn((await confirm(token, code)).body)
      assert.equal(new Set(codes).size, 10)
      for (const recovery of codes) assert.match(recovery, /^([a-z2-7]{4}-){5}[a-z2-7]{4}$/)
      assert.deepEqual(await state(token), { enabled: true, isDated: true, required: false, left: 10 })
      assert.deepEqual((await logIn(account.name)).body, refusal(400, '请输入验证码'))
      assert.deepEqual((await logIn(account.name, code)).body, refusal(400, '验证码错误'))
      assert.equal((await logIn(account.name, codes[3])).status, 200)
      assert.equal((await state(token)).left, 9)
      assert.deepEqual([await isTaken(token), await isTaken(other)], [true, false])
    })

    it('gets a new secret for the password alone, as often as one likes, until it is enabled', async () => {
      const { token } = await signUp()
      assert.deepEqual((await begin(token, 'wrong')).body, refusal(400, '当前密码不正确'))
      const first = dataOf((await begin(token)).body)
      const second = dataOf((await begin(token)).body)
      assert.deepEqual((await confirm(token, codeOf(first.secret))).body, refusal(400, '验证码错误'))
      assert.equal((await confirm(token, codeOf(second.secret))).status, 200)
      assert.deepEqual((await begin(token)).body, refusal(400, '两步验证已启用'))
      assert.deepEqual((await confirm(token, codeOf(second.secret))).body, refusal(400, '两步验证已启用'))
    })

    it('is confirmed by one of 20 simultaneous requests', async () => {
      const { account, token } = await signUp()
      const code = codeOf(await beginEnrolment(server, api, account.id))
      const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(token, code)))
      assert.equal(answers.filter(({ status }) => status === 200).length, 1)
      assert.equal((await state(token)).left, 10)
    })

    it('is not confirmed with a token that has ended meanwhile, which stays ended', async () => {
      const { account, token } = await signUp()
      const code = codeOf(await beginEnrolment(server, api, account.id))
      const context = realmContext(server.context, realmNamed(api))
      const caller = await callerOf(server, api, token)
      const other = await callerOf(server, api, tokenOf(server, api, account))
      await changePassword(context, other, { current: PASSWORD, next: PASSWORD })
      await assert.rejects(confirmSecondFactor(context, caller, code), { code: 'token-revoked' })
      assert.equal(await isTaken(token), false)
      assert.equal((await logIn(account.name)).status, 200)
    })

    it('is removed with password and code, and the next login takes the password alone', async () => {
      const { account, token, secret } = await enrolled()
      const other = tokenOf(server, api, account)
      assert.deepEqual((await change(token, 'removal', codeOf(secret), 'wrong')).body, refusal(400, '当前密码不正确'))
      assert.deepEqual((await change(token, 'removal', WRONG_CODE)).body, refusal(400, '验证码错误'))
      assert.equal((await change(token, 'removal', codeOf(secret))).status, 200)
      assert.deepEqual(await state(token), { enabled: false, isDated: false, required: false, left: 0 })
      assert.equal((await logIn(account.name)).status, 200)
      assert.deepEqual([await isTaken(token), await isTaken(other)], [true, false])
      assert.deepEqual((await change(token, 'removal', '123456')).body, refusal(400, '两步验证未启用'))
    })

    it('gets ten new recovery codes in the place of the old ones', async () => {
      const { account, token, recoveryCodes } = await enrolled()
      const [used = '', old = ''] = recoveryCodes
      const codes = recoveryCodesIn((await change(token, 'recovery-codes', used)).body)
      assert.equal(codes.filter((code) => !recoveryCodes.includes(code)).length, 10)
      assert.deepEqual((await logIn(account.name, old)).body, refusal(400, '验证码错误'))
      assert.equal((await logIn(account.name, codes[0])).status, 200)
    })

    it('stays when the password is changed', async () => {
      const { account, token } = await enrolled()
      const json = { currentPassword: PASSWORD, newPassword: PASSWORD }
      assert.equal((await server.client.put(`${me}/password`, { token, json })).status, 200)
      assert.deepEqual((await logIn(account.name)).body, refusal(400, '请输入验证码'))
    })

    it('is stored encrypted, and its recovery codes as hashes', async () => {
      const { token } = await signUp()
      const { secret } = dataOf((await begin(token)).body)
      const codes = recoveryCodesIn((await confirm(token, codeOf(secret))).body)
      const stored = JSON.stringify([
        await server.db('quintet.second_factors').select(),
        await server.db('quintet.recovery_codes').select(),
        await server.db('audit.events').select()
      ])
      for (const text of [secret, ...codes]) {
        assert.ok(!stored.includes(text) && !stored.includes(text.replaceAll('-', '')))
        assert.ok(!server.logged.some((line) => line.includes(text)))
      }
    })

    it('is deleted with its account', async () => {
      const { account } = await enrolled()
      const administrator = await person(server, api, traitsOf[api].ranks?.highest)
      const token = tokenOf(server, api, administrator)
      const [target] = [`${me.replace(/me$/, api === 'julong' ? 'users' : 'admins')}/${account.id}`]
      assert.equal((await server.client.delete(target, { token })).status, 200)
      const left = { account_id: String(account.id), realm: api }
      assert.equal((await server.db('quintet.second_factors').where(left)).length, 0)
      assert.equal((await server.db('quintet.recovery_codes').where(left)).length, 0)
    })
  })
}
