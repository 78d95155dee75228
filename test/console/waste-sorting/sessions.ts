import assert from 'node:assert/strict'
import { it } from 'node:test'
import { person } from '../../security/support/people.js'
import { PASSWORD } from '../../support/accounts.js'
import type { Journeys } from '../support/journey.js'
import { testOnlineSessions } from '../support/online-sessions.js'
import { testOwnSessions } from '../support/own-sessions.js'

export function testSessions(journeys: Journeys): void {
  testOwnSessions(journeys, 'waste-sorting')
  testOnlineSessions(journeys, 'waste-sorting', 'users')

  it('redirects a user who opens the sessions of all accounts to the own page', async () => {
    const { name } = await person(journeys.server, 'waste-sorting')
    const { page } = await journeys.enter('sessions', { name, password: PASSWORD })
    await page.waitForURL(/#\/waste-sorting\/me$/)
    assert.equal(await page.getByRole('link', { name: '在线用户' }).count(), 0)
  })
}
