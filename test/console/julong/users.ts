import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { NO_ROLE } from '../../../src/roles/find.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { userOf } from '../../support/julong.js'
import { logIn, type Journeys } from '../support/journey.js'
import { rowOf } from '../support/rows.js'

export function testUsers(journeys: Journeys): void {
  const addUser = async (name = freshName()): Promise<string> =>
    (await userOf(journeys.server, NO_ROLE, name)).account.name
  const search = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('搜索').fill(text)
    await page.waitForURL(new RegExp(`query=${encodeURIComponent(text)}`))
  }

  it('refuses a wrong password in the words of the API, then leads to the address that was asked for', async () => {
    const { page, troubles } = await journeys.open('users?query=adm')
    await page.getByLabel('用户名').fill('admin')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '用户名或密码错误' }).waitFor()
    assert.equal(await page.getByLabel('用户名').inputValue(), 'admin')
    await logIn(page, 'admin', '123456')
    await page.getByRole('heading', { name: '用户' }).waitFor()
    assert.match(page.url(), /#\/julong\/users\?query=adm$/)
    assert.deepEqual(troubles, [])
  })

  it('adds a user, finds it, changes it, and removes it', async () => {
    const name = freshName()
    const { page, troubles } = await journeys.enter('users')
    await page.getByRole('button', { name: '添加用户' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.locator('h2:focus').waitFor()
    await drawer.getByLabel('用户名').fill('admin')
    await drawer.getByText('用户名已存在').waitFor()
    await drawer.getByLabel('用户名').fill(name)
    await drawer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText(`已添加“${name}”`).waitFor()

    await search(page, name)
    await rowOf(page, name).getByRole('link').click()
    await drawer.getByLabel('邮箱').fill('somebody@example.com')
    await page.keyboard.press('Control+Enter')
    await rowOf(page, name).getByText('somebody@example.com').waitFor()
    assert.match(page.url(), new RegExp(`users\\?query=${name}$`), 'the search stays')

    await rowOf(page, name)
      .getByRole('button', { name: `删除 ${name}` })
      .click()
    const remove = page.getByRole('dialog').getByRole('button', { name: '删除' })
    assert.ok(await remove.isDisabled(), 'the name has to be typed first')
    await page.getByRole('dialog').getByRole('textbox').fill(name)
    await remove.click()
    await page.getByText('没有符合条件的结果').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('disables a user after a confirmation that begins on cancel, and enables it without one', async () => {
    const name = await addUser()
    const { page } = await journeys.enter(`users?query=${name}`)
    const state = page.getByRole('switch', { name: `启用 ${name}` })
    await rowOf(page, name).locator('.el-switch').click()
    await page.getByRole('dialog').locator('.confirm-cancel:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.ok(await state.isChecked(), 'Enter cancels')
    await rowOf(page, name).locator('.el-switch').click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await rowOf(page, name).getByText('停用').waitFor()
    await rowOf(page, name).locator('.el-switch').click()
    await rowOf(page, name).getByText('启用').waitFor()
  })

  it('shows why a switch stays as it is', async () => {
    const { page } = await journeys.enter('users?query=admin')
    await rowOf(page, 'admin').locator('.el-switch').click()
    await page.getByRole('dialog').getByText('你将立即退出').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await rowOf(page, 'admin').getByText('不能删除、禁用或降级最后一个超级管理员', { exact: true }).waitFor()
    assert.ok(await page.getByRole('switch', { name: '启用 admin' }).isChecked())
  })

  it('keeps page and search in the address: reloading and going back give the same list', async () => {
    const prefix = freshName('many')
    const names = Array.from({ length: 21 }, (_, number) => `${prefix}-${number}`)
    const rows = names.map((name) => ({ username: name, canonical_name: name, password_hash: '-' }))
    await journeys.server.db('julong.users').insert(rows)
    const { page } = await journeys.enter(`users?query=${prefix}`)
    await page.getByRole('button', { name: '下一页' }).click()
    await rowOf(page, `${prefix}-20`).waitFor()
    await page.reload()
    await rowOf(page, `${prefix}-20`).waitFor()
    await page.goBack()
    await rowOf(page, `${prefix}-0`).first().waitFor()
    await page.goto(`${journeys.server.origin}/console/#/julong/users?query=${prefix}&page=9`)
    await page.waitForURL(/page=2$/)
    await rowOf(page, `${prefix}-20`).waitFor()
  })

  it('searches for what is typed without the blanks around it, and leaves them as they are', async () => {
    const name = await addUser()
    const { page } = await journeys.enter('users')
    await page.getByLabel('搜索').fill(`  ${name} `)
    await page.waitForURL(new RegExp(`users\\?query=${name}$`))
    await rowOf(page, name).waitFor()
    assert.equal(await page.getByLabel('搜索').inputValue(), `  ${name} `)
  })

  it('asks to log in again when the token ends under a form, and then saves what was typed, once', async () => {
    const name = await addUser()
    const { page, troubles } = await journeys.enter(`users?query=${name}`)
    await rowOf(page, name).getByRole('link').click()
    const mobile = page.getByRole('dialog', { name: `用户：${name}` }).getByLabel('手机号')
    await mobile.fill('13800138000')
    await journeys.endSessions('admin')
    const sent: number[] = []
    page.on('response', (response) => {
      if (response.request().method() === 'PUT') sent.push(response.status())
    })
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog', { name: '重新登录' }).locator('input[name="password"]:focus').waitFor()
    assert.equal(await mobile.inputValue(), '13800138000')
    await logIn(page, 'admin', '123456')
    await rowOf(page, name).getByText('13800138000').waitFor()
    assert.deepEqual(sent, [401, 200])
    assert.deepEqual(troubles, [])
  })
}
