import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { documentedApi } from '../../scripts/docs/operations.js'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { useBrowser } from '../support/browser.js'
import { useServer } from '../support/server.js'
import { overflow } from './watch.js'

const PAGES = ['', 'guides/getting-started/', 'guides/errors/', 'guides/client/en/', 'guides/sdk/', 'tms/try/']
/** Dark colours are the same on all references; this one has every method. */
const MANY_METHODS = 'back-office'

describe('the documentation for everyone', () => {
  const server = useServer()
  const browser = useBrowser()

  const faults = async (page: Page): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .analyze()
    return violations.map(({ id, nodes }) => `${page.url()}: ${id}, ${nodes.length} times, ${nodes[0]?.html}`)
  }
  const openReference = async (name: RealmName, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await browser.openPage()
    await page.emulateMedia({ colorScheme })
    await page.goto(`${server.origin}/docs/${name}/`)
    const last = documentedApi(name, readContract(name)).operations.at(-1)!
    await page.getByRole('heading', { name: last.summary }).first().waitFor()
    return page
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault that axe finds on the start page, guides and the page for calls, ${colorScheme}`, async () => {
      const page = await browser.openPage()
      await page.emulateMedia({ colorScheme })
      for (const path of PAGES) {
        await page.goto(`${server.origin}/docs/${path}`)
        await page.getByRole('combobox').waitFor()
        assert.deepEqual(await faults(page), [])
      }
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill('409')
      await page.locator('.results a').first().waitFor()
      assert.deepEqual(await faults(page), [])
    })

    for (const name of colorScheme === 'light' ? realmNames : ([MANY_METHODS] as const)) {
      it(`has no fault that axe finds on the reference of ${name}, ${colorScheme}`, async () => {
        assert.deepEqual(await faults(await openReference(name, colorScheme)), [])
      })
    }
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

  it('lists every operation without scripts, and leads from the page for calls to the list', async () => {
    const profile = await browser.openProfile({ javaScriptEnabled: false })
    const page = await profile.newPage()
    for (const name of realmNames) {
      await page.goto(`${server.origin}/docs/${name}/try/`)
      await page.getByRole('link', { name: '接口列表' }).click()
      for (const { path, method } of documentedApi(name, readContract(name)).operations) {
        await page.getByText(`${method} ${path}`, { exact: true }).first().waitFor()
      }
    }
  })

  it('opens the groups of the reference where there is room, and keeps them closed on a phone', async () => {
    const page = await openReference('julong', 'light')
    await page.getByRole('menuitem', { name: '操作日志列表' }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await page.getByRole('heading', { name: '操作日志列表' }).first().waitFor()
    assert.equal(await page.getByRole('menuitem', { name: '操作日志列表' }).isVisible(), false)
    assert.ok((await overflow(page)) <= 0)
  })

  it('leaves none of the labels of Redoc in English', async () => {
    const page = await openReference('julong', 'light')
    const text = await page.locator('#redoc').innerText()
    assert.doesNotMatch(
      text,
      /\b(required|optional|Responses|Request|Response|Array of|Example|Copy|Expand all|Authorizations)\b/i
    )
  })
})
