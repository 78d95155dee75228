import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible, LOOKS } from './support/access.js'
import { logIn, useJourneys } from './support/journey.js'
import { startPrefixProxy } from '../support/prefix-proxy.js'

const KB = 1000

/** Bytes of scripts and styles that the page has received. */
async function received(page: Page): Promise<number> {
  const sizes = await page.evaluate<number[]>(
    `performance.getEntriesByType('resource')
      .filter(({ name }) => /\\.(js|css)$/.test(name)).map(({ transferSize }) => transferSize)`
  )
  assert.ok(sizes.length > 0)
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe('the console', () => {
  const journeys = useJourneys('julong')

  it('loads at most 100 kB of scripts and styles for a login, and 150 kB for a first list', async () => {
    const { page } = await journeys.open('login')
    await page.waitForLoadState('networkidle')
    const login = await received(page)
    assert.ok(login <= 100 * KB, `${login} bytes for the login`)
    await logIn(page, 'admin', '123456')
    await page.getByRole('table').waitFor()
    await page.waitForLoadState('networkidle')
    const list = await received(page)
    assert.ok(list <= 150 * KB, `${list} bytes for the list`)
  })

  for (const look of LOOKS) {
    it(`has an entrance in which axe finds nothing, ${look.theme} at ${look.width} pixels`, async () => {
      const { page, troubles } = await journeys.open('login', look)
      await page.goto(`${journeys.server.origin}/console/`)
      await page.getByRole('heading', { name: '控制台' }).waitFor()
      await assertAccessible(page, 'entrance')
      assert.deepEqual(troubles, [])
    })
  }

  it('works behind a proxy that adds a path', async () => {
    const proxy = await startPrefixProxy(journeys.server.origin, '/some/where')
    try {
      const { page } = await journeys.open('login')
      await page.goto(`${proxy.origin}/some/where/console`)
      await page.getByRole('link', { name: /矩龙管理后台/ }).click()
      await logIn(page, 'admin', '123456')
      await page.getByRole('table').getByText('admin').waitFor()
    } finally {
      proxy.stop()
    }
  })

  it('keeps theme, language and zone, and has the theme before anything is drawn', async () => {
    const { page } = await journeys.enter('users')
    await page.getByRole('button', { name: '偏好' }).click()
    await page.getByLabel('时区').selectOption('UTC')
    await page.getByLabel('主题').selectOption('dark')
    await page.getByLabel('语言').selectOption('en')
    await page.reload({ waitUntil: 'commit' })
    await page.locator('html[data-theme="dark"]').waitFor()
    await page.getByRole('columnheader', { name: 'Created (UTC)' }).waitFor()
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en')
    assert.match(await page.title(), /^Users · Julong administration/)
  })

  it('says that an address leads nowhere', async () => {
    const { page } = await journeys.open('login')
    await page.goto(`${journeys.server.origin}/console/#/nowhere`)
    await page.getByRole('heading', { name: '没有此页面' }).waitFor()
    await page.getByRole('link', { name: '回到首页' }).click()
    await page.getByRole('heading', { name: '控制台' }).waitFor()
  })
})
