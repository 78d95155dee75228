import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { traitsOf } from '../apis/index.js'
import { useBrowser } from '../support/browser.js'
import { startPrefixProxy } from '../support/prefix-proxy.js'
import { useServer } from '../support/server.js'
import { overflow, watch } from './watch.js'

describe('the page that calls an API', () => {
  const server = useServer()
  const browser = useBrowser()

  const openTry = async (address: string): Promise<Page> => {
    const page = await browser.openPage(address)
    await page.getByRole('button', { name: '发送请求' }).waitFor()
    return page
  }
  const send = async (page: Page, status: RegExp): Promise<void> => {
    await page.getByRole('button', { name: '发送请求' }).click()
    await page.locator('.status').filter({ hasText: status }).waitFor()
  }
  const logIn = async (page: Page, name: RealmName): Promise<void> => {
    await page.getByRole('button', { name: sampleAccountsOf(name)[0].name, exact: true }).click()
    await page.getByText(`已登录：${sampleAccountsOf(name)[0].name}`).waitFor()
  }

  for (const name of realmNames) {
    it(`logs in to ${name} with a sample account and calls`, async () => {
      const [operationId, holds] = traitsOf[name].tryCall
      const page = await openTry(`${server.origin}/docs/${name}/try/#${operationId}`)
      await send(page, /^401/)
      const troubles = watch(page, server.origin)
      await logIn(page, name)
      await send(page, /^200/)
      assert.ok((await page.locator('.answer .body').innerText()).includes(holds))
      assert.deepEqual(troubles, [])
    })
  }

  it('sends the token as the chosen scheme says', async () => {
    const page = await openTry(`${server.origin}/docs/julong/try/#listRoles`)
    await logIn(page, 'julong')
    for (const [scheme, form] of [
      ['Bearer <令牌>', /^Bearer \S+$/],
      ['<令牌>', /^[^ ]+$/]
    ] as const) {
      await page.getByLabel('请求头 Authorization').selectOption(scheme)
      const sent = page.waitForRequest(/\/roles$/)
      await send(page, /^200/)
      assert.match((await (await sent).allHeaders()).authorization ?? '', form)
    }
  })

  it('takes a body, a form and parameters, follows the session, and fits a phone', async () => {
    const page = await openTry(`${server.origin}/docs/tms/try/#login`)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByLabel('username').fill('21089')
    await send(page, /^200/)
    await page.getByText('已登录：21089').waitFor()
    await page.goto(`${server.origin}/docs/tms/try/#createTask`)
    await page.getByLabel('请求体 JSON').fill('{"description":"试一试"}')
    await send(page, /^200/)
    assert.ok((await page.locator('.answer .body').innerText()).includes('"publisher": "21089"'))
    await page.goto(`${server.origin}/docs/tms/try/#listTasks`)
    await page.getByLabel('status').selectOption('已完成')
    await send(page, /^200/)
    assert.ok((await page.locator('.answer .body').innerText()).includes('"total": 0'))
    assert.ok((await overflow(page)) <= 0)
    await page.goto(`${server.origin}/docs/tms/try/#logout`)
    await send(page, /^200/)
    await page.getByText('未登录').waitFor()
  })

  it('logs in with any account, and shows why a login fails', async () => {
    const page = await openTry(`${server.origin}/docs/waste-sorting/try/`)
    await page.getByText('用其他账户登录').click()
    await page.getByLabel('账号', { exact: true }).fill('usertest')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: '用户名或密码错误' }).waitFor()
    await page.getByLabel('密码', { exact: true }).fill('usertest')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('已登录：usertest').waitFor()
  })

  it('calls the server behind a proxy that adds a path prefix', async () => {
    const proxy = await startPrefixProxy(server.origin, '/some/where')
    try {
      const page = await browser.openPage(`${proxy.origin}/some/where/docs`)
      const troubles = watch(page, `${proxy.origin}/some/where`)
      await page.locator('#back-office').getByRole('link', { name: '在线调试' }).click()
      await logIn(page, 'back-office')
      await page.getByRole('link', { name: '角色列表' }).click()
      await send(page, /^200/)
      await page.getByRole('link', { name: '查看文档' }).click()
      await page.getByRole('heading', { name: '角色列表' }).first().waitFor()
      assert.deepEqual(troubles, [])
    } finally {
      proxy.stop()
    }
  })
})
