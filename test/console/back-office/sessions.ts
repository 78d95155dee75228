import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createAccount } from '../../../src/accounts/register.js'
import { backOfficeRealm, type BackOfficeAccount } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import type { Journeys } from '../support/journey.js'
import { testOnlineSessions } from '../support/online-sessions.js'
import { testOwnSessions } from '../support/own-sessions.js'

const WRITER = { role_id: 1 }

export function testSessions(journeys: Journeys): void {
  const addAdmin = (values = {}): Promise<BackOfficeAccount> =>
    createAccount(realmContext(journeys.server.context, backOfficeRealm), {
      name: freshName(),
      password: PASSWORD,
      values
    })
  const paths = { api: 'back-office', own: '/admin/me/sessions' } as const

  testOwnSessions(journeys, { ...paths, addAccount: async () => (await addAdmin()).name })
  testOnlineSessions(journeys, {
    ...paths,
    record: 'admins',
    addAccount: addAdmin,
    addAdministrator: async () => (await addAdmin(WRITER)).name
  })

  it('shows a viewer who is online, and offers nothing that ends a session', async () => {
    const { name } = await addAdmin()
    const { page } = await journeys.enter('admins', { name, password: PASSWORD })
    await page.getByRole('link', { name: '在线管理员' }).click()
    await page.getByRole('row').filter({ hasText: name }).getByText('当前会话').waitFor()
    assert.equal(await page.getByRole('button', { name: '结束' }).count(), 0)
  })
}
