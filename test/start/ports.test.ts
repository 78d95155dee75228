import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { startMain, type RunningMain } from '../support/main.js'
import { freePorts } from '../support/ports.js'

describe('main with PORTS and APIS', () => {
  let ports: number[]
  let database: TestDatabase
  let server: RunningMain

  before(async () => {
    ports = await freePorts(3)
    database = await copyOfTemplate()
    server = await startMain({ ...database.env, PORTS: ports.join(','), APIS: 'waste-sorting' })
  })
  after(async () => {
    server.kill('SIGTERM')
    await server.ended
    await database.remove()
    await removeOwnTemplate()
  })

  it('answers alike on every port', async () => {
    for (const port of ports) {
      const { status } = await createClient(`http://127.0.0.1:${port}`).get('/api/admin/users')
      assert.equal(status, 401, `port ${port}`)
    }
  })

  it('serves only the APIs that are named', async () => {
    const paths = ['/tms/user/me', '/api/private/v1/users', '/api/users/me', '/api/me', '/admin/admins', '/']
    for (const path of paths) {
      const { status, body } = await createClient(server.origin).get(path)
      assert.deepEqual({ status, body }, { status: 404, body: { message: 'Not Found' } }, path)
    }
  })
})
