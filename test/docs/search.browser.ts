import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { useBrowser } from '../support/browser.js'
import { startServer, useServer } from '../support/server.js'
import { overflow, watch } from './watch.js'

describe('the search of the documentation', () => {
  const server = useServer()
  const browser = useBrowser()

  const open = async (path: string): Promise<Page> => {
    const page = await browser.openPage(server.origin + path)
    await page.getByRole('button', { name: '搜索' }).waitFor()
    return page
  }
  /** The titles of what is found, best first. */
  const find = async (page: Page, query: string): Promise<string[]> => {
    await page.getByRole('searchbox').fill(query)
    await page.getByText(/^找到 \d+ 项$/).waitFor()
    const titles = page.locator('.results strong')
    await titles.first().waitFor()
    return titles.allInnerTexts()
  }

  it('finds by synonym, parts of words, status, operationId, path and pinyin initials', async () => {
    const page = await open('/docs/')
    const troubles = watch(page, server.origin)
    await page.keyboard.press('Control+k')
    const wanted: [query: string, title: RegExp][] = [
      ['登陆', /登录/],
      ['注销', /登出|退出/],
      ['修改密码', /修改.*密码/],
      ['个人密', /修改个人密码/],
      ['409', /^409 /],
      ['listTasks', /任务/],
      ['listtask', /任务/],
      ['/admin/roles', /角色/],
      ['xggrmm', /修改个人密码/],
      ['grmm', /修改个人密码/],
      ['React Native', /React Native/],
      ['TRUSTED_PROXIES', /./]
    ]
    for (const [query, title] of wanted) {
      const titles = await find(page, query)
      assert.ok(
        titles.slice(0, 3).some((one) => title.test(one)),
        `${query}: ${titles.slice(0, 5).join(' | ')}`
      )
    }
    await page.getByRole('searchbox').fill('qqqqzzzz')
    await page.getByText('没有找到').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('opens by its button and by a slash, moves by arrows, leads to what Enter takes, and closes by Escape', async () => {
    const page = await open('/docs/guides/mock/')
    await page.keyboard.press('/')
    await find(page, 'removeRole')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/docs\/julong\/#tag\/.*\/operation\/removeRole$/)
    await page.getByRole('button', { name: '搜索' }).click()
    await find(page, '修改密码')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const second = await page.locator('.results a').nth(1).getAttribute('href')
    assert.equal(await page.evaluate<string>('document.activeElement.href'), second)
    await page.keyboard.press('Escape')
    assert.equal(await page.getByRole('dialog').count(), 0)
  })

  it('types a slash into a field as any other character', async () => {
    const page = await open('/docs/tms/try/#createTask')
    await page.getByLabel('请求体 JSON').fill('')
    await page.getByLabel('请求体 JSON').press('/')
    assert.equal(await page.getByLabel('请求体 JSON').inputValue(), '/')
    assert.equal(await page.getByRole('dialog').count(), 0)
  })

  it('finds English guides on English pages, and fits a phone', async () => {
    const page = await browser.openPage(`${server.origin}/docs/guides/client/en/`)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('Servers that render pages')
    await page.getByText(/^\d+ found$/).waitFor()
    await page.locator('.results strong').getByText('Servers that render pages').first().waitFor()
    assert.equal(await page.locator('.results').getByText('服务端渲染').count(), 0)
    assert.ok((await overflow(page)) <= 0)
  })

  it('finds nothing of an API that the server does not serve', async () => {
    const small = await startServer({ APIS: 'tms' })
    try {
      const page = await browser.openPage(`${small.origin}/docs/`)
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill('角色')
      await page.getByText(/^找到 \d+ 项|没有找到$/).waitFor()
      assert.equal(await page.locator('.results a[href*="/julong/"]').count(), 0)
    } finally {
      await small.stop()
    }
  })
})
