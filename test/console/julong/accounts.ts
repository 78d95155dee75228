import assert from 'node:assert/strict'
import { it } from 'node:test'
import { NO_ROLE } from '../../../src/roles/find.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { userOf } from '../../support/julong.js'
import { logIn, type Journeys } from '../support/journey.js'
import { testOwnPassword } from '../support/own-password.js'
import { answer, rowOf } from '../support/rows.js'
import { addRole } from './role-rows.js'

export function testAccounts(journeys: Journeys): void {
  testOwnPassword(journeys, {
    start: 'audit',
    field: 'currentPassword',
    addAccount: async () => (await userOf(journeys.server, NO_ROLE)).account.name
  })

  it('registers an account, which has no role and no menus', async () => {
    const name = freshName()
    const { page, troubles } = await journeys.open('login')
    await page.getByRole('link', { name: '注册' }).click()
    await page.getByLabel('用户名').fill('admin')
    await page.getByText('用户名已存在').waitFor()
    await page.getByLabel('用户名').fill(name)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '注册' }).click()
    await page.getByRole('button', { name: '登录' }).waitFor()
    assert.equal(await page.getByLabel('用户名').inputValue(), name)
    await logIn(page, name, PASSWORD)
    await page.getByText('你还没有角色，请联系管理员分配').waitFor()
    await page.getByRole('alert').getByText('没有访问权限（此操作需要的权限：获取用户详情）').waitFor()
    assert.deepEqual(await page.getByRole('navigation', { name: '导航' }).locator('.side-pages li').allInnerTexts(), [
      '概览',
      '在线用户',
      '操作日志'
    ])
    assert.deepEqual(troubles, [])
  })

  it('lists the menus of the account in their order, and says which of them have no page here', async () => {
    const { server } = journeys
    const menu = { id: 900, pid: 103, level: 1, name: '报表', path: 'reports', sort: 0 }
    await server.db('julong.rights').insert(menu)
    try {
      const role = await addRole(server, [125, 110, 136, 103, 112, 900])
      const { account } = await userOf(server, role.id)
      const { page } = await journeys.enter('users', { name: account.name, password: PASSWORD })
      const pages = page.getByRole('navigation', { name: '导航' }).locator('.side-pages')
      await pages.getByText('报表').waitFor()
      const texts = await pages.locator('li').allInnerTexts()
      assert.deepEqual(
        texts.map((text) => text.split('\n')[0]),
        ['概览', '用户列表', '报表', '权限列表', '在线用户', '操作日志']
      )
      await pages.getByText('本控制台没有此页面').waitFor()
      assert.equal(await pages.getByRole('link', { name: '报表' }).count(), 0)
      await pages.getByRole('link', { name: '权限列表' }).click()
      await page.getByRole('alert').getByText('没有访问权限（此操作需要的权限：查看权限）').waitFor()
    } finally {
      await server.db('julong.role_rights').where({ right_id: menu.id }).del()
      await server.db('julong.rights').where({ id: menu.id }).del()
    }
  })

  it('gives a user a role and takes it away; those above the own one cannot be chosen', async () => {
    const { server } = journeys
    const own = await addRole(server, [125, 110, 136, 137, 103, 111, 138])
    const higher = await addRole(server, [125, 110, 131])
    const caller = (await userOf(server, own.id)).account.name
    const { name } = (await userOf(server, NO_ROLE)).account
    const { page, troubles } = await journeys.enter(`users?query=${name}`, { name: caller, password: PASSWORD })
    const choose = async (role: string): Promise<void> => {
      await rowOf(page, name).getByRole('link').click()
      const drawer = page.getByRole('dialog', { name: `用户：${name}` })
      await drawer.locator('option', { hasText: own.name }).waitFor({ state: 'attached' })
      assert.ok(await drawer.locator('option', { hasText: `${higher.name}（高于你的权限）` }).isDisabled())
      await drawer.getByLabel('角色').selectOption(role)
      await drawer.getByRole('button', { name: '保存' }).click()
      await answer(page, `将“${name}”的角色改为“${role}”？`, '分配')
      await rowOf(page, name).getByText(role).waitFor()
      await drawer.waitFor({ state: 'detached' })
    }
    await choose(own.name)
    await choose('无角色')
    assert.deepEqual(troubles, [])
  })

  it('takes the id of a role from those who may not list them', async () => {
    const { server } = journeys
    const own = await addRole(server, [125, 110, 136, 137])
    const caller = (await userOf(server, own.id)).account.name
    const { name } = (await userOf(server, NO_ROLE)).account
    const { page } = await journeys.enter(`users?query=${name}`, { name: caller, password: PASSWORD })
    await rowOf(page, name).getByRole('link').click()
    const field = page.getByRole('dialog', { name: `用户：${name}` }).getByLabel('角色 ID')
    await field.fill('')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('必填').waitFor()
    await field.fill(String(own.id))
    await page.getByRole('button', { name: '保存' }).click()
    await answer(page, `将“${name}”的角色改为“${own.id}”？`, '分配')
    await rowOf(page, name).getByText(own.name).waitFor()
  })
}
