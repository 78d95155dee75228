import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { RealmName } from '../../../src/config/realm-names.js'
import type { AccountId } from '../../../src/realms/realm.js'
import { PASSWORD } from '../../support/accounts.js'
import { codeOf, enrol, WRONG_CODE } from '../../support/second-factor.js'
import { assertAccessible, type Look } from './access.js'
import type { Journeys, View } from './journey.js'
import { answer, rowOf } from './rows.js'

const STEP_MS = 30_000
const REQUIRED = '你的角色要求启用两步验证'

interface Role {
  id: number
  name: string
}

interface Settings {
  api: RealmName
  /** Of the journeys; the parts are the same in each API, so that each checks some of the looks. */
  looks: readonly Look[]
  /** The view of the accounts, and the heading of it. */
  list: string
  title: string
  /** A new account with the password of all, which may read the list. */
  addAccount: () => Promise<{ id: AccountId; name: string; role: Role }>
  /** Opens the view with the switch of a role, as an administrator. */
  enterRole: (role: Role) => Promise<View>
}

/** How an account enables a second factor and logs in with it, and how administrators remove and require one. */
export function testSecondFactor(journeys: Journeys, settings: Settings): void {
  const { api, looks, list, title, addAccount, enterRole } = settings

  for (const look of looks) {
    it(`enables a second factor, logs in with codes, and disables it, ${look.theme} at ${look.width} pixels`, async () => {
      const { name } = await addAccount()
      const { page, troubles } = await journeys.enter('me', { ...look, name, password: PASSWORD })
      const { secret, codes } = await enable(page, 'own account')
      await factOf(page, '剩余恢复代码', '10')
      await assertAccessible(page, 'a second factor')

      await journeys.endSessions(name)
      await page.reload()
      const dialog = page.getByRole('dialog', { name: '重新登录' })
      await dialog.locator('input[name="password"]').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await typeCode(dialog, codeOf(secret, Date.now() + STEP_MS))
      await dialog.waitFor({ state: 'detached' })

      await panelOf(page).getByRole('button', { name: '重新生成恢复代码' }).click()
      await panelOf(page).getByLabel('当前密码').fill(PASSWORD)
      await typeCode(panelOf(page), codes[0]!)
      const renewed = await takeCodes(page)
      assert.ok(!renewed.includes(codes[1]!))

      await logOut(page, name)
      await page.locator('input[name="name"]').fill(name)
      await page.locator('input[name="password"]').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.locator('input[name="code"]:focus').waitFor()
      await assertAccessible(page, 'a login that needs a code')
      await typeCode(page.locator('form'), renewed[0]!)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()

      await page.goto(`${journeys.server.origin}/console/#/${api}/me`)
      await factOf(page, '剩余恢复代码', '9')
      await panelOf(page).getByRole('button', { name: '关闭两步验证' }).click()
      await panelOf(page).getByLabel('当前密码').fill(PASSWORD)
      await panelOf(page).getByLabel('验证码').fill(renewed[1]!)
      await page.keyboard.press('Enter')
      await answer(page, '关闭两步验证？', '关闭两步验证')
      await factOf(page, '状态', '未启用')
      await panelOf(page).locator('h2:focus', { hasText: '两步验证' }).waitFor()
      assert.deepEqual(troubles, [])
    })
  }

  it('removes the second factor of another account, whose name is typed, and says why it cannot', async () => {
    const { id, name } = await addAccount()
    await enrol(journeys.server, api, id)
    const { page, troubles } = await journeys.enter(`${list}?query=${name}`)
    await rowOf(page, name).getByRole('link').first().click()
    const drawer = page.locator('.el-drawer')
    const remove = async (): Promise<void> => {
      await drawer.getByRole('button', { name: '解除两步验证' }).click()
      await answer(page, `解除“${name}”的两步验证？`, '解除两步验证', name)
    }
    await remove()
    await page.getByText(`已解除“${name}”的两步验证`).waitFor()
    const own = await journeys.enter('me', { name, password: PASSWORD })
    await factOf(own.page, '状态', '未启用')
    await remove()
    await drawer.getByRole('alert').getByText('两步验证未启用').waitFor()
    assert.deepEqual([...troubles, ...own.troubles], [])
  })

  it('makes a role require a second factor: its accounts enable one before anything else', async () => {
    const { name, role } = await addAccount()
    const { page: admin, troubles } = await enterRole(role)
    const required = admin.getByRole('switch', { name: `角色 ${role.name} 必须启用两步验证` })
    const press = (): Promise<void> =>
      admin.locator('.state-switch').filter({ has: required }).locator('.el-switch').click()
    await press()
    await answer(admin, `角色“${role.name}”必须启用两步验证？`, '必须启用')
    await admin.getByText('必须启用', { exact: true }).waitFor()
    try {
      const held = await journeys.enter(`${list}?query=${name}`, { ...looks[0], name, password: PASSWORD })
      const { page } = held
      await page.getByRole('status').getByText(REQUIRED).waitFor()
      assert.match(page.url(), new RegExp(`#/${api}/me\\?to=`))
      await page.goto(`${journeys.server.origin}/console/#/${api}/overview`)
      await page.waitForURL(new RegExp(`#/${api}/me\\?to=/${api}/overview`))
      await page.goto(`${journeys.server.origin}/console/#/${api}/${list}?query=${name}`)
      await page.waitForURL(new RegExp(`#/${api}/me\\?to=/${api}/${list}`))
      await assertAccessible(page, 'an account that has to enable a second factor')
      await enable(page)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await rowOf(page, name).first().waitFor()
      assert.equal(await page.getByText(REQUIRED).count(), 0)
      assert.deepEqual(held.troubles, [])
    } finally {
      await press()
      await admin.getByText('必须启用', { exact: true }).waitFor({ state: 'detached' })
    }
    assert.deepEqual(troubles, [])
  })
}

