import { it } from 'node:test'
import { julongRealm } from '../../../src/realms/julong.js'
import { NO_ROLE } from '../../../src/roles/find.js'
import { PASSWORD, tokenEnding } from '../../support/accounts.js'
import { administratorToken, BASE, userOf, userWith } from '../../support/julong.js'
import { login, sessionOf } from '../../support/sessions.js'
import type { Journeys } from '../support/journey.js'
import { testOnlineSessions } from '../support/online-sessions.js'
import { testOwnSessions } from '../support/own-sessions.js'
import { answer, rowOf } from '../support/rows.js'

export function testSessions(journeys: Journeys): void {
  const addUser = async () => (await userOf(journeys.server, NO_ROLE)).account

  testOwnSessions(journeys, 'julong')
  testOnlineSessions(journeys, 'julong', 'users')

  it('shows why a session may not be ended: the right is missing, or the account has a higher role', async () => {
    const { server } = journeys
    const higher = (await userWith(server, 'rights:read')).account.name
    await login(server.client, 'julong', higher, PASSWORD)
    for (const rights of [['audit:read'], ['audit:read', 'users:disable']]) {
      const { name } = (await userWith(server, ...rights)).account
      const { page } = await journeys.enter(`sessions?query=${higher}`, { name, password: PASSWORD })
      for (const [action, title] of [
        ['结束会话', `结束“${higher}”的会话？`],
        ['结束全部会话', `结束“${higher}”的全部会话？`]
      ] as const) {
        await rowOf(page, higher).getByRole('button', { name: action }).click()
        await answer(page, title, action)
      }
      await page.locator('.notice-failed').getByText('没有访问权限').nth(1).waitFor()
      await rowOf(page, higher).waitFor()
    }
    const { name } = await addUser()
    const { page } = await journeys.enter('sessions', { name, password: PASSWORD })
    await page.getByRole('alert').getByText('没有访问权限（此操作需要的权限：查看日志）').waitFor()
  })

  it('pages by the address', async () => {
    const { server } = journeys
    const account = await addUser()
    for (let number = 0; number < 21; number += 1) {
      await sessionOf(server, 'julong', tokenEnding(server, julongRealm, account, 3600))
    }
    const { page } = await journeys.enter(`sessions?account=${account.id}`)
    await page.getByRole('navigation', { name: '分页' }).getByText('共 21 条').waitFor()
    await page.getByRole('button', { name: '下一页' }).click()
    await page.waitForURL(/page=2/)
    await page.reload()
    await rowOf(page, account.name).first().waitFor()
    await rowOf(page, account.name).nth(1).waitFor({ state: 'detached' })
  })

  it('names in the audit trail that sessions were ended, and how many', async () => {
    const { server } = journeys
    const { id, name } = await addUser()
    await login(server.client, 'julong', name, PASSWORD)
    await login(server.client, 'julong', name, PASSWORD)
    await server.client.delete(`${BASE}/users/${id}/sessions`, { token: await administratorToken(server) })
    const { page } = await journeys.enter('audit')
    await page.getByLabel('操作', { exact: true }).selectOption('结束会话')
    await rowOf(page, name).filter({ hasText: '结束会话' }).getByRole('link').click()
    const drawer = page.getByRole('dialog', { name: '结束会话' })
    await drawer.locator('.fact', { hasText: '结束的会话数' }).getByText('2', { exact: true }).waitFor()
  })
}
