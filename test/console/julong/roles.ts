import assert from 'node:assert/strict'
import { it } from 'node:test'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { userOf } from '../../support/julong.js'
import type { Journeys } from '../support/journey.js'
import { answer, rowOf } from '../support/rows.js'
import { addRole, rightsOf } from './role-rows.js'

export function testRoles(journeys: Journeys): void {
  it('adds a role, changes it, and removes it after its name was typed', async () => {
    const name = freshName('role')
    const { page, troubles } = await journeys.enter('roles?size=100')
    await page.getByRole('button', { name: '添加角色' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('角色名称').fill('超级管理员')
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer.getByText('角色名称已存在').waitFor()
    await drawer.getByLabel('角色名称').fill(name)
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText(`已添加“${name}”`).waitFor()

    await rowOf(page, name).getByRole('link', { name, exact: true }).click()
    await drawer.getByLabel('角色描述').fill('看得见的描述')
    await page.keyboard.press('Control+Enter')
    await rowOf(page, name).getByText('看得见的描述').waitFor()

    await page.getByRole('button', { name: `删除 ${name}` }).click()
    await answer(page, `删除角色“${name}”？`, '删除', name)
    await page.getByText(`已删除“${name}”`).waitFor()
    await rowOf(page, name).waitFor({ state: 'detached' })
    assert.deepEqual(troubles, [])
  })

  it('shows the rights of a role by menus, and takes away one, or a menu with all below it', async () => {
    const { server } = journeys
    const { id, name } = await addRole(server, [125, 110, 131, 136, 103, 112, 147])
    const { page, troubles } = await journeys.enter('roles?size=100')
    await page.getByRole('button', { name: `展开 ${name}` }).click()
    const chip = (right: string) => page.getByRole('button', { name: `收回 ${right}` })
    await chip('添加用户').click()
    await answer(page, '收回“添加用户”？', '收回')
    await chip('添加用户').waitFor({ state: 'detached' })
    await rowOf(page, name).getByRole('cell', { name: '2', exact: true }).waitFor()

    await chip('权限管理').click()
    await page.getByRole('dialog', { name: '收回“权限管理”？' }).getByText('查看权限').waitFor()
    await answer(page, '收回“权限管理”？', '收回')
    await chip('权限管理').waitFor({ state: 'detached' })
    assert.deepEqual(await rightsOf(server, id), [110, 125, 136])

    await chip('获取用户详情').click()
    await answer(page, '收回“获取用户详情”？', '收回')
    await page.getByText('仅菜单').waitFor()
    assert.deepEqual(await rightsOf(server, id), [110, 125])
    assert.deepEqual(troubles, [])
  })

  it('offers no change of the rights of a role above the own one', async () => {
    const { server } = journeys
    const higher = await addRole(server, [125, 110, 131])
    const own = await addRole(server, [103, 111, 134, 135, 138, 112, 147])
    const { account } = await userOf(server, own.id)
    const { page } = await journeys.enter('roles?size=100', { name: account.name, password: PASSWORD })
    await page.getByRole('button', { name: `展开 ${higher.name}` }).click()
    await page.getByText('此角色有你没有的权限，你不能更改它。').waitFor()
    assert.equal(await page.getByRole('button', { name: '收回 添加用户' }).count(), 0)
    await page.getByRole('link', { name: `权限：${higher.name}` }).click()
    await page.getByRole('treeitem', { name: '添加用户' }).waitFor()
    await page.getByText('此角色有你没有的权限，你不能更改它。').waitFor()
    assert.equal(await page.locator('button[type="submit"]').count(), 0)
    await page.getByRole('treeitem', { name: '添加用户' }).click({ force: true })
    assert.equal(await page.getByRole('treeitem', { name: '添加用户' }).getAttribute('aria-checked'), 'true')
  })

  it('says when a role is gone', async () => {
    const { page } = await journeys.enter('roles/2147483647/rights')
    await page.getByRole('alert').getByText('该角色已不存在').waitFor()
  })
}