const panelOf = (page: Page): Locator => page.getByRole('region', { name: '两步验证' })

async function factOf(page: Page, label: string, value: string): Promise<void> {
  await panelOf(page).locator('.fact', { hasText: label }).getByText(value, { exact: true }).waitFor()
}

/** Types a wrong code into the field that has the focus, then this one. */
async function typeCode(form: Locator, code: string): Promise<void> {
  const field = form.getByLabel('验证码')
  await field.fill(WRONG_CODE)
  await field.press('Enter')
  await form.locator('.field', { hasText: '验证码错误' }).locator('input[name="code"]:focus').waitFor()
  await field.fill(code)
  await field.press('Enter')
}

/** Enables a second factor on the view of the own account; with `what` its looks are checked too. */
async function enable(page: Page, what?: string): Promise<{ secret: string; codes: string[] }> {
  const panel = panelOf(page)
  const check = async (part: string): Promise<void> => {
    if (what !== undefined) await assertAccessible(page, `${what}: ${part}`)
  }
  await panel.getByRole('button', { name: '启用两步验证' }).click()
  const password = panel.getByLabel('当前密码')
  await password.fill('wrong')
  await password.press('Enter')
  await panel.locator('.field', { hasText: '当前密码不正确' }).locator('input:focus').waitFor()
  await check('a wrong password')
  await password.fill(PASSWORD)
  await password.press('Enter')

  const image = panel.getByRole('img', { name: '验证器应用的二维码' })
  await image.waitFor()
  const isShown = await image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth > 0)
  assert.ok(isShown, 'the policy lets the image be shown')
  const secret = await panel.locator('code').innerText()
  const address = await panel.getByRole('link', { name: '在本机的验证器应用中打开' }).getAttribute('href')
  assert.equal(new URL(address!).searchParams.get('secret'), secret)
  await check('a QR code')
  await typeCode(panel, codeOf(secret))
  return { secret, codes: await takeCodes(page, check) }
}

/** Downloads the recovery codes that are shown, and returns them. */
async function takeCodes(page: Page, check?: (part: string) => Promise<void>): Promise<string[]> {
  const panel = panelOf(page)
  await panel.getByText('只显示这一次').waitFor()
  const codes = await panel.getByRole('listitem').allInnerTexts()
  assert.equal(codes.length, 10)
  await check?.('recovery codes')
  const downloading = page.waitForEvent('download')
  await panel.getByRole('button', { name: '下载' }).click()
  assert.deepEqual((await readFile(await (await downloading).path(), 'utf8')).trim().split('\n'), codes)
  await panel.getByRole('button', { name: '我已保存' }).click()
  await panel.getByText('只显示这一次').waitFor({ state: 'detached' })
  return codes
}

async function logOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await page.locator('input[name="password"]').waitFor()
}
