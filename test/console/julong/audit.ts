import assert from 'node:assert/strict'
import { it } from 'node:test'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { userOf } from '../../support/julong.js'
import { chartOf, openNumbers, rowsOf, sumsOf } from '../support/charts.js'
import type { Journeys } from '../support/journey.js'
import { answer, rowOf } from '../support/rows.js'
import { addRole } from './role-rows.js'

const SCRIPT = '<img src=x onerror=alert(1)>'

export function testAudit(journeys: Journeys): void {
  it('lists what was done, filters it, and shows an entry in words', async () => {
    const { server } = journeys
    const own = await addRole(server, [103, 111, 134, 138, 112, 147, 160, 161])
    const role = await addRole(server, [103, 111, 138])
    const { account } = await userOf(server, own.id)
    const { page, troubles } = await journeys.enter(`roles/${role.id}/rights`, {
      name: account.name,
      password: PASSWORD
    })
    await page.getByRole('treeitem', { name: '查看权限' }).click()
    await page.locator('button[type="submit"]').click()
    await answer(page, `保存角色“${role.name}”的权限？`, '保存')
    await page.getByText(`已保存角色“${role.name}”的权限`).waitFor()

    await page.getByRole('link', { name: '操作日志' }).click()
    await page.getByLabel('操作人').fill(account.name)
    await page.waitForURL(/actor=/)
    await rowOf(page, '登录').first().waitFor()
    await page.getByLabel('操作', { exact: true }).selectOption('更改角色权限')
    await page.waitForURL(/action=role-rights/)
    await rowOf(page, role.name).getByRole('link').click()
    const drawer = page.getByRole('dialog', { name: '更改角色权限' })
    await drawer.getByText('权限管理, 角色列表, 获取角色列表, 权限列表, 查看权限').waitFor()
    await drawer.getByText(role.name, { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    assert.equal(await page.locator('tbody tr').count(), 1)
    assert.match(page.url(), /audit\?actor=.*&action=role-rights$/)
    assert.deepEqual(troubles, [])
  })

  it('filters by result and by time in the zone of the reader, and counts what it lists', async () => {
    const { server } = journeys
    const event = { realm: 'julong', action: 'login', actor_name: freshName() }
    await server.db('audit.events').insert([
      { ...event, at: '2025-03-10T16:30:00Z', result: 'failed' },
      { ...event, at: '2025-03-10T16:40:00Z', result: 'done' },
      { ...event, at: '2025-03-10T15:59:00Z', result: 'failed' }
    ])
    const { page, troubles } = await journeys.enter('audit')
    await page.getByRole('button', { name: '偏好' }).click()
    await page.getByLabel('时区').selectOption('北京时间')
    await page.keyboard.press('Escape')
    await page.getByLabel('从（UTC+8）').fill('2025-03-11T00:00')
    await page.waitForURL(/from=2025-03-10T16:00:00\.000Z/)
    await page.getByLabel('早于（UTC+8）').fill('2025-03-11T02:00')
    await page.getByText('共 2 条').first().waitFor()
    const chart = chartOf(page, '操作成功与密码被拒各有多少？')
    await openNumbers(chart)
    assert.deepEqual(
      (await rowsOf(chart, 2)).map((row) => row.slice(1)),
      [
        ['1', '1'],
        ['0', '0']
      ]
    )
    await page.getByLabel('结果').selectOption('密码被拒')
    await page.waitForURL(/result=failed/)
    await page.getByText('共 1 条').first().waitFor()
    assert.deepEqual(sumsOf(await rowsOf(chart, 2)), [0, 1])
    await rowOf(page, '2025-03-11 00:30:00').getByText('密码被拒').waitFor()
    await page.getByLabel('从（UTC+8）').fill('')
    await page.waitForURL((url) => !url.hash.includes('from='))
    assert.deepEqual(troubles, [])
  })

  it('says that an entry is to be opened from the list', async () => {
    const { page } = await journeys.enter('audit/9007199254740991')
    await page.getByRole('dialog').getByText('该记录不在当前列表中，请从列表打开').waitFor()
  })

  it('shows names and texts as they are, whatever they contain', async () => {
    const { server } = journeys
    const role = await addRole(server, [125, 110, 131], `${SCRIPT}${freshName()}`)
    await server.db('julong.roles').where({ id: role.id }).update({ description: SCRIPT })
    const { account } = await userOf(server, role.id, `${SCRIPT}${freshName()}`)
    await server.db('julong.users').where({ id: account.id }).update({ email: SCRIPT, mobile: SCRIPT })
    await server.client.post('/api/private/v1/login', { json: { username: account.name, password: 'wrong' } })

    const { page, troubles } = await journeys.enter(`users?query=${encodeURIComponent(account.name)}`)
    const visit = async (path: string): Promise<void> => {
      await page.goto(`${server.origin}/console/#/julong/${path}`)
      await page.reload()
    }
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await rowOf(page, account.name).getByRole('cell', { name: SCRIPT, exact: true }).first().waitFor()
    await rowOf(page, account.name).getByRole('link').click()
    await page
      .getByRole('dialog', { name: `用户：${account.name}` })
      .getByLabel('邮箱')
      .waitFor()
    await close()
    await page.getByRole('button', { name: `删除 ${account.name}` }).click()
    await page.getByRole('dialog', { name: `删除用户“${account.name}”？` }).waitFor()
    await close()
    await visit('roles?size=100')
    await page.getByRole('button', { name: `展开 ${role.name}` }).click()
    await page.getByRole('button', { name: '收回 添加用户' }).click()
    await page.getByRole('dialog').getByText(`角色“${role.name}”的用户`).waitFor()
    await close()
    await rowOf(page, role.name).getByRole('link', { name: role.name, exact: true }).click()
    await page
      .getByRole('dialog', { name: `角色：${role.name}` })
      .getByLabel('角色描述')
      .waitFor()
    await close()
    await visit(`roles/${role.id}/rights`)
    await page.getByRole('heading', { name: `角色权限：${role.name}` }).waitFor()
    await visit('audit?action=login')
    await rowOf(page, account.name).getByText('密码被拒').waitFor()
    await rowOf(page, account.name).getByRole('link').click()
    await page.getByRole('dialog').getByText(account.name).first().waitFor()
    assert.equal(await page.locator('img').count(), 0)
    assert.deepEqual(troubles, [])
  })
}
