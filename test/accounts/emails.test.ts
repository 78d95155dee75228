import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isEmail, readEmail, shownEmail } from '../../src/realms/emails.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'
import { EMAILS } from './email-table.js'

const PROFILE = { first_name: '', last_name: '', phone_number: '' }

describe('an email', () => {
  const server = useServer({ APIS: 'user-login' })
  const register = (email: string) =>
    server.client.post('/api/users/register', { json: { email, password: PASSWORD, ...PROFILE } })

  for (const [text, address] of EMAILS) {
    it(`${JSON.stringify(text.slice(0, 60))} is ${address === null ? 'none' : 'one'}, as for EmailStr`, () => {
      const read = readEmail(text)
      assert.equal(read === undefined ? null : shownEmail(read), address)
    })
  }

  it('has at most 2,048 characters with surrounding text', () => {
    assert.ok(isEmail(`a@example.com${' '.repeat(2_000)}`))
    assert.ok(!isEmail(`a@example.com${' '.repeat(2_048)}`))
  })

  it('of any script registers, logs in in each of its forms, and is shown as its owner writes it', async () => {
    const local = `张三-${freshName()}`
    const email = `${local}@例子.中国`
    assert.equal((await register(` ${email}\t`)).status, 200)
    const forms = [email, ` ${email} `, `${local.toUpperCase()}@xn--fsqu00a.XN--FIQS8S`, `张三 <${email}>`]
    for (const form of forms) {
      const token = await login(server.client, 'user-login', form, PASSWORD)
      const { body } = await server.client.get('/api/users/me', { token })
      assert.equal(body.email, email)
      const taken = await register(form)
      assert.deepEqual([taken.status, taken.body], [400, { detail: 'Email already registered' }])
    }
    const json = { email, old_password: PASSWORD, new_password: 'another one' }
    assert.equal((await server.client.post('/api/users/reset_password', { json })).status, 200)
  })

  it('that is invalid is refused with a problem of the API', async () => {
    for (const email of ['a@localhost', 'a@x.test', 'a@💩.com', 'a b@example.com']) {
      const { status, body } = await register(email)
      assert.equal(status, 422, email)
      assert.deepEqual(body.detail, [
        { loc: ['body', 'email'], msg: 'value is not a valid email address', type: 'value_error' }
      ])
    }
  })
})
