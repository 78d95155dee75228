import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName, PASSWORD } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { logIn, useJourneys } from './support/journey.js'
import { rowOf } from './support/rows.js'
import { drawerOf, tmsJourneys } from './support/tms.js'

const SCRIPT = '<img src=x onerror=alert(1)>'

describe('the views of tms in the console', () => {
  const journeys = useJourneys('tms')
  const { person, publish, enterAs } = tmsJourneys(journeys)

  it('shows texts as they are, whatever they contain', async () => {
    const user = await person(`${SCRIPT}${freshName()}`)
    const { account, token } = user
    const json = { nickname: SCRIPT, telephone: '=1+1<svg/onload>' }
    assert.equal((await journeys.server.client.put('/tms/user/update', { token, json })).status, 200)
    const fields = { description: `${SCRIPT}描述`, detail: SCRIPT, type: SCRIPT, assignee: account.name }
    const { id } = await publish(user, fields)
    const { page, troubles } = await enterAs(user, 'tasks?mine=published')
    await rowOf(page, fields.description).waitFor()
    await rowOf(page, fields.description).getByRole('link').click()
    await drawerOf(page, `任务：${fields.description}`).waitFor()
    await page.getByRole('dialog').getByLabel('类型').focus()
    await page.getByRole('dialog').getByLabel('负责人').focus()
    await page.getByRole('dialog').getByLabel('状态').selectOption('进行中')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText(`“${fields.description}”已移到 进行中`).waitFor()
    await page.getByRole('link', { name: '看板' }).click()
    await page.locator(`[data-task="${id}"]`).waitFor()
    for (const path of ['me', 'users?page=1&size=100']) {
      await page.goto(`${journeys.server.origin}/console/#/tms/${path}`)
      await page
        .getByText(path === 'me' ? '个人资料' : json.telephone)
        .first()
        .waitFor()
    }
    assert.equal(await page.locator('img, svg[onload]').count(), 0)
    assert.deepEqual(troubles, [])
  })

  for (const look of LOOKS) {
    it(`has nothing that axe finds, ${look.theme} at ${look.width} pixels`, async () => {
      const [publisher, other] = [await person(), await person()]
      const type = freshName('kind')
      const mine = await publish(publisher, { description: '我的任务', type, price: 1234.5 })
      const others = await publish(other, { description: '别人的任务', type, detail: '细节' })
      const { page } = await journeys.open('register', look)
      await page.getByRole('button', { name: '注册' }).click()
      await page.getByText('必填').first().waitFor()
      await assertAccessible(page, 'registration')
      await page.goto(`${journeys.server.origin}/console/#/tms/tasks?type=${type}`)
      await logIn(page, publisher.account.name, PASSWORD)
      await page.getByLabel('选择 我的任务').check()
      await assertAccessible(page, 'tasks with a selection')
      await page.getByRole('button', { name: '删除我发布的 1 项' }).click()
      await page.getByRole('dialog').waitFor()
      await assertAccessible(page, 'a confirmation')
      await page.keyboard.press('Escape')
      for (const [id, text] of [
        [mine.id, '可以修改全部内容'],
        [others.id, '只读']
      ]) {
        await page.goto(`${journeys.server.origin}/console/#/tms/tasks/${id}?type=${type}`)
        await page.getByRole('dialog').getByText(String(text)).waitFor()
        await assertAccessible(page, `a task: ${text}`)
      }
      for (const path of ['users', 'me']) {
        await page.goto(`${journeys.server.origin}/console/#/tms/${path}`)
        await page.getByText(publisher.account.name).first().waitFor()
        await assertAccessible(page, path)
      }
    })
  }
})
