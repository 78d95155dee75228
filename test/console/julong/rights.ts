import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { PASSWORD } from '../../support/accounts.js'
import { userOf } from '../../support/julong.js'
import type { Journeys } from '../support/journey.js'
import { answer } from '../support/rows.js'
import { addRole, rightsOf, setRights, type TestRole } from './role-rows.js'

const item = (page: Page, name: string): Locator => page.getByRole('treeitem', { name, exact: true })
const checked = (page: Page, name: string): Promise<string | null> => item(page, name).getAttribute('aria-checked')
const save = (page: Page): Promise<void> => page.locator('button[type="submit"]').click()

export function testRights(journeys: Journeys): void {
  async function openRole(rights: number[]): Promise<{ page: Page; role: TestRole; troubles: string[] }> {
    const role = await addRole(journeys.server, rights)
    const view = await journeys.enter(`roles/${role.id}/rights`)
    await item(view.page, '用户管理').waitFor()
    return { ...view, role }
  }
  const saved = (page: Page, { name }: TestRole): Promise<void> =>
    page.getByText(`已保存角色“${name}”的权限`).first().waitFor()

  it('keeps the rights of a role that is opened and saved unchanged, mixed menus and a menu alone included', async () => {
    const held = [103, 110, 112, 125, 131, 136]
    const { page, role, troubles } = await openRole(held)
    assert.deepEqual(
      await Promise.all(['用户管理', '用户列表', '添加用户', '删除用户'].map((name) => checked(page, name))),
      ['mixed', 'mixed', 'true', 'false']
    )
    await item(page, '权限列表, 仅菜单').waitFor()
    const unchanged = page.getByRole('button', { name: '没有改动' })
    assert.equal(await unchanged.getAttribute('aria-disabled'), 'true')
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await unchanged.click({ force: true })
    await item(page, '添加用户').click()
    await page.getByRole('button', { name: '保存' }).waitFor()
    await item(page, '添加用户').click()
    await unchanged.waitFor()
    assert.deepEqual(sent, [])

    await item(page, '删除用户').click()
    await save(page)
    await answer(page, `保存角色“${role.name}”的权限？`, '保存')
    await saved(page, role)
    assert.deepEqual(
      await rightsOf(journeys.server, role.id),
      [...held, 132].sort((one, other) => one - other)
    )
    assert.deepEqual(troubles, [])
  })

  it('names what is granted and revoked before it is saved, and grants a menu alone', async () => {
    const { page, role } = await openRole([125, 110, 131])
    await item(page, '删除用户').click()
    await item(page, '添加用户').click()
    await item(page, '角色列表').getByText('仅显示菜单').click()
    await save(page)
    const dialog = page.getByRole('dialog', { name: `保存角色“${role.name}”的权限？` })
    await dialog.getByText('将授予 2 项，收回 1 项，立即生效：').waitFor()
    assert.deepEqual(await dialog.getByRole('listitem').allInnerTexts(), ['+ 删除用户', '+ 角色列表', '− 添加用户'])
    await dialog.getByRole('button', { name: '取消' }).click()
    await dialog.waitFor({ state: 'detached' })
    await save(page)
    await answer(page, `保存角色“${role.name}”的权限？`, '保存')
    await saved(page, role)
    assert.deepEqual(await rightsOf(journeys.server, role.id), [103, 110, 111, 125, 132])
  })

  it('wants the name of a role that is to lose all', async () => {
    const { page, role } = await openRole([125, 110, 131])
    await item(page, '添加用户').click()
    await save(page)
    await answer(page, `保存角色“${role.name}”的权限？`, '保存', role.name)
    await saved(page, role)
    assert.deepEqual(await rightsOf(journeys.server, role.id), [])
  })

  it('works by keyboard: one stop for Tab, then arrows, Space, and Shift with Space', async () => {
    const { page, role } = await openRole([125, 110, 131])
    await page.getByLabel('搜索').focus()
    await page.keyboard.press('Tab')
    const focused = page.locator('[role="treeitem"]:focus')
    assert.equal(await focused.getAttribute('aria-label'), '用户管理')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', ' ']) await page.keyboard.press(key)
    assert.equal(await focused.getAttribute('aria-label'), '删除用户')
    assert.equal(await checked(page, '删除用户'), 'true')
    for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
    assert.equal(await focused.getAttribute('aria-label'), '用户列表')
    assert.equal(await focused.getAttribute('aria-expanded'), 'false')
    assert.equal(await item(page, '添加用户').count(), 0)
    await page.keyboard.press('End')
    assert.equal(await focused.getAttribute('aria-label'), '查看日志')
    for (const key of ['ArrowLeft', 'Shift+ ']) await page.keyboard.press(key)
    assert.equal(await focused.getAttribute('aria-label'), '操作日志, 仅菜单')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await answer(page, `保存角色“${role.name}”的权限？`, '保存')
    await saved(page, role)
    assert.deepEqual(await rightsOf(journeys.server, role.id), [103, 110, 125, 131, 132, 160])
  })

  it('shows what another saved meanwhile, and goes on from there', async () => {
    const { server } = journeys
    const { page, role } = await openRole([125, 110, 131])
    await item(page, '更新用户').click()
    await setRights(server, role.id, [125, 110, 132])
    await save(page)
    const box = page.getByRole('alert').filter({ hasText: '此角色的权限已在别处修改' })
    await box.waitFor()
    assert.deepEqual(await box.getByRole('listitem').allInnerTexts(), ['+ 删除用户', '− 添加用户'])
    await box.getByRole('button', { name: '采用最新' }).click()
    await page.getByRole('button', { name: '没有改动' }).waitFor()
    assert.deepEqual(await Promise.all(['添加用户', '删除用户', '更新用户'].map((name) => checked(page, name))), [
      'false',
      'true',
      'false'
    ])

    await item(page, '更新用户').click()
    await setRights(server, role.id, [125, 110, 131])
    await save(page)
    await box.getByRole('button', { name: '仍然保存' }).click()
    await answer(page, `保存角色“${role.name}”的权限？`, '保存')
    await saved(page, role)
    assert.deepEqual(await rightsOf(server, role.id), [110, 125, 132, 133])
  })

  it('grants no right that the caller lacks, and asks before unsaved changes are left', async () => {
    const { server } = journeys
    const own = await addRole(server, [103, 111, 129, 134, 138, 112, 147])
    const role = await addRole(server, [103, 111, 138])
    const { account } = await userOf(server, own.id)
    const { page } = await journeys.enter(`roles/${role.id}/rights`, { name: account.name, password: PASSWORD })
    const refused = page.getByRole('treeitem', { name: '添加用户, 你没有此权限，不能授予' })
    await refused.click({ force: true })
    assert.equal(await refused.getAttribute('aria-disabled'), 'true')
    assert.equal(await refused.getAttribute('aria-checked'), 'false')
    await item(page, '权限管理').click()
    assert.deepEqual(await Promise.all(['添加角色', '权限管理'].map((name) => checked(page, name))), ['true', 'mixed'])
    await page.getByRole('link', { name: '返回角色列表' }).click()
    await answer(page, '内容尚未保存', '继续编辑')
    await save(page)
    await answer(page, `保存角色“${role.name}”的权限？`, '保存')
    await page.getByText(`已保存角色“${role.name}”的权限`).waitFor()
    assert.deepEqual(await rightsOf(server, role.id), [103, 111, 112, 129, 134, 138, 147])
  })

  it('shows all rights as a tree and as a list, and finds them by a text', async () => {
    const { page, troubles } = await journeys.enter('rights')
    await page.getByRole('treeitem', { name: '查看日志' }).waitFor()
    assert.equal(await page.getByRole('treeitem').count(), 23)
    await page.getByLabel('搜索').fill('取消角色')
    await page.getByRole('treeitem', { name: '添加用户' }).waitFor({ state: 'detached' })
    assert.deepEqual(await page.locator('.tree-name').allInnerTexts(), ['权限管理', '角色列表', '取消角色授权'])
    await page.getByLabel('显示为').selectOption('list')
    await page.getByRole('row').filter({ hasText: '取消角色授权' }).waitFor()
    assert.equal(await page.locator('tbody tr').count(), 1)
    assert.match(page.url(), /as=list/)
    await page.getByLabel('搜索').fill('没有这样的权限')
    await page.getByText('没有符合条件的结果').waitFor()
    assert.deepEqual(troubles, [])
  })
}
