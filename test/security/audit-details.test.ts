import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { AuditEvent } from '../../src/audit/entries.js'
import type { Answer } from '../support/client.js'
import { useServer } from '../support/server.js'
import { roleWithRights } from '../support/julong.js'
import { person, tokenOf } from './support/people.js'
import { trailOf } from './support/trail.js'

const JULONG = '/api/private/v1'

describe('an entry of the audit trail', () => {
  const server = useServer()

  /** Sends a request under an id of its own; its answer and what it left in the trail. */
  async function put(path: string, token: string, json?: object): Promise<{ answer: Answer; trail: AuditEvent[] }> {
    const requestId = randomUUID()
    const headers = { 'X-Request-Id': requestId }
    const answer = await server.client.put(path, { token, headers, ...(json !== undefined && { json }) })
    return { answer, trail: await trailOf(server.db, requestId) }
  }

  const superAdministrator = async () => tokenOf(server, 'julong', await person(server, 'julong', 0))

  it('records which role an account was given', async () => {
    const { id } = await person(server, 'julong')
    const role = await roleWithRights(server, () => false)
    const { trail } = await put(`${JULONG}/users/${id}/role`, await superAdministrator(), { rid: role })
    assert.deepEqual(
      trail.map(({ detail }) => detail),
      [{ role }]
    )
  })

  it('records which rights a role was given and which one it lost', async () => {
    const token = await superAdministrator()
    const role = await roleWithRights(server, () => false)
    const path = `${JULONG}/roles/${role}/rights`
    await server.client.post(path, { token, headers: { 'X-Request-Id': 'given' }, json: { rids: '131,132' } })
    await server.client.delete(`${path}/132`, { token, headers: { 'X-Request-Id': 'lost' } })
    const details = [...(await trailOf(server.db, 'given')), ...(await trailOf(server.db, 'lost'))].map((e) => e.detail)
    assert.deepEqual(details, [{ granted: [131, 132] }, { revoked: 132 }])
  })

  it('records which fields were changed, not their values', async () => {
    const token = tokenOf(server, 'tms', await person(server, 'tms'))
    const { trail } = await put('/tms/user/update', token, { nickname: '会飞的神', telephone: '13425636267' })
    assert.deepEqual(
      trail.map(({ detail }) => detail),
      [{ fields: ['nickname', 'telephone'] }]
    )
  })

  it('is made for disabling and for enabling', async () => {
    const token = await superAdministrator()
    const { id } = await person(server, 'julong')
    const actions = []
    for (const state of ['false', 'true']) {
      const { trail } = await put(`${JULONG}/users/${id}/state/${state}`, token)
      actions.push(trail.map(({ action }) => action))
    }
    assert.deepEqual(actions, [['account-disable'], ['account-enable']])
  })

  it('is made once when one account is removed many times at once', async () => {
    const token = await superAdministrator()
    const { id } = await person(server, 'julong')
    const removals = Array.from({ length: 8 }, () => server.client.delete(`${JULONG}/users/${id}`, { token }))
    const statuses = (await Promise.all(removals)).map(({ status }) => status)
    assert.deepEqual(statuses.sort(), [200, 404, 404, 404, 404, 404, 404, 404])
    const entries = await server.db('audit.events').where({ action: 'account-remove', target_id: String(id) })
    assert.equal(entries.length, 1)
  })

  it('is not made for a refused request', async () => {
    const { id } = await person(server, 'back-office')
    const viewer = tokenOf(server, 'back-office', await person(server, 'back-office'))
    const refused = await put(`/admin/admins/${id}/state/false`, viewer)
    assert.equal(refused.answer.status, 403)
    assert.deepEqual(refused.trail, [])
  })
})
