import assert from 'node:assert/strict'
import { it } from 'node:test'
import { PASSWORD } from '../../support/accounts.js'
import { assertAccessible, LOOKS } from './access.js'
import { logIn, type Journeys } from './journey.js'

const NEW_PASSWORD = 'another correct horse'

/** How an account changes its own password; `addAccount` makes one with the password of all and returns its name. */
export function testOwnPassword(
  journeys: Journeys,
  { start, field, addAccount }: { start: string; field: string; addAccount: () => Promise<string> }
): void {
  it('changes the own password: a wrong one is refused at its field, and the session goes on', async () => {
    const name = await addAccount()
    const elsewhere = await journeys.enter(start, { name, password: PASSWORD })
    const { page, troubles } = await journeys.enter(start, { name, password: PASSWORD })
    await page.getByRole('button', { name }).click()
    await page.getByRole('link', { name: '个人资料' }).last().click()
    await page.locator('.fact', { hasText: '用户名' }).getByText(name).waitFor()
    const save = page.getByRole('button', { name: '修改密码' })
    const type = async (current: string, next: string, repeat = next): Promise<void> => {
      await page.getByLabel('当前密码').fill(current)
      await page.getByLabel('新密码', { exact: true }).fill(next)
      await page.getByLabel('再次输入新密码').fill(repeat)
      await save.click()
    }
    await type('wrong', NEW_PASSWORD, 'something else')
    await page.getByText('两次输入的密码不一致').waitFor()
    await type('wrong', NEW_PASSWORD)
    await page.locator('.field', { hasText: '当前密码不正确' }).locator(`input[name="${field}"]:focus`).waitFor()
    await type(PASSWORD, NEW_PASSWORD)
    await page.getByText('密码已修改').waitFor()
    assert.equal(await page.getByLabel('当前密码').inputValue(), '')
    await page.reload()
    await page.locator('.fact', { hasText: '用户名' }).getByText(name).waitFor()
    await elsewhere.page.reload()
    await elsewhere.page.getByRole('dialog', { name: '重新登录' }).waitFor()

    await page.getByRole('button', { name }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('此浏览器的所有标签页都会退出').waitFor()
    await dialog.getByRole('button', { name: '退出登录' }).click()
    await logIn(page, name, NEW_PASSWORD)
    await page.getByRole('button', { name }).waitFor()
    assert.deepEqual(troubles, [])
  })

  it('has nothing that axe finds where the own password is changed', async () => {
    const name = await addAccount()
    for (const look of LOOKS) {
      const { page } = await journeys.enter('me', { ...look, name, password: PASSWORD })
      await page.getByRole('button', { name: '修改密码' }).click()
      await page.getByText('必填').first().waitFor()
      await assertAccessible(page, `me, ${look.theme} at ${look.width} pixels`)
    }
  })
}
