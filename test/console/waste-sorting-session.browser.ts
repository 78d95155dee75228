import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setDisabled } from '../../src/accounts/administration.js'
import { createAccount } from '../../src/accounts/register.js'
import { wasteSortingRealm, type WasteSortingAccount } from '../../src/realms/waste-sorting.js'
import { realmContext } from '../../src/server/context.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { logIn, useJourneys } from './support/journey.js'

const NEW_PASSWORD = 'another correct horse'

describe('sessions of waste-sorting in the console', () => {
  const journeys = useJourneys('waste-sorting')
  const addUser = (): Promise<WasteSortingAccount> =>
    createAccount(realmContext(journeys.server.context, wasteSortingRealm), { name: freshName(), password: PASSWORD })

  it('says that a caller is banned, and offers to log out', async () => {
    const { id, name } = await addUser()
    const { page } = await journeys.enter('me', { name, password: PASSWORD })
    await page.getByRole('heading', { name: '个人资料' }).waitFor()
    await setDisabled(realmContext(journeys.server.context, wasteSortingRealm), id, true)
    await page.reload()
    await page.getByRole('heading', { name: '此账号已不能使用' }).waitFor()
    await page.getByText('该账户已被封禁').waitFor()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('button', { name: '登录', exact: true }).waitFor()
    await page.getByLabel('用户名').fill(name)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '该账户已被封禁，请联系管理员' }).waitFor()
  })

  it('keeps what was typed when the session ends, and sends it once after a login', async () => {
    const { name } = await addUser()
    const { page, troubles } = await journeys.enter('me', { name, password: PASSWORD })
    await page.getByLabel('当前密码').fill(PASSWORD)
    await page.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD)
    await page.getByLabel('再次输入新密码').fill(NEW_PASSWORD)
    await journeys.endSessions(name)
    const sent: number[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('/change_password')) sent.push(response.status())
    })
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByRole('dialog', { name: '重新登录' }).waitFor()
    await logIn(page, name, PASSWORD)
    await page.getByText('密码已修改').waitFor()
    assert.deepEqual(sent, [401, 200])
    assert.deepEqual(troubles, [])
  })
})
