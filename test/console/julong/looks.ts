import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible, LOOKS } from '../support/access.js'
import { logIn, type Journeys } from '../support/journey.js'
import { addRole } from './role-rows.js'

export function testLooks(journeys: Journeys): void {
  /** Opens an address and waits for what is to be there. */
  async function check(page: Page, path: string, selector: string): Promise<void> {
    await page.goto(`${journeys.server.origin}/console/#/julong/${path}`)
    await page.locator(selector).first().waitFor()
    await assertAccessible(page, path)
  }

  for (const look of LOOKS) {
    const name = `${look.theme} at ${look.width} pixels`
    it(`has nothing that axe finds with users and forms, ${name}`, async () => {
      const { page } = await journeys.open('login', look)
      await assertAccessible(page, 'login')
      await check(page, 'register', 'form')
      await page.goto(`${journeys.server.origin}/console/#/julong/users`)
      await logIn(page, 'admin', '123456')
      await page.getByLabel('选择 admin').check()
      await page.getByRole('button', { name: '分配角色' }).waitFor()
      await assertAccessible(page, 'users')
      await page.getByRole('button', { name: '添加用户' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
      await page.getByRole('dialog').getByText('必填').first().waitFor()
      await assertAccessible(page, 'a form with faults')
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await page.getByRole('link', { name: 'admin', exact: true }).click()
      await page.getByRole('dialog').getByLabel('角色').waitFor()
      await assertAccessible(page, 'a user')
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await page.getByRole('button', { name: '删除 admin' }).click()
      await page.getByRole('dialog', { name: '删除用户“admin”？' }).waitFor()
      await assertAccessible(page, 'a confirmation')
    })

    it(`has nothing that axe finds with roles, rights and the audit trail, ${name}`, async () => {
      const role = await addRole(journeys.server, [125, 110, 131, 136, 103, 112])
      const { page } = await journeys.enter('roles?size=100', look)
      await page.getByRole('button', { name: `展开 ${role.name}` }).click()
      await page.getByRole('button', { name: '收回 添加用户' }).waitFor()
      await assertAccessible(page, 'roles')
      await check(page, `roles/${role.id}`, '[role="dialog"] textarea')
      await page.keyboard.press('Escape')
      await check(page, `roles/${role.id}/rights`, '[role="tree"]')
      await page.getByRole('treeitem', { name: '删除用户' }).click()
      await page.locator('button[type="submit"]').click()
      await page.getByRole('dialog').waitFor()
      await assertAccessible(page, 'what is granted')
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
      await page.getByRole('button', { name: '没有改动' }).waitFor()
      await check(page, 'roles/0/rights', '.bar')
      await check(page, 'rights', '[role="tree"]')
      await check(page, 'rights?as=list', 'table')
      await check(page, 'audit', 'table')
      await page.locator('.cell-link').first().click()
      await page.getByRole('dialog').getByText('请求编号', { exact: true }).waitFor()
      await assertAccessible(page, 'an entry of the audit trail')
    })
  }
}
