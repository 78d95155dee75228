import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { RealmName } from '../../../src/config/realm-names.js'
import { person } from '../../security/support/people.js'
import { PASSWORD } from '../../support/accounts.js'
import { assertAccessible, LOOKS } from './access.js'
import type { Journeys, View } from './journey.js'
import { answer } from './rows.js'
import { SCRIPT, sessionsOverHttp, tokenListing } from './sessions.js'

const CURL = 'curl/8.5.0'

/** How an account sees and ends its own sessions. */
export function testOwnSessions(journeys: Journeys, api: RealmName): void {
  const addAccount = async (): Promise<string> => (await person(journeys.server, api)).name
  const panelOf = (page: Page): Locator => page.getByRole('region', { name: '登录会话' })
  const itemOf = (page: Page, text: string): Locator => panelOf(page).getByRole('listitem').filter({ hasText: text })

  /** The view of an account that is logged in with these programs too. */
  async function enterWith(name: string, ...userAgents: string[]): Promise<View & { tokens: string[]; token: string }> {
    const tokens: string[] = []
    const { logIn } = sessionsOverHttp(journeys.server, api)
    for (const userAgent of userAgents) tokens.push(await logIn(name, userAgent))
    const view = await journeys.enter('me', { name, password: PASSWORD })
    await panelOf(view.page).getByRole('listitem').nth(userAgents.length).waitFor()
    const token = tokenListing(view.page, api)
    await view.page.reload()
    return { ...view, tokens, token: await token }
  }

  it('lists the own sessions, ends one of them and all others, and says so in another tab', async () => {
    const { statusOf } = sessionsOverHttp(journeys.server, api)
    const { page, troubles, tokens, token } = await enterWith(await addAccount(), CURL, SCRIPT, CURL)
    const other = await journeys.open('me', { profile: page.context() })
    await itemOf(page, '当前会话')
      .getByText(/^Chrome \d+, /)
      .waitFor()
    assert.equal(await itemOf(page, '当前会话').getByRole('button').count(), 0)
    await itemOf(page, '未知设备').getByText('127.0.0.1').waitFor()
    assert.equal(await panelOf(page).getByRole('listitem').count(), 4)

    await itemOf(other.page, '未知设备').waitFor()
    await itemOf(page, '未知设备').getByRole('button', { name: '结束' }).click()
    await page.getByText('已结束会话：未知设备').waitFor()
    await itemOf(page, '未知设备').waitFor({ state: 'detached' })
    await page.locator('h2:focus', { hasText: '登录会话' }).waitFor()
    assert.deepEqual(await Promise.all(tokens.map(statusOf)), [200, 401, 200])

    await panelOf(other.page).getByText('列表已在别处更改').waitFor()
    await itemOf(other.page, '未知设备').getByRole('button', { name: '结束' }).click()
    await other.page.getByText('该会话已经结束').waitFor()
    await itemOf(other.page, '未知设备').waitFor({ state: 'detached' })

    await panelOf(page).getByRole('button', { name: '退出其他所有会话' }).click()
    await answer(page, '退出其他所有会话？', '退出其他所有会话')
    await itemOf(page, 'curl 8.5.0').first().waitFor({ state: 'detached' })
    assert.deepEqual(await Promise.all([...tokens, token].map(statusOf)), [401, 401, 401, 200])
    assert.equal(await page.locator('img').count(), 0)
    assert.deepEqual([...troubles, ...other.troubles], [])
  })

  it('ends the token on the server with a logout, in all tabs', async () => {
    const { statusOf } = sessionsOverHttp(journeys.server, api)
    const name = await addAccount()
    const { page, tokens, token } = await enterWith(name, CURL)
    const other = await journeys.open('me', { profile: page.context() })
    await itemOf(other.page, '当前会话').waitFor()
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await answer(page, '退出登录？', '退出登录')
    for (const tab of [page, other.page]) await tab.getByLabel('密码', { exact: true }).waitFor()
    assert.deepEqual(await Promise.all([...tokens, token].map(statusOf)), [200, 401])
  })

  it('has nothing that axe finds with the own sessions', async () => {
    const name = await addAccount()
    await sessionsOverHttp(journeys.server, api).logIn(name, CURL)
    for (const look of LOOKS) {
      const { page } = await journeys.enter('me', { ...look, name, password: PASSWORD })
      await itemOf(page, 'curl 8.5.0').waitFor()
      await assertAccessible(page, `own sessions, ${look.theme} at ${look.width} pixels`)
    }
  })
}
