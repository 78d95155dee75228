import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PASSWORD } from '../../support/accounts.js'
import { beginEnrolment, codeOf, enrol } from '../../support/second-factor.js'
import { useServer } from '../../support/server.js'
import { person, tokenOf } from '../../security/support/people.js'
import { factorPlaces, type FactorPlace } from './place.js'

const ROUNDS = 10

for (const place of factorPlaces) testChangesAtOnce(place)

function testChangesAtOnce({
  api,
  me,
  login,
  refusal,
  dataOf,
  recoveryCodesIn,
  accountPath,
  roles
}: FactorPlace): void {
  describe(`changes of a second factor at once in ${api}`, () => {
    const server = useServer({ APIS: api })
    const path = `${me}/second-factor`
    const wrong = refusal(400, '验证码错误')
    const off = refusal(400, '两步验证未启用')
    const enrolled = async () => {
      const account = await person(server, api)
      return { account, token: tokenOf(server, api, account), ...(await enrol(server, api, account.id)) }
    }
    const renew = (token: string, code = '') =>
      server.client.post(`${path}/recovery-codes`, { token, json: { currentPassword: PASSWORD, code } })
    const remove = (token: string, code = '') =>
      server.client.post(`${path}/removal`, { token, json: { currentPassword: PASSWORD, code } })
    const isEnabled = async (token: string) => dataOf((await server.client.get(path, { token })).body).enabled

    it('give new recovery codes once, whose codes replace those of the others', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { account, token, recoveryCodes } = await enrolled()
        const answers = await Promise.all([0, 1, 2].map((index) => renew(token, recoveryCodes[index])))
        const given = answers.filter(({ status }) => status === 200)
        assert.equal(given.length, 1)
        for (const { status, body } of answers) if (status !== 200) assert.deepEqual(body, wrong)
        const [code] = recoveryCodesIn(given[0]!.body)
        assert.equal((await login(server.client, account.name, PASSWORD, code)).status, 200)
      }
    })

    it('remove it or give new codes, not both', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { token, recoveryCodes } = await enrolled()
        const [removed, renewed] = await Promise.all([remove(token, recoveryCodes[0]), renew(token, recoveryCodes[1])])
        assert.deepEqual([removed.status, renewed.status].sort(), [200, 400])
        assert.equal(await isEnabled(token), renewed.status === 200)
        assert.deepEqual(renewed.status === 200 ? removed.body : renewed.body, renewed.status === 200 ? wrong : off)
      }
    })

    it('end with the removal by an administrator', async () => {
      const token = tokenOf(server, api, await person(server, api, roles.highest))
      for (let round = 0; round < ROUNDS; round += 1) {
        const { account, token: own, recoveryCodes } = await enrolled()
        const [removed, renewed] = await Promise.all([
          server.client.delete(accountPath(account.id), { token }),
          renew(own, recoveryCodes[0])
        ])
        assert.equal(removed.status, 200)
        assert.ok([200, 400, 401].includes(renewed.status), JSON.stringify(renewed.body))
        assert.equal((await login(server.client, account.name, PASSWORD)).status, 200)
      }
    })

    it('confirm the secret that was begun, or say that the code is of another', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const account = await person(server, api)
        const token = tokenOf(server, api, account)
        const code = codeOf(await beginEnrolment(server, api, account.id))
        const [begun, confirmed] = await Promise.all([
          server.client.post(path, { token, json: { currentPassword: PASSWORD } }),
          server.client.put(path, { token, json: { code } })
        ])
        assert.equal(await isEnabled(token), confirmed.status === 200)
        if (confirmed.status === 200) assert.deepEqual(begun.body, refusal(400, '两步验证已启用'))
        else assert.deepEqual([begun.status, confirmed.body], [200, wrong])
      }
    })
  })
}
