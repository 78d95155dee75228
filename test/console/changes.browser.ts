import { describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { createAccount } from '../../src/accounts/register.js'
import { backOfficeRealm } from '../../src/realms/back-office.js'
import { wasteSortingRealm } from '../../src/realms/waste-sorting.js'
import { NO_ROLE } from '../../src/roles/find.js'
import { realmContext } from '../../src/server/context.js'
import type { RealmName } from '../../src/config/realm-names.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { userOf } from '../support/julong.js'
import { addRole } from './julong/role-rows.js'
import { useJourneys } from './support/journey.js'
import { answer } from './support/rows.js'

const LIST = '列表已在别处更改'
const RECORD = '此记录已在别处修改'

describe('two tabs of the console', () => {
  const journeys = useJourneys('julong')
  const bar = (page: Page, text: string): Locator => page.getByRole('status').filter({ hasText: text })

  /** A list in one tab, and a record of it in another one and in a third. */
  async function openTabs(api: RealmName, list: string, record: string): Promise<[Page, Page, Page]> {
    const profile = await journeys.newProfile()
    const { page: first } = await journeys.enter(list, { profile, api })
    const { page: second } = await journeys.open(record, { profile, api })
    const { page: third } = await journeys.open(record, { profile, api })
    return [first, second, third]
  }
  /** Waits until list and record say that they are outdated, and shows the latest. */
  async function showLatest(list: Page, record: Page): Promise<void> {
    await bar(list, LIST).getByRole('button', { name: '查看最新' }).click()
    await bar(list, LIST).waitFor({ state: 'detached' })
    await bar(record, RECORD).getByRole('button', { name: '查看最新' }).click()
    await bar(record, RECORD).waitFor({ state: 'detached' })
  }

  it('say that users of julong were changed, added and removed', async () => {
    const { account } = await userOf(journeys.server, NO_ROLE)
    const { id, name } = account
    const [list, reader, writer] = await openTabs('julong', `users?query=${name}`, `users/${id}?query=${name}`)
    await reader.getByLabel('手机号').waitFor()
    await writer.getByLabel('手机号').fill('13900139000')
    await writer.getByRole('button', { name: '保存' }).click()
    await showLatest(list, reader)
    await list.getByRole('row').getByText('13900139000').waitFor()

    await writer.getByRole('button', { name: '添加用户' }).click()
    await writer.getByRole('dialog').getByLabel('用户名').fill(`${name}-2`)
    await writer.getByRole('dialog').getByLabel('密码', { exact: true }).fill(PASSWORD)
    await writer.getByRole('button', { name: '保存' }).click()
    await bar(list, LIST).getByRole('button', { name: '查看最新' }).click()
    await list
      .getByRole('row')
      .filter({ hasText: `${name}-2` })
      .waitFor()
    await writer.getByRole('button', { name: `删除 ${name}-2` }).click()
    await answer(writer, `删除用户“${name}-2”？`, '删除', `${name}-2`)
    await bar(list, LIST).waitFor()
  })

  it('say that a role of julong and its rights were changed', async () => {
    const role = await addRole(journeys.server, [125, 110, 131, 136])
    const [list, reader, writer] = await openTabs('julong', 'roles?size=100', `roles/${role.id}`)
    await reader.getByLabel('角色描述').waitFor()
    await writer.getByLabel('角色描述').fill('新的描述')
    await writer.getByRole('button', { name: '保存' }).click()
    await showLatest(list, reader)
    await list.getByRole('row').getByText('新的描述').waitFor()

    await reader.goto(`${journeys.server.origin}/console/#/julong/roles/${role.id}/rights`)
    await reader.getByRole('treeitem', { name: '添加用户' }).waitFor()
    await writer.getByRole('button', { name: `展开 ${role.name}` }).click()
    await writer.getByRole('button', { name: '收回 添加用户' }).click()
    await answer(writer, '收回“添加用户”？', '收回')
    await showLatest(list, reader)
    await reader.locator('[role="treeitem"][aria-checked="false"]').filter({ hasText: '添加用户' }).waitFor()
  })

  it('say that a user of waste-sorting was changed', async () => {
    const context = realmContext(journeys.server.context, wasteSortingRealm)
    const { id, name } = await createAccount(context, { name: freshName(), password: PASSWORD })
    const [list, reader, writer] = await openTabs('waste-sorting', 'users?size=100', `users/${id}`)
    await reader.getByRole('dialog').getByText('正常').waitFor()
    await writer.getByRole('dialog').locator('.el-switch').click()
    await answer(writer, `封禁“${name}”？`, '封禁')
    await showLatest(list, reader)
    await list.getByRole('row').filter({ hasText: name }).getByText('封禁').waitFor()
    await reader.getByRole('dialog').getByText('封禁').waitFor()
  })

  it('say that an administrator of back-office was changed', async () => {
    const context = realmContext(journeys.server.context, backOfficeRealm)
    const { id, name } = await createAccount(context, { name: freshName(), password: PASSWORD })
    const [list, reader, writer] = await openTabs('back-office', `admins?query=${name}`, `admins/${id}?query=${name}`)
    await reader.getByRole('dialog').getByLabel('邮箱').waitFor()
    await writer.getByRole('dialog').getByLabel('邮箱').fill('new@example.com')
    await writer.getByRole('button', { name: '保存' }).click()
    await showLatest(list, reader)
    await list.getByRole('row').getByText('new@example.com').waitFor()
    await reader.getByRole('dialog').locator('input[name="email"]').waitFor()
  })
})
