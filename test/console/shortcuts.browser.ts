import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { freshName, PASSWORD } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { useJourneys } from './support/journey.js'

describe('keyboard shortcuts of the console', () => {
  const journeys = useJourneys('julong')
  const list = (page: Page): Locator => page.getByRole('dialog', { name: '键盘快捷键' })

  async function addUsers(): Promise<string> {
    const prefix = freshName('keys')
    const rows = [1, 2].map((number) => {
      const name = `${prefix}-${number}`
      return { username: name, canonical_name: name, password_hash: '-' }
    })
    await journeys.server.db('julong.users').insert(rows)
    return prefix
  }
  /** Opens the users with the focus on nothing, once the keys work. */
  async function enter(path = 'users'): Promise<{ page: Page; troubles: string[] }> {
    const view = await journeys.enter(path)
    await view.page.getByRole('table').waitFor()
    await view.page.waitForLoadState('networkidle')
    return view
  }

  it('search, reload, add and save', async () => {
    const prefix = await addUsers()
    const { page, troubles } = await enter()
    await page.keyboard.press('/')
    await page.locator('input[type="search"]:focus').waitFor()
    await page.keyboard.type(prefix)
    await page.getByText('共 2 条').last().waitFor()
    assert.equal(await page.locator('input[type="search"]').inputValue(), prefix, 'the key itself is not typed')
    await page.getByRole('heading', { name: '用户' }).focus()
    const read = page.waitForResponse(/\/user\?/)
    await page.keyboard.press('r')
    await read
    await page.keyboard.press('n')
    const drawer = page.getByRole('dialog', { name: '添加用户' })
    await drawer.getByLabel('用户名').fill(`${prefix}-3`)
    await drawer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await drawer.getByRole('heading').focus()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('row')
      .filter({ hasText: `${prefix}-3` })
      .waitFor()
    assert.deepEqual(troubles, [])
  })

  it('move over rows, select and open them', async () => {
    const prefix = await addUsers()
    const { page } = await enter(`users?query=${prefix}`)
    const focused = (name: string): Promise<void> => page.locator('tr:focus').filter({ hasText: name }).waitFor()
    await page.keyboard.press('ArrowDown')
    await focused(`${prefix}-1`)
    await page.keyboard.press('ArrowDown')
    await focused(`${prefix}-2`)
    await page.keyboard.press('Space')
    await page.getByText('已选 1 项').waitFor()
    assert.ok(await page.getByLabel(`选择 ${prefix}-2`).isChecked())
    await page.keyboard.press('ArrowUp')
    await focused(`${prefix}-1`)
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog', { name: `用户：${prefix}-1` })
      .getByLabel('手机号')
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await focused(`${prefix}-1`)
  })

  it('switch the API', async () => {
    const { page } = await enter()
    await page.keyboard.press('g')
    await page.keyboard.press('3')
    await page.waitForURL(/#\/waste-sorting\/login/)
  })

  it('are listed, and do nothing in fields, in dialogs, while composing, and when they are switched off', async () => {
    const { page, troubles } = await enter()
    await page.getByLabel('搜索').focus()
    await page.keyboard.type('n?r')
    assert.equal(await page.getByLabel('搜索').inputValue(), 'n?r')
    await page.getByRole('heading', { name: '用户' }).focus()
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'n', code: 'KeyN', isComposing: true, bubbles: true }))`
    )
    await page.keyboard.press('?')
    await list(page).waitFor()
    await page.keyboard.press('n')
    await list(page).getByLabel('启用单键快捷键').uncheck()
    await page.keyboard.press('Escape')
    await list(page).waitFor({ state: 'detached' })
    assert.equal(await page.getByRole('dialog').count(), 0)
    await page.getByRole('heading', { name: '用户' }).focus()
    await page.keyboard.press('n')
    await page.keyboard.press('?')

    await page.getByRole('button', { name: '偏好' }).click()
    await page.locator('.preferences select:focus').waitFor()
    assert.equal(await page.getByRole('dialog').count(), 0)
    await page.getByLabel('启用单键快捷键').check()
    await page.getByRole('button', { name: '键盘快捷键' }).click()
    await list(page).getByRole('button', { name: '关闭' }).click()
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: '添加用户' }).waitFor()
    assert.deepEqual(troubles, [])
  })

  for (const look of LOOKS) {
    it(`have a list in which axe finds nothing, ${look.theme} at ${look.width} pixels`, async () => {
      const { page } = await journeys.enter('users', look)
      await page.getByRole('button', { name: '偏好' }).click()
      await page.getByRole('button', { name: '键盘快捷键' }).waitFor()
      await assertAccessible(page, 'preferences')
      await page.getByRole('button', { name: '键盘快捷键' }).click()
      await list(page).waitFor()
      await assertAccessible(page, 'the list of shortcuts')
    })
  }
})
