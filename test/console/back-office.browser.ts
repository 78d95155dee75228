import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { operations } from '../../src/console/back-office/operations.ts'
import { createAccount } from '../../src/accounts/register.js'
import { backOfficeRealm, type BackOfficeAccount } from '../../src/realms/back-office.js'
import { realmContext } from '../../src/server/context.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { testOverview } from './back-office/overview.js'
import { testRoles } from './back-office/roles.js'
import { testSessions } from './back-office/sessions.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { logIn, useJourneys } from './support/journey.js'
import { testOwnPassword } from './support/own-password.js'
import { uncalled } from './support/operations.js'
import { rowOf } from './support/rows.js'

const LAST_ADMIN = '至少保留一个启用的管理员'

describe('back-office in the console', () => {
  const journeys = useJourneys('back-office')
  const addAdmin = (name = freshName(), values = {}): Promise<BackOfficeAccount> =>
    createAccount(realmContext(journeys.server.context, backOfficeRealm), { name, password: PASSWORD, values })
  const dialogOf = (page: Page): Locator => page.getByRole('dialog')
  const batchOf = (page: Page): Locator => page.getByRole('region', { name: '批量操作' })
  const search = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('搜索').fill(text)
    await page.waitForURL(new RegExp(`query=${text}`))
  }

  testOwnPassword(journeys, {
    start: 'admins',
    field: 'currentPassword',
    addAccount: async () => (await addAdmin()).name
  })

  it('adds an administrator, finds it, changes details and role, and removes it', async () => {
    const name = freshName()
    const { page, troubles } = await journeys.enter('admins')
    await page.getByRole('button', { name: '添加管理员' }).click()
    const drawer = dialogOf(page)
    await drawer.getByLabel('用户名').fill('auroralorigin')
    await drawer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer.locator('.field', { hasText: '用户名已存在' }).getByLabel('用户名').waitFor()
    await drawer.getByLabel('用户名').fill(name)
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText(`已添加“${name}”`).waitFor()

    await search(page, name)
    await rowOf(page, name).getByText('viewer').waitFor()
    await rowOf(page, name).getByRole('link').click()
    await drawer.getByLabel('邮箱').fill('somebody@example.com')
    await drawer.getByLabel('手机号').fill('13800138000')
    await drawer.getByLabel('角色').selectOption('1')
    await drawer.getByRole('button', { name: '保存' }).click()
    await rowOf(page, name).getByText('somebody@example.com').waitFor()
    await rowOf(page, name).getByRole('cell', { name: 'admin', exact: true }).waitFor()
    assert.match(page.url(), new RegExp(`admins\\?query=${name}$`), 'the search stays')

    await page.getByRole('button', { name: `删除 ${name}` }).click()
    const remove = dialogOf(page).getByRole('button', { name: '删除' })
    assert.ok(await remove.isDisabled(), 'the name has to be typed first')
    await dialogOf(page).getByRole('textbox').fill(name)
    await remove.click()
    await page.getByText('没有符合条件的结果').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('counts what is found by totalpage and pages it by the address', async () => {
    const prefix = freshName('many')
    for (let number = 0; number < 21; number += 1) await addAdmin(`${prefix}-${number}`)
    const { page } = await journeys.enter(`admins?query=${prefix}`)
    await page.getByRole('navigation', { name: '分页' }).getByText('共 21 条').waitFor()
    await page.getByRole('button', { name: '下一页' }).click()
    await rowOf(page, `${prefix}-20`).waitFor()
    await page.goBack()
    await rowOf(page, `${prefix}-0`).first().waitFor()
  })

  it('disables after a confirmation and enables without one; the drawer does so too', async () => {
    const { name } = await addAdmin()
    const { page } = await journeys.enter(`admins?query=${name}`)
    const state = rowOf(page, name).locator('.el-switch')
    await state.click()
    await dialogOf(page).getByText('停用期间不能登录').waitFor()
    await dialogOf(page).getByRole('button', { name: '停用' }).click()
    await rowOf(page, name).getByText('停用').waitFor()
    await rowOf(page, name).getByRole('link').click()
    const drawer = page.getByRole('dialog', { name: `管理员：${name}` })
    await drawer.locator('.el-switch').click()
    await drawer.getByText('启用').waitFor()
    await drawer.getByRole('button', { name: '取消' }).click()
    await rowOf(page, name).getByText('启用').waitFor()
  })

  it('shows why the last administrator can be neither disabled nor removed nor given another role', async () => {
    const { page } = await journeys.enter('admins?query=auroralorigin')
    const row = rowOf(page, 'auroralorigin')
    await row.locator('.el-switch').click()
    await dialogOf(page).getByText('这是你自己的账号').waitFor()
    await dialogOf(page).getByRole('button', { name: '停用' }).click()
    await row.getByText(LAST_ADMIN).waitFor()

    await page.getByRole('button', { name: '删除 auroralorigin' }).click()
    await dialogOf(page).getByRole('textbox').fill('auroralorigin')
    await dialogOf(page).getByRole('button', { name: '删除' }).click()
    await page.locator('.notice-failed').getByText(LAST_ADMIN).waitFor()

    await row.getByRole('link').click()
    await dialogOf(page).getByLabel('角色').selectOption('2')
    await dialogOf(page).getByRole('button', { name: '保存' }).click()
    await dialogOf(page).getByRole('alert').getByText(LAST_ADMIN).waitFor()
    assert.equal(await dialogOf(page).getByLabel('角色').inputValue(), '2', 'what was chosen stays')
  })

  it('changes, disables, enables and removes several at once', async () => {
    const prefix = freshName('batch')
    for (const number of [1, 2, 3]) await addAdmin(`${prefix}-${number}`)
    const { page } = await journeys.enter(`admins?query=${prefix}`)
    const selectAll = (): Promise<void> => page.getByLabel('选择本页全部').check()
    await selectAll()
    await batchOf(page).getByLabel('角色').selectOption('1')
    await page.getByRole('button', { name: '更换角色' }).click()
    await dialogOf(page).getByText('3 个管理员的角色更换为 admin').waitFor()
    await dialogOf(page).getByRole('button', { name: '更换角色' }).click()
    await page.getByRole('cell', { name: 'admin', exact: true }).nth(2).waitFor()

    await selectAll()
    await page.getByRole('button', { name: '停用所选' }).click()
    await dialogOf(page).getByRole('button', { name: '停用' }).click()
    await page.getByRole('cell').getByText('停用').nth(2).waitFor()
    await selectAll()
    await page.getByRole('button', { name: '启用所选' }).click()
    await page.getByRole('cell').getByText('启用').nth(2).waitFor()
    await selectAll()
    await page.getByRole('button', { name: '删除所选' }).click()
    await dialogOf(page).getByRole('button', { name: '删除' }).click()
    await page.getByText('没有符合条件的结果').waitFor()
  })

  it('names what failed of a batch and keeps it selected', async () => {
    const { name } = await addAdmin()
    const { page } = await journeys.enter('admins?size=100')
    await page.getByLabel(`选择 ${name}`).check()
    await page.getByLabel('选择 auroralorigin').check()
    await page.getByRole('button', { name: '停用所选' }).click()
    await dialogOf(page).getByRole('button', { name: '停用' }).click()
    await batchOf(page).getByText(LAST_ADMIN).waitFor()
    await rowOf(page, name).getByText('停用').waitFor()
    assert.ok(await page.getByLabel('选择 auroralorigin').isChecked())
    assert.ok(!(await page.getByLabel(`选择 ${name}`).isChecked()))
    await page.getByRole('button', { name: '取消选择' }).click()
    await batchOf(page).waitFor({ state: 'detached' })
  })

  it('shows names and details as they are, whatever they contain', async () => {
    const script = '<img src=x onerror=alert(1)>'
    const name = `${script}${freshName()}`
    const { page, troubles } = await journeys.enter('admins/new')
    const drawer = dialogOf(page)
    await drawer.getByLabel('用户名').fill(name)
    await drawer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await drawer.getByLabel('邮箱').fill(script)
    await drawer.getByLabel('手机号').fill('<img src=x>')
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText(`已添加“${name}”`).waitFor()
    await page.getByLabel('搜索').fill(script)
    await rowOf(page, name).getByRole('cell', { name: '<img src=x>', exact: true }).waitFor()
    await page.getByRole('button', { name: `删除 ${name}` }).click()
    await page
      .getByRole('dialog', { name: `删除管理员“${name}”？` })
      .getByRole('button', { name: '取消' })
      .click()
    await rowOf(page, name).getByRole('link').click()
    await page
      .getByRole('dialog', { name: `管理员：${name}` })
      .getByLabel('邮箱')
      .waitFor()
    assert.equal(await drawer.getByLabel('邮箱').inputValue(), script)

    const own = await journeys.enter('admins', { name, password: PASSWORD })
    await own.page.getByRole('button', { name }).waitFor()
    for (const shown of [page, own.page]) assert.equal(await shown.locator('img').count(), 0)
    assert.deepEqual([...troubles, ...own.troubles], [])
  })

  for (const look of LOOKS) {
    it(`has nothing that axe finds, ${look.theme} at ${look.width} pixels`, async () => {
      const { page } = await journeys.open('login', look)
      await assertAccessible(page, 'login')
      await logIn(page, 'auroralorigin', '123456')
      await page.getByRole('table').waitFor()
      await page.getByLabel('选择 auroralorigin').check()
      await assertAccessible(page, 'administrators')
      await page.getByRole('button', { name: '添加管理员' }).click()
      await dialogOf(page).getByRole('button', { name: '保存' }).click()
      await dialogOf(page).getByText('必填').first().waitFor()
      await assertAccessible(page, 'a form with faults')
      await dialogOf(page).getByRole('button', { name: '取消' }).click()
      await page.getByRole('link', { name: 'auroralorigin' }).click()
      await dialogOf(page).getByLabel('角色').waitFor()
      await assertAccessible(page, 'an administrator')
      await dialogOf(page).getByRole('button', { name: '取消' }).click()
      await page.getByRole('button', { name: '删除 auroralorigin' }).click()
      await dialogOf(page).getByRole('textbox').waitFor()
      await assertAccessible(page, 'a confirmation')
      await dialogOf(page).getByRole('button', { name: '取消' }).click()
      await page.goto(`${journeys.server.origin}/console/#/back-office/roles`)
      await page.getByRole('heading', { name: '角色' }).waitFor()
      await page.getByRole('button', { name: '展开 viewer' }).click()
      await page.getByRole('switch').waitFor()
      await assertAccessible(page, 'roles')
    })
  }

  testOverview(journeys)
  testRoles(journeys)
  testSessions(journeys)

  after(() => assert.deepEqual(journeys.missing(), uncalled(operations)))
})
