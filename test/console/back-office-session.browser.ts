import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { createAccount } from '../../src/accounts/register.js'
import { backOfficeRealm, type BackOfficeAccount } from '../../src/realms/back-office.js'
import { realmContext } from '../../src/server/context.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { logIn, useJourneys } from './support/journey.js'
import { rowOf } from './support/rows.js'

const WRITER = { role_id: 1 }
/** A token lives an hour; the console says so two minutes before its end. */

describe('roles and sessions of back-office in the console', () => {
  const journeys = useJourneys('back-office')
  const addAdmin = (name = freshName(), values = {}): Promise<BackOfficeAccount> =>
    createAccount(realmContext(journeys.server.context, backOfficeRealm), { name, password: PASSWORD, values })
  const dialogOf = (page: Page): Locator => page.getByRole('dialog')

  it('shows a viewer everything and offers nothing that changes it', async () => {
    const { name } = await addAdmin(freshName('viewer'))
    const { page } = await journeys.enter(`admins?query=${name}`, { name, password: PASSWORD })
    await page.getByText('你的角色只能查看').waitFor()
    assert.ok(await page.getByRole('switch', { name }).isDisabled())
    assert.equal(await page.getByRole('checkbox', { name: '选择' }).count(), 0)
    assert.equal(await page.getByRole('button', { name: /添加|删除/ }).count(), 0)
    await rowOf(page, name).getByRole('link').click()
    await dialogOf(page).locator('.fact', { hasText: '角色' }).getByText('viewer').waitFor()
    assert.equal(await dialogOf(page).getByRole('button', { name: '保存' }).count(), 0)
  })

  it('takes what another administrator gave: a new role holds without another login', async () => {
    const { name } = await addAdmin(freshName('riser'))
    const viewer = await journeys.enter('admins', { name, password: PASSWORD })
    await viewer.page.getByText('你的角色只能查看').waitFor()
    const { page } = await journeys.enter(`admins?query=${name}`)
    await rowOf(page, name).getByRole('link').click()
    await dialogOf(page).getByLabel('角色').selectOption('1')
    await dialogOf(page).getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    await viewer.page.reload()
    await viewer.page.getByRole('button', { name: '添加管理员' }).waitFor()
  })

  it('offers administrators who disabled themselves to log out', async () => {
    const { name } = await addAdmin(freshName('chief'), WRITER)
    const { page } = await journeys.enter(`admins?query=${name}`, { name, password: PASSWORD })
    await rowOf(page, name).locator('.el-switch').click()
    await dialogOf(page).getByRole('button', { name: '停用' }).click()
    await page.getByRole('heading', { name: '此账号已不能使用' }).waitFor()
    await page.getByText('该管理员已被禁用').waitFor()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  })

  it('keeps what was typed when the session has ended, and sends it once after a login', async () => {
    const { name } = await addAdmin()
    const { page, troubles } = await journeys.enter(`admins?query=${name}`)
    await rowOf(page, name).getByRole('link').click()
    await page.getByLabel('手机号').fill('13900139000')
    await journeys.endSessions('auroralorigin')
    const sent: number[] = []
    page.on('response', (response) => {
      if (response.request().method() === 'PUT') sent.push(response.status())
    })
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog', { name: '重新登录' }).waitFor()
    await logIn(page, 'auroralorigin', '123456')
    await rowOf(page, name).getByText('13900139000').waitFor()
    assert.deepEqual(sent, [401, 200])
    assert.deepEqual(troubles, [])
  })
})
