import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { login } from '../support/sessions.js'
import { useServer } from '../support/server.js'

const VIEW = `
  create or replace view tms.callers as
    select a.*, u.kept_token, array[]::text[] as rights, 1 as more
    from tms.accounts a join tms.users u on u.id = a.id`

describe('named statements', () => {
  const server = useServer({ APIS: 'tms' })

  it('continue after another server has migrated the tables that they read', async () => {
    const token = await login(server.client, 'tms', 'admin', 'zhou0914.')
    const me = () => server.client.get('/tms/user/me', { token })
    const { body: before } = await me()
    await server.db.raw(VIEW)
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await me()
      assert.equal(status, 200)
      assert.deepEqual(body, before)
    }
  })
})
