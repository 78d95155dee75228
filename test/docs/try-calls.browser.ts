import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { useBrowser } from '../support/browser.js'
import { useServer } from '../support/server.js'

describe('calls of the page that calls an API', () => {
  const server = useServer()
  const browser = useBrowser()

  const openTry = async (place: string, account: string, profile?: BrowserContext): Promise<Page> => {
    const page = await (profile ?? (await browser.openProfile())).newPage()
    await page.goto(`${server.origin}/docs/${place}`)
    await page.getByRole('button', { name: account, exact: true }).click()
    await page.getByText(`已登录：${account}`).waitFor()
    return page
  }
  const answered = (page: Page, status: RegExp): Promise<void> =>
    page.locator('.status').filter({ hasText: status }).waitFor()
  const send = async (page: Page, status: RegExp): Promise<void> => {
    await page.getByRole('button', { name: '发送请求' }).click()
    await answered(page, status)
  }
  const body = (page: Page) => page.getByRole('textbox', { name: '请求体 JSON' })

  it('checks a body before it is sent, and sends it all the same on demand', async () => {
    const page = await openTry('tms/try/#createTask', 'admin')
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    const send = page.getByRole('button', { name: '发送请求' })
    await body(page).fill('{"description": "x", "price": -1}')
    await send.click()
    await page.getByText('price：price 不能小于 0').waitFor()
    await body(page).fill('{"price": }')
    await send.click()
    await page.getByText(/请求体不是合法的 JSON/).waitFor()
    assert.equal(sent.filter((url) => url.endsWith('/tms/task/create')).length, 0)
    await body(page).fill('{"price": 1}')
    await send.click()
    await page.getByText('description：description 不能为空').waitFor()
    await page.getByRole('button', { name: '仍然发送' }).click()
    await answered(page, /^422/)
  })

  it('fills in a flat body field by field, and sends by Ctrl+Enter with headers of its own', async () => {
    const page = await openTry('tms/try/#createTask', 'admin')
    await body(page).fill('{}')
    await page.getByText('逐项填写').click()
    await page.locator('.fields label').filter({ hasText: 'description' }).getByRole('textbox').fill('清点')
    await page.locator('.fields label').filter({ hasText: 'price' }).getByRole('textbox').fill('12.5')
    assert.deepEqual(JSON.parse(await body(page).inputValue()), { description: '清点', price: 12.5 })
    await page.getByText('自定义请求头').click()
    await page.getByRole('textbox', { name: '自定义请求头' }).fill('X-Request-Id: from-the-docs')
    const request = page.waitForRequest(/\/tms\/task\/create$/)
    await page.keyboard.press('Control+Enter')
    await answered(page, /^200/)
    assert.equal((await (await request).allHeaders())['x-request-id'], 'from-the-docs')
    await page.getByRole('textbox', { name: '自定义请求头' }).fill('a b: c')
    await page.getByRole('button', { name: '发送请求' }).click()
    await page.getByText('请求头无法发送：a b: c').waitFor()
  })

  it('takes ids that exist from answers or looks for them, and asks before it deletes', async () => {
    const page = await openTry('back-office/try/#createAdmin', 'auroralorigin')
    await body(page).fill('{"name": "to-remove", "password": "newpassword123"}')
    await send(page, /^20/)
    await page.goto(`${server.origin}/docs/back-office/try/#removeAdmin`)
    const listed = page.waitForResponse(/\/admin\/admins\?/)
    await page.getByRole('button', { name: '取现有的 id' }).click()
    const { data } = (await (await listed).json()) as { data: { _id: string }[] }
    await page.locator(`datalist option[value="${data[0]!._id}"]`).waitFor({ state: 'attached' })
    assert.equal(await page.getByLabel('id').inputValue(), data[0]!._id)
    await page.goto(`${server.origin}/docs/back-office/try/#listAdmins`)
    await page.getByLabel('query').fill('to-remove')
    await send(page, /^200/)
    await page.goto(`${server.origin}/docs/back-office/try/#removeAdmin`)
    const id = await page.getByLabel('id').inputValue()
    assert.ok((await page.evaluate<string>('sessionStorage.getItem("quintet values back-office")')).includes(id))
    page.once('dialog', (dialog) => void dialog.dismiss())
    await page.getByRole('button', { name: '发送请求' }).click()
    assert.equal(await page.locator('.status').count(), 0)
    page.once('dialog', (dialog) => void dialog.accept())
    await send(page, /^20/)
    assert.ok(!(await page.evaluate<string>('sessionStorage.getItem("quintet values back-office")')).includes(id))
  })

  it('keeps the calls of a page, to be filled in again, and copies what came back', async () => {
    const profile = await browser.openProfile({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await openTry('tms/try/#createTask', 'admin', profile)
    await body(page).fill('{"description": "第一次"}')
    await send(page, /^200/)
    await page.locator('.answer .code').first().hover()
    await page.getByRole('button', { name: '复制', exact: true }).first().click()
    await page.getByRole('button', { name: '已复制' }).waitFor()
    assert.ok((await page.evaluate<string>('navigator.clipboard.readText()')).includes('第一次'))
    await page.goto(`${server.origin}/docs/tms/try/#listTasks`)
    await send(page, /^200/)
    await page.getByText('历史').click()
    await page
      .locator('.history')
      .getByRole('button', { name: /新增任务/ })
      .click()
    assert.equal(await body(page).inputValue(), '{"description": "第一次"}')
    await page.waitForURL(/#createTask$/)
  })

  it('says so when the address names no operation', async () => {
    const page = await browser.openPage(`${server.origin}/docs/tms/try/#nothing`)
    await page.getByRole('heading', { name: '没有这个接口' }).waitFor()
    await page.getByRole('link', { name: 'POST 用户登录' }).click()
    await page.getByRole('heading', { name: '用户登录' }).waitFor()
  })
})
