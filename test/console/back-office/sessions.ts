import assert from 'node:assert/strict'
import { it } from 'node:test'
import { person } from '../../security/support/people.js'
import { PASSWORD } from '../../support/accounts.js'
import type { Journeys } from '../support/journey.js'
import { testOnlineSessions } from '../support/online-sessions.js'
import { testOwnSessions } from '../support/own-sessions.js'
import { rowOf } from '../support/rows.js'

export function testSessions(journeys: Journeys): void {
  testOwnSessions(journeys, 'back-office')
  testOnlineSessions(journeys, 'back-office', 'admins')

  it('shows a viewer who is online, and offers nothing that ends a session', async () => {
    const { name } = await person(journeys.server, 'back-office')
    const { page } = await journeys.enter('admins', { name, password: PASSWORD })
    await page.getByRole('link', { name: '在线管理员' }).click()
    await rowOf(page, name).getByText('当前会话').waitFor()
    assert.equal(await page.getByRole('button', { name: '结束' }).count(), 0)
  })
}
