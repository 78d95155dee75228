import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { person } from '../../security/support/people.js'
import { PASSWORD } from '../../support/accounts.js'
import { assertAccessible, LOOKS } from './access.js'
import type { Journeys } from './journey.js'
import { answer, rowOf } from './rows.js'
import { SCRIPT, sessionsOverHttp } from './sessions.js'

/** How an administrator sees and ends the sessions of all accounts; `record` is the view that has the record of one. */
export function testOnlineSessions(journeys: Journeys, api: RealmName, record: string): void {
  const overHttp = () => sessionsOverHttp(journeys.server, api)

  it('finds who is online by name, ends one session, and then all of the account', async () => {
    const { logIn, statusOf } = overHttp()
    const { name } = await person(journeys.server, api)
    const tokens = [await logIn(name, 'curl/8.5.0'), await logIn(name, 'curl/8.6.0'), await logIn(name, SCRIPT)]
    const { page, troubles } = await journeys.enter('sessions')
    await page.getByText('当前会话').first().waitFor()
    await page.getByLabel('用户名').fill(name)
    await page.waitForURL(new RegExp(`query=${name}`))
    await page.getByRole('navigation', { name: '分页' }).getByText('共 3 条').waitFor()
    await rowOf(page, '未知设备').getByText('127.0.0.1').waitFor()

    await rowOf(page, 'curl 8.5.0').getByRole('button', { name: '结束会话' }).click()
    await answer(page, `结束“${name}”的会话？`, '结束会话')
    await page.getByText('已结束会话：curl 8.5.0').waitFor()
    await rowOf(page, 'curl 8.5.0').waitFor({ state: 'detached' })
    assert.deepEqual(await Promise.all(tokens.map(statusOf)), [401, 200, 200])

    await rowOf(page, 'curl 8.6.0').getByRole('button', { name: '结束全部会话' }).click()
    await answer(page, `结束“${name}”的全部会话？`, '结束全部会话')
    await page.getByText(`已结束“${name}”的全部会话`).waitFor()
    await page.getByText('没有符合条件的结果').waitFor()
    assert.deepEqual(await Promise.all(tokens.map(statusOf)), [401, 401, 401])
    assert.equal(await page.locator('img').count(), 0)
    assert.deepEqual(troubles, [])
  })

  it('shows the sessions of one account from its record, and says of one that it is gone', async () => {
    const { id, name } = await person(journeys.server, api)
    await overHttp().logIn(name, 'curl/8.5.0')
    const { page } = await journeys.enter(`${record}/${id}`)
    await page.getByRole('link', { name: '查看登录会话' }).click()
    await page.waitForURL(new RegExp(`sessions\\?account=${id}$`))
    await rowOf(page, name).waitFor()
    await page.getByRole('button', { name: '显示全部' }).filter({ hasText: name }).waitFor()
    await journeys.server
      .db('quintet.sessions')
      .where({ realm: api, account_id: String(id) })
      .del()
    await rowOf(page, name).getByRole('button', { name: '结束会话' }).click()
    await answer(page, `结束“${name}”的会话？`, '结束会话')
    await page.locator('.notice-failed').getByText('该会话已经结束').waitFor()
    await page.getByText('没有符合条件的结果').waitFor()
    await page.getByRole('button', { name: '显示全部' }).click()
    await page.getByText('当前会话').first().waitFor()
  })

  it('logs out who ends the own session', async () => {
    const { name } = await person(journeys.server, api, realmNamed(api).administratorRole)
    for (const all of [false, true]) {
      const { page } = await journeys.enter(`sessions?query=${name}`, { name, password: PASSWORD })
      const action = all ? '结束全部会话' : '结束会话'
      await rowOf(page, '当前会话').getByRole('button', { name: action }).click()
      await page.getByRole('dialog').getByText('你将立即退出').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: action }).click()
      await page.getByLabel('密码', { exact: true }).waitFor()
    }
  })

  it('has nothing that axe finds with who is online', async () => {
    for (const look of LOOKS) {
      const { page } = await journeys.enter('sessions', look)
      await page.getByText('当前会话').first().waitFor()
      await assertAccessible(page, `sessions, ${look.theme} at ${look.width} pixels`)
    }
  })
}
