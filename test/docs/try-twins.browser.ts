import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { operations as backOffice } from '../../src/console/back-office/operations.ts'
import { operations as julong } from '../../src/console/julong/operations.ts'
import { operations as tms } from '../../src/console/tms/operations.ts'
import { operations as userLogin } from '../../src/console/user-login/operations.ts'
import { operations as wasteSorting } from '../../src/console/waste-sorting/operations.ts'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { createRecorder, uncalled } from '../console/support/operations.js'
import { useBrowser } from '../support/browser.js'
import { useServer } from '../support/server.js'

const OPERATIONS: Record<RealmName, Record<string, string>> = {
  tms,
  julong,
  'waste-sorting': wasteSorting,
  'user-login': userLogin,
  'back-office': backOffice
}

/** With the tests of the console, which call all others, every operation of the contracts is called by clicking. */
describe('operations that the console leaves to the page for calls', () => {
  const server = useServer()
  const browser = useBrowser()

  for (const api of realmNames) {
    const twins = uncalled(OPERATIONS[api])
    const recorder = createRecorder(api)

    for (const twin of twins) {
      it(`call ${twin} of ${api} with its example, on a record that exists`, async () => {
        const [{ name }] = sampleAccountsOf(api)
        const page = await browser.openPage(`${server.origin}/docs/${api}/try/#${twin}`)
        await page.getByRole('button', { name, exact: true }).click()
        await page.getByText(`已登录：${name}`).waitFor()
        recorder.record(page)
        const ids = page.getByRole('button', { name: '取现有的 id' })
        if ((await ids.count()) > 0) {
          await ids.click()
          await page.locator('datalist option').first().waitFor({ state: 'attached' })
        }
        await page.getByRole('button', { name: '发送请求' }).click()
        await page.locator('.status').filter({ hasText: /^2/ }).waitFor()
      })
    }
    after(() =>
      assert.deepEqual(
        twins.filter((twin) => recorder.missing().includes(twin)),
        []
      )
    )
  }
})
