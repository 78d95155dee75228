import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { NO_ROLE, SUPER_ADMINISTRATOR } from '../../src/roles/find.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { userOf } from '../support/julong.js'
import { logIn, useJourneys } from './support/journey.js'

const RESTORED = '已恢复未保存的内容'

describe('what is typed in the console and not saved', () => {
  const journeys = useJourneys('julong')
  const nameField = (page: Page): Locator => page.getByRole('dialog').getByLabel('用户名')
  const addUser = async (role = NO_ROLE): Promise<string> => (await userOf(journeys.server, role)).account.name
  /** As the reader who confirms that the page may be left. */
  async function reload(page: Page): Promise<void> {
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
  }
  /** Opens the form of a new user and types a name and a password into it. */
  async function typeUser(page: Page): Promise<string> {
    const name = freshName()
    await page.getByRole('button', { name: '添加用户' }).click()
    await nameField(page).fill(name)
    await page.getByRole('dialog').getByLabel('密码', { exact: true }).fill(PASSWORD)
    return name
  }
  const kept = (page: Page): Promise<string> => page.evaluate('JSON.stringify(sessionStorage)')

  it('is there again after a reload, without passwords, until it is saved', async () => {
    const { page } = await journeys.enter('users')
    const name = await typeUser(page)
    assert.doesNotMatch(await kept(page), new RegExp(PASSWORD))
    await reload(page)
    await page.getByRole('status').getByText(RESTORED).waitFor()
    assert.equal(await nameField(page).inputValue(), name)
    const password = page.getByRole('dialog').getByLabel('密码', { exact: true })
    assert.equal(await password.inputValue(), '')
    await password.fill(PASSWORD)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText(`已添加“${name}”`).waitFor()
    await page.getByRole('button', { name: '添加用户' }).click()
    assert.equal(await nameField(page).inputValue(), '')
    assert.equal(await page.getByText(RESTORED).count(), 0)
  })

  it('is filled in over the record as it is now, and can be discarded', async () => {
    const name = await addUser()
    const { page } = await journeys.enter(`users?query=${name}`)
    await page.getByRole('link', { name, exact: true }).click()
    const drawer = page.getByRole('dialog', { name: `用户：${name}` })
    await drawer.getByLabel('手机号').fill('13900139000')
    await journeys.server.db('julong.users').where({ username: name }).update({ email: 'new@example.com' })
    await reload(page)
    await drawer.getByText(RESTORED).waitFor()
    assert.equal(await drawer.getByLabel('手机号').inputValue(), '13900139000')
    assert.equal(await drawer.getByLabel('邮箱').inputValue(), 'new@example.com')
    await drawer.getByRole('button', { name: '丢弃' }).click()
    await drawer.getByText(RESTORED).waitFor({ state: 'detached' })
    assert.equal(await drawer.getByLabel('手机号').inputValue(), '')
    await page.reload()
    await drawer.getByLabel('手机号').waitFor()
    assert.equal(await drawer.getByText(RESTORED).count(), 0)
  })

  it('is forgotten when the form is left', async () => {
    const { page } = await journeys.enter('users')
    const name = await typeUser(page)
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '放弃修改' }).click()
    await nameField(page).waitFor({ state: 'detached' })
    assert.doesNotMatch(await kept(page), new RegExp(name))
    await page.getByRole('button', { name: '添加用户' }).click()
    assert.equal(await nameField(page).inputValue(), '')
  })

  it('is forgotten after a logout in another tab', async () => {
    const profile = await journeys.newProfile()
    const { page } = await journeys.enter('users', { profile })
    const { page: other } = await journeys.open('users', { profile })
    const name = await typeUser(page)
    assert.match(await kept(page), new RegExp(name))
    await other.getByRole('button', { name: 'admin', exact: true }).click()
    await other.getByRole('button', { name: '退出登录' }).click()
    await other.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('button', { name: '放弃修改' }).waitFor()
    assert.doesNotMatch(await kept(page), new RegExp(name))
  })

  it('is not shown to another account', async () => {
    const second = await addUser(SUPER_ADMINISTRATOR)
    const profile = await journeys.newProfile()
    const { page } = await journeys.enter('users', { profile })
    const name = await typeUser(page)
    const { page: other } = await journeys.open('login', { profile })
    await logIn(other, second, PASSWORD)
    await page.getByText(`现在以 ${second} 登录`).waitFor()
    assert.doesNotMatch(await kept(page), new RegExp(name))
    await reload(page)
    await nameField(page).waitFor()
    assert.equal(await nameField(page).inputValue(), '')
  })

  it('is kept of a registration too', async () => {
    const { page } = await journeys.open('register')
    const name = freshName()
    await page.getByLabel('用户名').fill(name)
    await reload(page)
    await page.getByText(RESTORED).waitFor()
    assert.equal(await page.getByLabel('用户名').inputValue(), name)
  })
})
