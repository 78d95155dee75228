import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import { useJourneys } from './support/journey.js'

const MISSING: [RealmName, string, string][] = [
  ['julong', 'users/999999', '用户不存在'],
  ['julong', 'roles/999999', '角色不存在'],
  ['tms', 'tasks/999999', '任务不存在'],
  ['waste-sorting', 'users/999999', '用户不存在'],
  ['back-office', `admins/${'f'.repeat(24)}`, '管理员不存在']
]

describe('records of the console that do not exist', () => {
  const journeys = useJourneys('julong')

  for (const [api, path, message] of MISSING) {
    it(`say so at ${api}/${path}, over their list, and can only be closed`, async () => {
      const { page, troubles } = await journeys.enter(path, { api })
      const drawer = page.getByRole('dialog')
      await drawer.getByRole('alert').getByText(message).waitFor()
      const buttons = await drawer.locator('.el-drawer__footer').getByRole('button').allInnerTexts()
      assert.deepEqual(buttons, ['关闭'])
      await drawer.locator('.el-drawer__footer').getByRole('button', { name: '关闭' }).click()
      await drawer.waitFor({ state: 'detached' })
      await page.waitForURL((url) => url.hash === `#/${api}/${path.split('/')[0]!}`)
      assert.deepEqual(troubles, [])
    })
  }
})
