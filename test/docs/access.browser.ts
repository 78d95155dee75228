import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { documentedApi } from '../../scripts/docs/operations.js'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { LOOKS } from '../console/support/access.js'
import { axe } from '../support/axe.js'
import { useBrowser } from '../support/browser.js'
import { useServer } from '../support/server.js'
import { overflow, watch } from './watch.js'

const PAGES = [
  '',
  'guides/getting-started/',
  'guides/errors/',
  'guides/client/en/',
  'guides/sdk/',
  'tms/try/',
  'nowhere'
]
/** The colours of this reference, which has every method, are those of all. */
const MANY_METHODS = 'back-office'

type Look = (typeof LOOKS)[number]

describe('the documentation for everyone', () => {
  const server = useServer()
  const browser = useBrowser()

  const faults = async (page: Page): Promise<string[]> => {
    const { violations } = await axe(page).analyze()
    return violations.map(({ id, nodes }) => `${page.url()}: ${id}, ${nodes.length} times, ${nodes[0]?.html}`)
  }
  const openPage = async (path: string, { width, theme }: Look): Promise<Page> => {
    const page = await browser.openPage()
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${server.origin}/docs/${path}`)
    return page
  }
  /** A reference that Redoc has taken over. */
  const openReference = async (name: RealmName, look: Look): Promise<Page> => {
    const page = await openPage(`${name}/`, look)
    await page.getByRole('tab', { name: 'SDK' }).first().click()
    await page.getByText("from 'quintet-sdk'").first().waitFor()
    return page
  }

  for (const look of LOOKS) {
    const { width, theme } = look
    it(`has no fault that axe finds on pages of every kind, ${theme} at ${width} pixels`, async () => {
      for (const path of PAGES) {
        const page = await openPage(path, look)
        await page.getByRole('combobox').waitFor()
        assert.deepEqual(await faults(page), [])
        assert.ok((await overflow(page)) <= 0, path)
        await page.close()
      }
      assert.deepEqual(await faults(await openReference(MANY_METHODS, look)), [])
    })

    it(`has no fault that axe finds in the search, ${theme} at ${width} pixels`, async () => {
      const page = await openPage('', look)
      await page.getByRole('button', { name: '搜索' }).click()
      await page.getByRole('searchbox').fill('409')
      await page.locator('.results a').first().waitFor()
      assert.deepEqual(await faults(page), [])
    })
  }

  for (const name of realmNames) {
    it(`has no fault that axe finds on the reference of ${name}`, async () => {
      assert.deepEqual(await faults(await openReference(name, LOOKS[0])), [])
    })
  }

  it('follows the system, and what a person chooses, on all pages and in all tabs', async () => {
    const profile = await browser.openProfile()
    const page = await profile.newPage()
    const becomes = (one: Page, theme: 'dark' | 'light'): Promise<void> =>
      one.locator(`html[data-theme=${theme}] body`).waitFor()
    const background = (one: Page): Promise<string> => one.evaluate('getComputedStyle(document.body).backgroundColor')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${server.origin}/docs/`)
    await becomes(page, 'dark')
    assert.equal(await background(page), 'rgb(17, 24, 28)')
    await page.emulateMedia({ colorScheme: 'light' })
    await becomes(page, 'light')
    assert.equal(await background(page), 'rgb(255, 255, 255)')
    const other = await profile.newPage()
    await other.goto(`${server.origin}/docs/guides/mock/`)
    await page.getByLabel('配色').selectOption('深色')
    await becomes(page, 'dark')
    await becomes(other, 'dark')
    await other.goto(`${server.origin}/docs/tms/`)
    await becomes(other, 'dark')
    await other.getByLabel('配色').selectOption('跟随系统')
    await becomes(other, 'light')
  })

  it('shows every operation without scripts, with its fields and a sample, and leads there from the page for calls', async () => {
    const profile = await browser.openProfile({ javaScriptEnabled: false })
    const page = await profile.newPage()
    for (const name of realmNames) {
      await page.goto(`${server.origin}/docs/${name}/try/`)
      await page.getByRole('link', { name: '接口列表' }).click()
      for (const { operationId, path, summary } of documentedApi(name, readContract(name)).operations) {
        const section = page.locator(`[data-section-id$="/operation/${operationId}"]`)
        await section.getByRole('heading', { name: summary }).first().waitFor()
        assert.ok((await section.innerText()).includes(path.split('{')[0]!), `${name} ${operationId}`)
        await section.getByText(/^curl/).first().waitFor()
      }
    }
  })

  it('acts on the first press on a phone, which brings the reference to life', async () => {
    const profile = await browser.openProfile({ viewport: { width: 390, height: 844 }, hasTouch: true })
    const page = await profile.newPage()
    const troubles = watch(page, server.origin)
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.goto(`${server.origin}/docs/tms/#tag/tasks/operation/createTask`, { waitUntil: 'networkidle' })
    const section = page.locator('[data-section-id$="/operation/createTask"]')
    assert.ok(!loaded.some((path) => path.startsWith('/docs/assets/redoc.')))
    await section.getByRole('tab', { name: 'Python' }).tap()
    await section.getByText('import requests').waitFor()
    await page.reload()
    await section.getByRole('tab', { name: 'curl' }).focus()
    await page.keyboard.press('ArrowRight')
    await section.getByText('quintet-sdk').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('has the menu of the reference open where there is room, and closed on a phone', async () => {
    const page = await openReference('julong', LOOKS[0])
    await page.getByRole('menuitem', { name: '操作日志列表' }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    assert.equal(await page.getByRole('menuitem', { name: '操作日志列表' }).isVisible(), false)
    assert.ok((await overflow(page)) <= 0)
  })

  it('leaves none of the labels of Redoc in English', async () => {
    const page = await openReference('julong', LOOKS[0])
    // What the contract and its samples name may be such a word: a field is called `required`.
    const text = await page.locator('#redoc').evaluate((reference) => {
      for (const names of reference.querySelectorAll('.property-name, pre, code')) names.remove()
      return reference.innerText
    })
    assert.doesNotMatch(
      text,
      /\b(required|optional|Responses|Request|Response|Array|Example|Copy|Expand all|Authorizations|default|or|Header)\b/i
    )
  })
})
