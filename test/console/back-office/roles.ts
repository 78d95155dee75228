import assert from 'node:assert/strict'
import { it } from 'node:test'
import { person } from '../../security/support/people.js'
import { halfOfLooks } from '../support/access.js'
import type { Journeys, View } from '../support/journey.js'
import { rowOf } from '../support/rows.js'
import { testSecondFactor } from '../support/second-factor.js'

const VIEWER = { id: 2, name: 'viewer' }

export function testRoles(journeys: Journeys): void {
  /** The roles, with what is shown below this one. */
  async function enterRole({ name }: { name: string }): Promise<View> {
    const view = await journeys.enter('roles')
    await view.page.getByRole('button', { name: `展开 ${name}` }).click()
    return view
  }

  testSecondFactor(journeys, {
    api: 'back-office',
    looks: halfOfLooks(1),
    list: 'admins',
    title: '管理员',
    addAccount: async () => ({ ...(await person(journeys.server, 'back-office')), role: VIEWER }),
    enterRole
  })

  it('lists the roles, and reads whether one requires a second factor when its row is opened', async () => {
    const { page, troubles } = await journeys.enter('admins')
    const reads: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/second-factor')) reads.push(new URL(request.url()).pathname)
    })
    await page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '角色' }).click()
    await rowOf(page, 'viewer').getByText('可以查看管理员和角色').waitFor()
    await rowOf(page, '拥有全部权限').waitFor()
    await page.getByRole('button', { name: '展开 viewer' }).click()
    await page.getByRole('switch', { name: '角色 viewer 必须启用两步验证' }).waitFor()
    assert.deepEqual(reads, ['/admin/roles/2/second-factor'])
    assert.deepEqual(troubles, [])
  })
}
