import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createAccount } from '../../../src/accounts/register.js'
import { wasteSortingRealm, type WasteSortingAccount } from '../../../src/realms/waste-sorting.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import type { Journeys } from '../support/journey.js'
import { testOnlineSessions } from '../support/online-sessions.js'
import { testOwnSessions } from '../support/own-sessions.js'

const ADMINISTRATOR = { role_id: 1 }

export function testSessions(journeys: Journeys): void {
  const addUser = (values = {}): Promise<WasteSortingAccount> =>
    createAccount(realmContext(journeys.server.context, wasteSortingRealm), {
      name: freshName(),
      password: PASSWORD,
      values
    })
  const paths = { api: 'waste-sorting', own: '/api/auth/sessions' } as const

  testOwnSessions(journeys, { ...paths, addAccount: async () => (await addUser()).name })
  testOnlineSessions(journeys, {
    ...paths,
    record: 'users',
    addAccount: addUser,
    addAdministrator: async () => (await addUser(ADMINISTRATOR)).name
  })

  it('leads a user who asks for the sessions of all to the own page', async () => {
    const { name } = await addUser()
    const { page } = await journeys.enter('sessions', { name, password: PASSWORD })
    await page.waitForURL(/#\/waste-sorting\/me$/)
    assert.equal(await page.getByRole('link', { name: '在线用户' }).count(), 0)
  })
}
