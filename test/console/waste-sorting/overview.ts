import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createAccount } from '../../../src/accounts/register.js'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { chartOf, numberOf, rowsOf } from '../support/charts.js'
import type { Journeys } from '../support/journey.js'
import { testOverviewOf } from '../support/overview.js'

const POINTS = '积分如何分布？'

export function testOverview(journeys: Journeys): void {
  const refuseLogin = (): Promise<unknown> =>
    journeys.server.client.post('/api/auth/login', { json: { username: 'usertest', password: 'wrong' } })

  testOverviewOf('waste-sorting', journeys, refuseLogin)

  it('counts accounts by points, status and role, again when it is reloaded', async () => {
    const { server } = journeys
    const { page } = await journeys.enter('overview')
    await chartOf(page, POINTS).getByRole('table').waitFor()
    const account = { name: freshName(), password: PASSWORD, values: { points: 1234, disabled: true } }
    await createAccount(realmContext(server.context, wasteSortingRealm), account)
    const users: { points: number; disabled: boolean; role_id: number }[] = await server.db(wasteSortingRealm.table)
    const many = (is: (user: (typeof users)[number]) => boolean): number => users.filter(is).length
    const sum = users.reduce((total, { points }) => total + points, 0)
    await page.getByRole('button', { name: '刷新' }).click()
    await page.getByText(`全部账号共有 ${sum.toLocaleString('zh-CN')} 积分`).waitFor()
    const numbers = async (title: string, rows: number): Promise<(string | number)[][]> =>
      (await rowsOf(chartOf(page, title), rows)).map(([name = '', count = '']) => [name, numberOf(count)])
    assert.deepEqual(await numbers(POINTS, 7), [
      ['0', many(({ points }) => points === 0)],
      ['1–99', many(({ points }) => points > 0 && points < 100)],
      ['100–499', many(({ points }) => points >= 100 && points < 500)],
      ['500–999', many(({ points }) => points >= 500 && points < 1000)],
      ['1,000–4,999', many(({ points }) => points >= 1000 && points < 5000)],
      ['5,000–9,999', many(({ points }) => points >= 5000 && points < 10_000)],
      ['10,000 及以上', many(({ points }) => points >= 10_000)]
    ])
    assert.deepEqual(await numbers('多少账号被封禁？', 2), [
      ['正常', many(({ disabled }) => !disabled)],
      ['封禁', many(({ disabled }) => disabled)]
    ])
    assert.deepEqual(await numbers('用户和管理员各有多少？', 2), [
      ['用户', many(({ role_id: role }) => role === 0)],
      ['管理员', many(({ role_id: role }) => role === 1)]
    ])
  })

  it('leads users to their own page instead', async () => {
    const { page } = await journeys.enter('overview', { name: 'usertest', password: 'usertest' })
    await page.waitForURL(/#\/waste-sorting\/me$/)
    assert.equal(await page.getByRole('link', { name: '概览' }).count(), 0)
  })
}
