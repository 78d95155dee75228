import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentedApi } from '../../scripts/docs/operations.js'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { useBrowser } from '../support/browser.js'
import { startServer, useServer } from '../support/server.js'
import { overflow, watch } from './watch.js'

describe('the documentation in a browser', () => {
  const server = useServer()
  const browser = useBrowser()

  for (const width of [1280, 390]) {
    for (const name of realmNames) {
      it(`shows every operation of ${name} at ${width} pixels, with its samples`, async () => {
        const page = await browser.openPage()
        await page.setViewportSize({ width, height: 900 })
        const troubles = watch(page, server.origin)
        await page.goto(`${server.origin}/docs/${name}/`)
        const api = documentedApi(name, readContract(name))
        await page
          .getByRole('heading', { name: api.operations.at(-1)!.summary })
          .first()
          .waitFor()
        const ids = await page.evaluate<string[]>(
          '[...document.querySelectorAll("[data-section-id*=\'/operation/\']")].map((one) => one.dataset.sectionId.split("/").at(-1))'
        )
        assert.deepEqual(ids.sort(), api.operations.map(({ operationId }) => operationId).sort())
        for (const sample of ['curl', 'SDK', 'fetch', 'Python', 'Go']) {
          assert.equal(
            await page.getByRole('tab', { name: sample, exact: true }).count(),
            api.operations.length,
            sample
          )
        }
        assert.ok((await page.locator('#redoc').innerText()).includes(`${server.origin}/`), 'samples name this server')
        assert.ok((await overflow(page)) <= 0)
        assert.deepEqual(troubles, [])
      })
    }

    it(`introduces the five APIs at ${width} pixels and lists their operations`, async () => {
      const page = await browser.openPage()
      await page.setViewportSize({ width, height: 900 })
      const troubles = watch(page, server.origin)
      await page.goto(`${server.origin}/docs/`)
      assert.equal(await page.locator('section.api').count(), 5)
      await page.getByText(`${server.origin}/tms`, { exact: true }).waitFor()
      await page
        .getByText(/^全部 \d+ 个接口$/)
        .nth(1)
        .click()
      await page.getByRole('link', { name: /删除角色$/ }).click()
      await page.waitForURL(/julong\/#tag\/.*\/operation\/removeRole$/)
      assert.ok((await overflow(page)) <= 0)
      assert.deepEqual(troubles, [])
    })
  }

  it('leaves out the APIs that the server does not serve', async () => {
    const small = await startServer({ APIS: 'tms,user-login', SAMPLE_ACCOUNTS: '0' })
    try {
      const page = await browser.openPage(`${small.origin}/docs/`)
      await page.getByText('本服务器没有示例账号；').waitFor()
      assert.deepEqual(await page.locator('section.api:visible h2 code').allInnerTexts(), ['tms', 'user-login'])
      assert.equal(await page.locator('.apis [data-api]:visible').count(), 2)
      assert.equal(await page.getByText('本服务器没有。').count(), 2 + 3)
      await page.goto(`${small.origin}/docs/tms/try/`)
      await page.getByText('本服务器没有示例账号，请用自己的账户登录。').waitFor()
      const missing = await page.goto(`${small.origin}/docs/julong/`)
      assert.equal(missing?.status(), 404)
      await page.getByRole('link', { name: '回到接口文档' }).click()
      await page.waitForURL(`${small.origin}/docs/`)
    } finally {
      await small.stop()
    }
  })
})
