import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { removeOwnTemplate } from '../support/database.js'
import { startServer } from '../support/server.js'

describe('X-Forwarded-For', () => {
  after(removeOwnTemplate)

  for (const [proxies, warnings] of [
    ['0', 1],
    ['1', 0]
  ] as const) {
    it(`is warned of ${warnings} time(s) where TRUSTED_PROXIES is ${proxies}`, async () => {
      const server = await startServer({ TRUSTED_PROXIES: proxies, APIS: 'tms' })
      const warned = (): number => server.logged.filter((line) => line.includes('"level":40')).length
      const before = warned()
      await server.client.get('/health/live')
      assert.equal(warned(), before)
      for (let round = 0; round < 3; round += 1) {
        await server.client.get('/health/live', { headers: { 'X-Forwarded-For': '203.0.113.7' } })
      }
      assert.equal(warned(), before + warnings)
      await server.stop()
    })
  }
})
