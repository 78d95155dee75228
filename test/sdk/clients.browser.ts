import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { useBrowser } from '../support/browser.js'
import { removeOwnTemplate } from '../support/database.js'
import { startGateway } from './gateway.js'
import { createProject } from './project.js'
import { startSite } from './site.js'

const project = await createProject()
const gateway = await startGateway()
const site = await startSite(project)
after(async () => {
  await site.stop()
  await gateway.stop()
  await removeOwnTemplate()
  await project.remove()
})

const RENEWAL = '/api/users/refresh_token'
const ME = '/api/users/me'

/** In a tab: five calls at once with the token that all tabs share; their statuses. */
const FIVE_CALLS = (origin: string): string => `(async () => {
  const api = sdk.createUserLogin({ baseUrl: '${origin}', tokens: sdk.browserStore('app') })
  const calls = Array.from({ length: 5 }, () => api.getCurrentUser())
  return (await Promise.all(calls)).map(({ status }) => status)
})()`
const ALL_WELL = [200, 200, 200, 200, 200]

async function fiveCallsInEach(tabs: Page[], origin: string): Promise<void> {
  const token = await gateway.tokenEnding(-60)
  await tabs[0]!.evaluate(`sdk.browserStore('app').set('${token}')`)
  const statuses = await Promise.all(tabs.map((tab) => tab.evaluate(FIVE_CALLS(origin))))
  assert.deepEqual(
    statuses,
    tabs.map(() => ALL_WELL)
  )
  assert.notEqual(await tabs[0]!.evaluate(`sdk.browserStore('app').get()`), token)
}

describe('the client package in Chromium, on a page of another origin', () => {
  const browser = useBrowser()

  for (const name of site.names) {
    it(name, async () => {
      const page = await browser.openPage(site.origin)
      const faults: Error[] = []
      page.on('pageerror', (error) => faults.push(error))
      await page.evaluate(`scenarios[${JSON.stringify(name)}]({ origin: '${gateway.origin}' })`)
      assert.deepEqual(faults, [])
      await page.context().close()
    })
  }

  it('renews an expired token once for all tabs', async () => {
    const profile = await browser.openProfile()
    const tabs = [await profile.newPage(), await profile.newPage(), await profile.newPage()]
    for (const tab of tabs) await tab.goto(site.origin)
    const renewed = gateway.seen(RENEWAL)
    gateway.tell({ path: RENEWAL, holdUntil: { path: ME, count: gateway.seen(ME) + 15 } })
    await fiveCallsInEach(tabs, gateway.origin)
    assert.equal(gateway.seen(RENEWAL) - renewed, 1)
  })

  it('keeps the session of every tab on a page without Web Locks', async () => {
    const profile = await browser.openProfile()
    // Neither HTTPS nor localhost.
    await profile.route('http://consumer.test/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      const url = `${pathname === '/' ? site.origin : gateway.origin}${pathname}`
      await route.fulfill({ response: await route.fetch({ url }) })
    })
    const tabs = [await profile.newPage(), await profile.newPage()]
    for (const tab of tabs) await tab.goto('http://consumer.test/')
    assert.equal(await tabs[0]!.evaluate('typeof navigator.locks'), 'undefined')
    const bothThere = { path: RENEWAL, count: gateway.seen(RENEWAL) + 2 }
    gateway.tell({ path: RENEWAL, holdUntil: bothThere, refusalsFirst: true })
    await fiveCallsInEach(tabs, 'http://consumer.test')
  })

  it('logs in and out in all tabs at once, and tells their listeners', async () => {
    const profile = await browser.openProfile()
    const [one, other] = [await profile.newPage(), await profile.newPage()]
    for (const tab of [one, other]) {
      await tab.goto(site.origin)
      await tab.evaluate(
        `globalThis.api = sdk.createUserLogin({ baseUrl: '${gateway.origin}', tokens: sdk.browserStore('app') })
        globalThis.heard = []
        globalThis.stop = api.onSession((change) => heard.push(change)); 0`
      )
    }
    const status = (tab: Page, call: string): Promise<number> =>
      tab.evaluate(`api.${call}.then(({ status }) => status)`)
    const body = { email: 'user@example.com', password: 'currentpassword' }
    assert.equal(await status(one, `login(${JSON.stringify({ body })})`), 200)
    assert.equal(await status(other, 'getCurrentUser()'), 200)
    assert.equal(await status(other, 'logout()'), 200)
    assert.equal(await one.evaluate(`sdk.browserStore('app').get()`), undefined)
    assert.equal(await status(one, 'getCurrentUser()'), 401)
    for (const tab of [one, other]) {
      await tab.waitForFunction('heard.length === 2')
      assert.deepEqual(await tab.evaluate('heard'), ['opened', 'ended'])
    }
    await one.evaluate('stop()')
    assert.equal(await status(other, `login(${JSON.stringify({ body })})`), 200)
    await other.waitForFunction('heard.length === 3')
    assert.deepEqual(await one.evaluate('heard'), ['opened', 'ended'])
  })
})
