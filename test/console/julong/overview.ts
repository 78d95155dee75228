import assert from 'node:assert/strict'
import { it } from 'node:test'
import { PASSWORD } from '../../support/accounts.js'
import { BASE, userOf } from '../../support/julong.js'
import { chartOf, openNumbers, rowsOf, sumsOf } from '../support/charts.js'
import type { Journeys } from '../support/journey.js'
import { testOverviewOf } from '../support/overview.js'
import { addRole } from './role-rows.js'

const LOGINS = '登录成功与被拒各有多少？'
const REFUSALS = '哪些操作的密码被拒？'
const ROLES = '各角色有多少用户？'

export function testOverview(journeys: Journeys): void {
  const refuseLogin = (): Promise<unknown> =>
    journeys.server.client.post(`${BASE}/login`, { json: { username: 'admin', password: 'wrong' } })

  testOverviewOf('julong', journeys, refuseLogin)

  it('opens the entries that a row or a bar counts', async () => {
    await refuseLogin()
    const { page, troubles } = await journeys.enter('overview')
    const chart = chartOf(page, LOGINS)
    await openNumbers(chart)
    const sums = (await rowsOf(chart, 24)).map((row) => sumsOf([row]).reduce((sum, number) => sum + number))
    const last = sums.findLastIndex((sum) => sum > 0)
    await chart.locator('tbody tr').nth(last).getByRole('link').click()
    await page.waitForURL(/audit\?action=login&from=.+&to=.+/)
    await page.getByText(`共 ${sums[last]} 条`).first().waitFor()
    await page.goBack()

    const plot = (await chart.locator('.u-over').boundingBox())!
    await page.mouse.click(plot.x + plot.width - 4, plot.y + plot.height / 2)
    await page.waitForURL(/audit\?action=login&from=.+&to=.+/)
    await page.goBack()

    const row = chartOf(page, REFUSALS)
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: '登录' }) })
    const refused = await row.locator('td:not(.bars-bar)').first().innerText()
    await row.getByRole('link').click()
    await page.waitForURL(/audit\?action=login&result=failed&from=.+&to=.+/)
    await page.getByText(`共 ${refused} 条`).first().waitFor()
    assert.deepEqual(troubles, [])
  })

  it('counts users by role and by state', async () => {
    const { server } = journeys
    const role = await addRole(server, [125, 110, 136])
    const { account } = await userOf(server, role.id)
    await userOf(server, role.id)
    await server.db('julong.users').where({ id: account.id }).update({ disabled: true })
    const { page } = await journeys.enter('overview')
    const roles = chartOf(page, ROLES)
    await roles.getByRole('row', { name: role.name }).getByRole('cell', { name: '2', exact: true }).waitFor()
    const users = await server.db('julong.users').whereNull('removed_at').select('disabled')
    const disabled = users.filter((user) => user.disabled).length
    const states = await rowsOf(chartOf(page, '启用和停用的用户各有多少？'), 2)
    assert.deepEqual(
      states.map((cells) => cells.slice(0, 2)),
      [
        ['启用', String(users.length - disabled)],
        ['停用', String(disabled)]
      ]
    )
  })

  it('says in each chart that the account may not read it, and shows the others', async () => {
    const role = await addRole(journeys.server, [125, 110, 136])
    const { name } = (await userOf(journeys.server, role.id)).account
    const { page } = await journeys.enter('overview', { name, password: PASSWORD })
    await chartOf(page, ROLES).getByRole('row', { name: role.name }).waitFor()
    await chartOf(page, LOGINS).getByRole('alert').getByText('没有访问权限').waitFor()
    await chartOf(page, REFUSALS).getByRole('alert').getByText('没有访问权限').waitFor()
  })
}
