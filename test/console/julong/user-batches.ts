import assert from 'node:assert/strict'
import { it } from 'node:test'
import { NO_ROLE } from '../../../src/roles/find.js'
import { freshName, PASSWORD } from '../../support/accounts.js'
import { userOf } from '../../support/julong.js'
import type { Journeys } from '../support/journey.js'
import { answer, rowOf } from '../support/rows.js'
import { addRole } from './role-rows.js'

export function testSeveralUsers(journeys: Journeys): void {
  const addUser = async (name = freshName()): Promise<string> =>
    (await userOf(journeys.server, NO_ROLE, name)).account.name
  it('disables several users at once', async () => {
    const prefix = freshName('batch')
    for (const number of [1, 2, 3]) await addUser(`${prefix}-${number}`)
    const { page } = await journeys.enter(`users?query=${prefix}`)
    await page.getByLabel('选择本页全部').check()
    await page.getByRole('button', { name: '停用所选' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await page.getByRole('row').getByText('停用').nth(2).waitFor()
    await page.getByText('已选 3 项').waitFor({ state: 'detached' })
  })

  it('gives several users a role, and removes them after their number was typed', async () => {
    const prefix = freshName('batch')
    const role = await addRole(journeys.server, [125, 110, 136])
    for (const number of [1, 2]) await addUser(`${prefix}-${number}`)
    const { page, troubles } = await journeys.enter(`users?query=${prefix}`)
    await page.getByLabel('选择本页全部').check()
    await page.getByRole('region', { name: '批量操作' }).getByLabel('角色').selectOption(role.name)
    await page.getByRole('button', { name: '分配角色' }).click()
    await answer(page, `为所选的 2 个用户分配角色“${role.name}”？`, '分配')
    await rowOf(page, role.name).nth(1).waitFor()
    await page.getByLabel('选择本页全部').check()
    await page.getByRole('button', { name: '删除所选' }).click()
    await answer(page, '删除所选的 2 个用户？', '删除', '2')
    await page.getByText('没有符合条件的结果').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('keeps selected what failed, and says why', async () => {
    const { server } = journeys
    const prefix = freshName('mixed')
    const caller = await userOf(server, (await addRole(server, [125, 110, 136, 159])).id)
    const higher = await addRole(server, [125, 110, 131])
    await userOf(server, higher.id, `${prefix}-higher`)
    await addUser(`${prefix}-plain`)
    const { page } = await journeys.enter(`users?query=${prefix}`, { name: caller.account.name, password: PASSWORD })
    await page.getByLabel('选择本页全部').check()
    await page.getByRole('button', { name: '停用所选' }).click()
    await answer(page, '停用所选的 2 个用户？', '停用')
    const bar = page.getByRole('region', { name: '批量操作' })
    await bar.getByRole('alert').getByText(`${prefix}-higher: 没有访问权限`).waitFor()
    await bar.getByText('已选 1 项').waitFor()
    await rowOf(page, `${prefix}-plain`).getByText('停用').waitFor()
    await bar.getByRole('button', { name: '取消选择' }).click()
    await bar.waitFor({ state: 'detached' })
  })
}
