import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { useServer } from '../support/server.js'
import { runWorkflows } from './workflows.js'

describe('workflows', () => {
  const server = useServer({ APIS: 'user-login' })
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-test-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('names each step that was answered in another way or could not be sent', async () => {
    const change = { email: 'user@example.com', old_password: 'currentpassword', new_password: 'another password' }
    await server.client.post('/api/users/reset_password', { json: change })
    const { origin } = server
    const { 'user-login': result } = await runWorkflows({ origin, names: ['user-login'], folder })
    assert.equal(result.passed, 0)
    assert.equal(result.problems.length, result.steps)
    assert.match(result.problems[0]!, /^session login: answered 400; success criteria check: .*\$statusCode == 200/)
    assert.equal(result.problems[1], 'session readProfile: not run')
  })
})
