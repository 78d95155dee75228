import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { operations } from '../../src/console/waste-sorting/operations.ts'
import { createAccount } from '../../src/accounts/register.js'
import { wasteSortingRealm, type WasteSortingAccount } from '../../src/realms/waste-sorting.js'
import { realmContext } from '../../src/server/context.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { logIn, useJourneys } from './support/journey.js'
import { testOwnPassword } from './support/own-password.js'
import { uncalled } from './support/operations.js'
import { rowOf } from './support/rows.js'
import { testOverview } from './waste-sorting/overview.js'
import { testSessions } from './waste-sorting/sessions.js'

const ADMINISTRATOR = { role_id: 1 }
const NEW_PASSWORD = 'another correct horse'

describe('waste-sorting in the console', () => {
  const journeys = useJourneys('waste-sorting')
  const addUser = (name = freshName(), values = {}): Promise<WasteSortingAccount> =>
    createAccount(realmContext(journeys.server.context, wasteSortingRealm), { name, password: PASSWORD, values })
  const dialogOf = (page: Page): Locator => page.getByRole('dialog')
  const setTwice = async (form: Locator | Page, first: string, second = first): Promise<void> => {
    await form.getByLabel('新密码', { exact: true }).fill(first)
    await form.getByLabel('再次输入新密码').fill(second)
  }

  it('registers a user, who sees the own page alone', async () => {
    const name = freshName()
    const { page, troubles } = await journeys.open('login')
    await page.getByRole('link', { name: '注册' }).click()
    await page.getByLabel('用户名').fill('admintest')
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '注册' }).click()
    await page.locator('.field', { hasText: '用户名已存在' }).getByLabel('用户名').waitFor()
    await page.getByLabel('用户名').fill(name)
    await page.getByRole('button', { name: '注册' }).click()
    await page.getByText('注册成功').waitFor()
    assert.equal(await page.getByLabel('用户名').inputValue(), name)
    await logIn(page, name, PASSWORD)

    await page.getByRole('heading', { name: '个人资料' }).waitFor()
    await page.locator('.fact', { hasText: '角色' }).getByText('用户', { exact: true }).waitFor()
    assert.equal(await page.getByRole('navigation').getByRole('link', { name: '用户', exact: true }).count(), 0)
    await page.goto(`${journeys.server.origin}/console/#/waste-sorting/users`)
    await page.waitForURL(/#\/waste-sorting\/me$/)
    assert.deepEqual(troubles, [])
  })

  testOwnPassword(journeys, {
    start: 'me',
    field: 'current_password',
    addAccount: async () => (await addUser()).name
  })

  it('bans a user after a confirmation, and unbans without one', async () => {
    const { name } = await addUser()
    const { page } = await journeys.enter('users?size=100')
    const state = rowOf(page, name).locator('.el-switch')
    await state.click()
    await dialogOf(page).getByText('其登录立即失效').waitFor()
    await dialogOf(page).getByRole('button', { name: '取消' }).click()
    assert.ok(await page.getByRole('switch', { name }).isChecked())
    await state.click()
    await dialogOf(page).getByRole('button', { name: '封禁' }).click()
    await rowOf(page, name).getByText('封禁').waitFor()
    await state.click()
    await rowOf(page, name).getByText('正常').waitFor()
  })

  it('creates an administrator; a name that is taken is refused at its field', async () => {
    const name = freshName()
    const { page, troubles } = await journeys.enter('users?size=100')
    await page.getByRole('button', { name: '创建管理员' }).click()
    const drawer = dialogOf(page)
    await drawer.getByLabel('用户名').fill('admintest')
    await drawer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer.locator('.field', { hasText: '用户名已存在' }).getByLabel('用户名').waitFor()
    await drawer.getByLabel('用户名').fill(name)
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText(`已创建管理员“${name}”`).waitFor()
    await rowOf(page, name).getByText('管理员').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('shows a user, bans it there, and sets a password that is typed twice', async () => {
    const { id, name } = await addUser(freshName(), { points: 1234 })
    const { page, troubles } = await journeys.enter('users?size=100')
    await rowOf(page, name).getByRole('link').click()
    const drawer = page.getByRole('dialog', { name: `用户：${name}` })
    await drawer.getByText('1,234').waitFor()
    await drawer.locator('.fact', { hasText: '编号' }).getByText(String(id)).waitFor()
    await drawer.locator('.el-switch').click()
    await page.getByRole('dialog', { name: '封禁' }).getByRole('button', { name: '封禁' }).click()
    await drawer.getByText('封禁').waitFor()
    await drawer.locator('.el-switch').click()
    await drawer.getByText('正常').waitFor()

    await drawer.getByText('该账号的所有登录立即失效').waitFor()
    await setTwice(drawer, NEW_PASSWORD, PASSWORD)
    await drawer.getByRole('button', { name: '设置新密码' }).click()
    await drawer.locator('.field', { hasText: '两次输入的密码不一致' }).locator('input:focus').waitFor()
    await setTwice(drawer, NEW_PASSWORD)
    await drawer.getByRole('button', { name: '设置新密码' }).click()
    await page.getByText(`已为“${name}”设置新密码`).waitFor()
    const other = await journeys.enter('me', { name, password: NEW_PASSWORD })
    await other.page.getByText('1,234').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('names the effect of setting the own password, and asks to log in again', async () => {
    const { name } = await addUser(freshName('chief'), ADMINISTRATOR)
    const { page } = await journeys.enter('users?size=100', { name, password: PASSWORD })
    await rowOf(page, name).getByRole('link').click()
    const drawer = page.getByRole('dialog', { name: `用户：${name}` })
    await drawer.getByText('包括这里').waitFor()
    await setTwice(drawer, NEW_PASSWORD)
    await drawer.getByRole('button', { name: '设置新密码' }).click()
    await page.getByRole('dialog', { name: '重新登录' }).waitFor()
    await logIn(page, name, NEW_PASSWORD)
    await rowOf(page, name).getByText('管理员').waitFor()
  })

  it('counts all users by X-Total-Count and pages them by the address', async () => {
    for (let number = 0; number < 20; number += 1) await addUser()
    const { page } = await journeys.enter('users')
    const rows = await journeys.server.db(wasteSortingRealm.table).select('id')
    await page.getByRole('navigation', { name: '分页' }).getByText(`共 ${rows.length} 条`).waitFor()
    assert.equal(await page.getByRole('row').count(), 21)
    await page.getByRole('button', { name: '下一页' }).click()
    await page.waitForURL(/page=2$/)
    await rowOf(page, 'admintest').waitFor({ state: 'detached' })
    await page.goBack()
    await rowOf(page, 'admintest').waitFor()
    await page.goto(`${journeys.server.origin}/console/#/waste-sorting/users?page=99`)
    await page.waitForURL(new RegExp(`page=${Math.ceil(rows.length / 20)}$`))
  })

  it('bans several at once, names those that were refused, and unbans them', async () => {
    const users = [await addUser(), await addUser(), await addUser()]
    const { page } = await journeys.enter('users?size=100')
    for (const { name } of users) await page.getByLabel(`选择 ${name}`).check()
    await page.getByLabel('选择 admintest').check()
    await page.getByRole('button', { name: '封禁所选' }).click()
    await dialogOf(page).getByText('封禁所选的 4 个账号？').waitFor()
    await dialogOf(page).getByRole('button', { name: '封禁' }).click()
    await page.getByRole('region', { name: '批量操作' }).getByText('不能封禁自己').waitFor()
    await page.getByText('已选 1 项').waitFor()
    for (const { name } of users) await rowOf(page, name).getByText('封禁').waitFor()
    await page.getByRole('button', { name: '取消选择' }).click()
    await page.getByRole('region', { name: '批量操作' }).waitFor({ state: 'detached' })

    for (const { name } of users) await page.getByLabel(`选择 ${name}`).check()
    await page.getByRole('button', { name: '解封所选' }).click()
    for (const { name } of users) await rowOf(page, name).getByText('正常').waitFor()
  })

  it('shows in the row why administrators cannot ban themselves', async () => {
    const { page } = await journeys.enter('users')
    await rowOf(page, 'admintest').locator('.el-switch').click()
    await dialogOf(page).getByRole('button', { name: '封禁' }).click()
    await rowOf(page, 'admintest').getByText('不能封禁自己').waitFor()
  })

  it('shows names as they are, whatever they contain', async () => {
    const name = `<img src=x onerror=alert(1)>${freshName()}`
    const { page, troubles } = await journeys.enter('users/new-admin?size=100')
    const drawer = dialogOf(page)
    await drawer.getByLabel('用户名').fill(name)
    await drawer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText(`已创建管理员“${name}”`).waitFor()
    await rowOf(page, name).locator('.el-switch').click()
    await page
      .getByRole('dialog', { name: `封禁“${name}”？` })
      .getByRole('button', { name: '取消' })
      .click()
    await rowOf(page, name).getByRole('link').click()
    await page.getByRole('dialog', { name: `用户：${name}` }).waitFor()

    const own = await journeys.enter('me', { name, password: PASSWORD })
    await own.page.locator('.fact', { hasText: '用户名' }).getByText(name).waitFor()
    for (const shown of [page, own.page]) assert.equal(await shown.locator('img').count(), 0)
    assert.deepEqual([...troubles, ...own.troubles], [])
  })

  for (const look of LOOKS) {
    it(`has nothing that axe finds, ${look.theme} at ${look.width} pixels`, async () => {
      const { page } = await journeys.open('register', look)
      await page.getByRole('button', { name: '注册' }).click()
      await page.getByText('必填').first().waitFor()
      await assertAccessible(page, 'a registration with faults')
      await page.getByRole('link', { name: '已有账号' }).click()
      await assertAccessible(page, 'login')
      await logIn(page, 'admintest', 'admintest')
      await page.getByRole('table').waitFor()
      await page.getByLabel('选择 usertest').check()
      await assertAccessible(page, 'users')
      await page.getByRole('link', { name: 'usertest' }).click()
      await dialogOf(page).getByRole('button', { name: '设置新密码' }).click()
      await dialogOf(page).getByText('必填').first().waitFor()
      await assertAccessible(page, 'a user')
      await dialogOf(page).getByRole('button', { name: '取消' }).click()
      await page.getByRole('button', { name: '封禁所选' }).click()
      await dialogOf(page).getByText('封禁所选的').waitFor()
      await assertAccessible(page, 'a confirmation')
      await dialogOf(page).getByRole('button', { name: '取消' }).click()
    })
  }

  testOverview(journeys)
  testSessions(journeys)

  after(() => assert.deepEqual(journeys.missing(), uncalled(operations)))
})
