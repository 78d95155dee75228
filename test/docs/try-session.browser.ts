import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { useBrowser } from '../support/browser.js'
import { useServer } from '../support/server.js'

describe('sessions of the page that calls an API', () => {
  const server = useServer()
  const browser = useBrowser()

  const openTry = async (profile: BrowserContext, place: string): Promise<Page> => {
    const page = await profile.newPage()
    await page.goto(`${server.origin}/docs/${place}`)
    await page.getByRole('button', { name: '发送请求' }).waitFor()
    return page
  }
  const send = async (page: Page, status: RegExp): Promise<void> => {
    await page.getByRole('button', { name: '发送请求' }).click()
    await page.locator('.status').filter({ hasText: status }).waitFor()
  }
  const tokenOfTms = async (username: string): Promise<string> => {
    const body = new URLSearchParams({ username, password: 'zhou0914.' })
    const response = await fetch(`${server.origin}/tms/login`, { method: 'POST', body })
    return ((await response.json()) as { data: { access_token: string } }).data.access_token
  }

  it('takes a pasted token, says how long it lasts, and shares it with other tabs until it is forgotten', async () => {
    const profile = await browser.openProfile()
    const page = await openTry(profile, 'tms/try/#getCurrentUser')
    const other = await openTry(profile, 'tms/try/#getCurrentUser')
    await page.getByText('粘贴令牌').click()
    await page.getByLabel('令牌', { exact: true }).fill(`Authorization: Bearer ${await tokenOfTms('21089')}`)
    await page.getByRole('button', { name: '使用此令牌' }).click()
    await page.getByText(/^剩余 23 小时 59 分$/).waitFor()
    await send(page, /^200/)
    assert.ok((await page.locator('.answer .body').innerText()).includes('21089'))
    await send(other, /^200/)
    await other.getByRole('button', { name: '忘记此令牌' }).click()
    await page.getByText('未登录').waitFor()
    await send(page, /^401/)
  })

  it('exchanges a token where the API does that', async () => {
    const page = await openTry(await browser.openProfile(), 'user-login/try/#getCurrentUser')
    await page.getByRole('button', { name: 'user@example.com', exact: true }).click()
    await page.getByText('已登录：user@example.com').waitFor()
    const token = (): Promise<string> => page.evaluate('localStorage.getItem("quintet user-login")')
    const before = await token()
    const renewed = page.waitForResponse(/refresh_token$/)
    await page.getByRole('button', { name: '换取新令牌' }).click()
    assert.equal((await renewed).status(), 200)
    await send(page, /^200/)
    assert.notEqual(await token(), before)
  })

  it('leaves the session as it is when a login is tried, and changes it on demand', async () => {
    const page = await openTry(await browser.openProfile(), 'tms/try/#login')
    await page.getByRole('button', { name: 'admin', exact: true }).click()
    await page.getByText('已登录：admin').waitFor()
    await page.getByLabel('username').fill('21089')
    await send(page, /^200/)
    await page.getByText('当前会话没有改变。').waitFor()
    await page.getByText('已登录：admin').waitFor()
    await page.getByRole('button', { name: '改用此令牌' }).click()
    await page.getByText('已登录：21089').waitFor()
  })

  it('says that a token is refused', async () => {
    const page = await openTry(await browser.openProfile(), 'tms/try/#getCurrentUser')
    await page.getByText('粘贴令牌').click()
    await page.getByLabel('令牌', { exact: true }).fill('nonsense')
    await page.getByRole('button', { name: '使用此令牌' }).click()
    await page.getByText('令牌没有写明有效期').waitFor()
    await send(page, /^401/)
    await page.getByText('服务器不接受当前令牌：请重新登录。').waitFor()
  })
})
