import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createAccount } from '../../../src/accounts/register.js'
import { backOfficeRealm } from '../../../src/realms/back-office.js'
import { realmContext } from '../../../src/server/context.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { chartOf, numberOf, rowsOf } from '../support/charts.js'
import type { Journeys } from '../support/journey.js'
import { testOverviewOf } from '../support/overview.js'

const ROLES = '各角色有多少管理员？'

export function testOverview(journeys: Journeys): void {
  const refuseLogin = (): Promise<unknown> =>
    journeys.server.client.post('/admin/login', { json: { name: 'auroralorigin', password: 'wrong' } })

  testOverviewOf('back-office', journeys, refuseLogin)

  it('counts administrators by role and by state, for a viewer too', async () => {
    const { server } = journeys
    const name = freshName('viewer')
    const context = realmContext(server.context, backOfficeRealm)
    await createAccount(context, { name, password: PASSWORD })
    await createAccount(context, { name: freshName(), password: PASSWORD, values: { disabled: true } })
    const admins: { role_id: number; disabled: boolean }[] = await server
      .db(backOfficeRealm.table)
      .whereNull('removed_at')
    const { page } = await journeys.enter('overview', { name, password: PASSWORD })
    const numbers = async (title: string): Promise<(string | number)[][]> =>
      (await rowsOf(chartOf(page, title), 2)).map(([key = '', count = '']) => [key, numberOf(count)])
    const writers = admins.filter(({ role_id: role }) => role === 1).length
    assert.deepEqual(await numbers(ROLES), [
      ['admin', writers],
      ['viewer', admins.length - writers]
    ])
    const disabled = admins.filter((admin) => admin.disabled).length
    assert.deepEqual(await numbers('启用和停用的管理员各有多少？'), [
      ['启用', admins.length - disabled],
      ['停用', disabled]
    ])
  })
}
