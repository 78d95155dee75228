import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { createAccount } from '../../src/accounts/register.js'
import { julongRealm } from '../../src/realms/julong.js'
import { realmContext } from '../../src/server/context.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { logIn, useJourneys } from './support/journey.js'

const relogin = (page: Page): Locator => page.getByRole('dialog', { name: '重新登录' })
const bar = (page: Page, text: string): Locator => page.locator('.bar').filter({ hasText: text })

describe('sessions of the console', () => {
  const journeys = useJourneys('julong', { LOGIN_FAILURES: '2' })
  const addUser = async (role = -1): Promise<string> => {
    const name = freshName()
    const values = { role_id: role }
    await createAccount(realmContext(journeys.server.context, julongRealm), { name, password: PASSWORD, values })
    return name
  }
  const openForm = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByLabel('手机号').fill('13900139000')
  }

  it('asks once however many tabs wait, and a login in one goes on in all', async () => {
    const [profile, name] = [await journeys.newProfile(), await addUser()]
    const { page: one } = await journeys.enter(`users?query=${name}`, { profile })
    const { page: other } = await journeys.open(`users?query=${name}`, { profile })
    await openForm(one, name)
    await journeys.endSessions('admin')
    await other.getByRole('button', { name: '刷新' }).click()
    await one.getByRole('button', { name: '保存' }).click()
    for (const tab of [one, other]) await relogin(tab).waitFor()
    await logIn(other, 'admin', '123456')
    await one.getByRole('row').getByText('13900139000').waitFor()
    assert.equal(await relogin(one).count(), 0)
  })

  it('does not send what was typed as another account, but keeps it and asks', async () => {
    const [name, second] = [await addUser(), await addUser(0)]
    const { page } = await journeys.enter(`users?query=${name}`)
    await openForm(page, name)
    await journeys.endSessions('admin')
    await page.getByRole('button', { name: '保存' }).click()
    await relogin(page).waitFor()
    await logIn(page, second, PASSWORD)
    await page.getByRole('alert').filter({ hasText: '已换成另一个账号' }).waitFor()
    await bar(page, `现在以 ${second} 登录（此前是 admin）`).waitFor()
    assert.equal(await page.getByLabel('手机号').inputValue(), '13900139000')
    await page.getByRole('button', { name: '保存' }).click()
    await page
      .getByRole('dialog', { name: `现在以 ${second} 登录` })
      .getByRole('button', { name: '保存' })
      .click()
    await page.getByRole('row').getByText('13900139000').waitFor()
  })

  it('keeps what was typed when the login is cancelled', async () => {
    const name = await addUser()
    const { page } = await journeys.enter(`users?query=${name}`)
    await openForm(page, name)
    await journeys.endSessions('admin')
    await page.getByRole('button', { name: '保存' }).click()
    await relogin(page).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alert').filter({ hasText: '登录已失效' }).waitFor()
    assert.equal(await page.getByLabel('手机号').inputValue(), '13900139000')
    await page.getByRole('button', { name: '保存' }).click()
    await logIn(page, 'admin', '123456')
    await page.getByRole('row').getByText('13900139000').waitFor()
  })

  it('logs out in all tabs', async () => {
    const profile = await journeys.newProfile()
    const { page: one } = await journeys.enter('users', { profile })
    const { page: other } = await journeys.open('users', { profile })
    await other.getByRole('table').waitFor()
    await one.getByRole('button', { name: 'admin', exact: true }).click()
    await one.getByRole('button', { name: '退出登录' }).click()
    await one.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
    for (const tab of [one, other]) await tab.getByLabel('密码', { exact: true }).waitFor()
  })

  it('asks before what is not saved is left, also for a logout', async () => {
    const name = await addUser()
    const { page } = await journeys.enter(`users?query=${name}`)
    await openForm(page, name)
    await page.getByRole('button', { name: '取消' }).click()
    await page.getByRole('dialog', { name: '内容尚未保存' }).getByRole('button', { name: '继续编辑' }).click()
    assert.equal(await page.getByLabel('手机号').inputValue(), '13900139000')
    await page.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '放弃修改' }).click()
    await page.getByLabel('手机号').waitFor({ state: 'detached' })
  })

  it('says that the network is lost, sends no write then, and goes on when it is back', async () => {
    const name = await addUser()
    const { page } = await journeys.enter(`users?query=${name}`)
    await openForm(page, name)
    await page.context().setOffline(true)
    await bar(page, '网络已断开').waitFor()
    const save = page.getByRole('button', { name: '网络已断开' })
    assert.equal(await save.getAttribute('aria-disabled'), 'true')
    await page.context().setOffline(false)
    await bar(page, '网络已断开').waitFor({ state: 'detached' })
    assert.equal(await page.getByLabel('手机号').inputValue(), '13900139000')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('row').getByText('13900139000').waitFor()
  })

  it('counts down where the server wants it to wait', async () => {
    const name = await addUser()
    const { page } = await journeys.open('login')
    await page.getByLabel('用户名').fill(name)
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await page.getByLabel('密码', { exact: true }).fill('wrong')
      const answered = page.waitForResponse(/\/login$/)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await answered
    }
    const button = page.getByRole('button', { name: /^请在 \d+ 秒后重试$/ })
    await button.waitFor()
    assert.equal(await button.getAttribute('aria-disabled'), 'true')
  })
})
