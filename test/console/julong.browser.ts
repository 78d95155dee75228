import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { operations } from '../../src/console/julong/operations.ts'
import { createAccount } from '../../src/accounts/register.js'
import { julongRealm } from '../../src/realms/julong.js'
import { realmContext } from '../../src/server/context.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { logIn, useJourneys } from './support/journey.js'
import { uncalled } from './support/operations.js'

describe('julong in the console', () => {
  const journeys = useJourneys('julong')
  const addUser = async (name = freshName()): Promise<string> => {
    await createAccount(realmContext(journeys.server.context, julongRealm), { name, password: PASSWORD })
    return name
  }
  const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name })
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
    await rowOf(page, 'admin').getByText('不能删除、禁用或降级最后一个超级管理员').waitFor()
    assert.ok(await page.getByRole('switch', { name: '启用 admin' }).isChecked())
  })

  it('keeps page and search in the address: reloading and going back give the same list', async () => {
    const prefix = freshName('many')
    for (let number = 0; number < 21; number += 1) await addUser(`${prefix}-${number}`)
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

  it('disables several users at once', async () => {
    const prefix = freshName('batch')
    for (const number of [1, 2, 3]) await addUser(`${prefix}-${number}`)
    const { page } = await journeys.enter(`users?query=${prefix}`)
    await page.getByLabel('选择本页全部').check()
    await page.getByRole('button', { name: '停用所选' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await page.getByRole('row').getByText('停用').nth(2).waitFor()
    await page.getByText('已选 3 项').waitFor({ state: 'detached' })
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

  it('shows names and fields as they are, whatever they contain', async () => {
    const name = `<img src=x onerror=alert(1)>${freshName()}`
    await addUser(name)
    const { page, troubles } = await journeys.enter(`users?query=${encodeURIComponent(name)}`)
    await rowOf(page, name).getByRole('link').click()
    await page.getByRole('dialog', { name: `用户：${name}` }).waitFor()
    assert.equal(await page.locator('img').count(), 0)
    assert.deepEqual(troubles, [])
  })

  for (const look of LOOKS) {
    it(`has nothing that axe finds, ${look.theme} at ${look.width} pixels`, async () => {
      const { page } = await journeys.open('login', look)
      await assertAccessible(page, 'login')
      await logIn(page, 'admin', '123456')
      await page.getByRole('table').waitFor()
      await assertAccessible(page, 'users')
      await page.getByRole('button', { name: '添加用户' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
      await page.getByRole('dialog').getByText('必填').first().waitFor()
      await assertAccessible(page, 'a form with faults')
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await page.getByRole('button', { name: '删除 admin' }).click()
      await page.getByRole('dialog').waitFor()
      await assertAccessible(page, 'a confirmation')
    })
  }

  after(() => assert.deepEqual(journeys.missing(), uncalled(operations)))
})
