import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { freshName, PASSWORD } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { useJourneys } from './support/journey.js'
import { cardOf, laneOf, tmsJourneys } from './support/tms.js'

const [TODO, DOING, DONE] = ['待办', '进行中', '已完成'] as const

describe('the board of tms in the console', () => {
  const journeys = useJourneys('tms')
  const { person, publish, enterAs, stored } = tmsJourneys(journeys)
  const BOARD = 'tasks?view=board&mine=published'
  const toast = (page: Page, text: string): Locator => page.getByRole('status').getByText(text)

  it('moves a task by Shift and arrows, which the focus follows, by its menu, and takes it back, by keyboard alone', async () => {
    const publisher = await person()
    const { id } = await publish(publisher, { description: '整理仓库' })
    await publish(publisher, { description: '核对接口' })
    const { page, troubles } = await journeys.open(BOARD)
    const focused = page.locator(':focus')
    const tabTo = async (target: Locator): Promise<void> => {
      for (let steps = 0; steps < 60; steps += 1) {
        if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
        await page.keyboard.press('Tab')
      }
      assert.fail('not reached by Tab')
    }
    await tabTo(page.locator('input[name="name"]'))
    await page.keyboard.type(publisher.account.name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')

    const card = cardOf(page, '整理仓库')
    await card.waitFor()
    await tabTo(card.getByRole('link'))
    await page.keyboard.press('Shift+ArrowRight')
    await toast(page, `“整理仓库”已移到 ${DOING}`).waitFor()
    await cardOf(laneOf(page, DOING), '整理仓库').locator('a:focus').waitFor()
    assert.equal((await stored(id)).status, DOING)
    await page.keyboard.press('Shift+ArrowRight')
    await cardOf(laneOf(page, DONE), '整理仓库').locator('a:focus').waitFor()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowLeft')
    await cardOf(laneOf(page, DOING), '整理仓库').locator('a:focus').waitFor()

    await page.keyboard.press('Tab')
    assert.equal((await focused.innerText()).replace(/\s+/g, ''), '移到…整理仓库')
    await page.keyboard.press('Enter')
    await focused.getByText(TODO).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await cardOf(laneOf(page, TODO), '整理仓库').locator('a:focus').waitFor()
    assert.equal((await stored(id)).status, TODO)

    await tabTo(page.getByRole('button', { name: '撤销' }).last())
    await page.keyboard.press('Enter')
    await cardOf(laneOf(page, DOING), '整理仓库').waitFor()
    assert.equal((await stored(id)).status, DOING)
    assert.deepEqual(troubles, [])
  })

  it('moves a task that is dragged to another status', async () => {
    const publisher = await person()
    const { id } = await publish(publisher, { description: '拖动我' })
    const { page } = await enterAs(publisher, BOARD)
    await cardOf(page, '拖动我').dragTo(laneOf(page, DONE))
    await cardOf(laneOf(page, DONE), '拖动我').waitFor()
    assert.equal((await stored(id)).status, DONE)
    assert.equal(await laneOf(page, DONE).locator('.lane-total').innerText(), '1')
    assert.equal(await laneOf(page, TODO).locator('.lane-total').innerText(), '0')
  })

  it('lets an assignee move a task, and says of other tasks who may', async () => {
    const [publisher, assignee, other] = [await person(), await person(), await person()]
    const type = freshName('kind')
    const { id } = await publish(publisher, { description: '不是我的', type, assignee: other.account.name })
    await publish(publisher, { description: '分给我的', type, assignee: assignee.account.name })
    const { page } = await enterAs(assignee, `tasks?view=board&type=${type}`)
    const locked = cardOf(page, '不是我的')
    await locked.getByText(`只有 ${publisher.account.name} 和 ${other.account.name} 能移动`).waitFor()
    assert.equal(await locked.getAttribute('draggable'), 'false')
    assert.equal(await locked.getByRole('button').count(), 0)
    await locked.getByRole('link').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await toast(page, '不能移动“不是我的”').waitFor()
    await cardOf(page, '分给我的').getByRole('link').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await cardOf(laneOf(page, DOING), '分给我的').waitFor()
    assert.equal((await stored(id)).status, TODO)
  })

  it('follows a task that another tab moves', async () => {
    const publisher = await person()
    await publish(publisher, { description: '两个标签页' })
    const profile = await journeys.newProfile()
    const first = await enterAs(publisher, BOARD, { profile })
    const second = await journeys.open(BOARD, { profile })
    await cardOf(laneOf(second.page, TODO), '两个标签页').waitFor()
    await cardOf(first.page, '两个标签页').getByRole('link').focus()
    await first.page.keyboard.press('Shift+ArrowRight')
    await cardOf(laneOf(second.page, DOING), '两个标签页').waitFor()
    await cardOf(second.page, '两个标签页').getByRole('link').focus()
    await second.page.keyboard.press('Shift+ArrowRight')
    await cardOf(laneOf(first.page, DONE), '两个标签页').waitFor()
  })

  it('says so when somebody else moved or removed the task meanwhile', async () => {
    const publisher = await person()
    const moved = await publish(publisher, { description: '被移走' })
    const removed = await publish(publisher, { description: '被删除' })
    const { page } = await enterAs(publisher, BOARD)
    await cardOf(page, '被移走').waitFor()
    const { client } = journeys.server
    const { token } = publisher
    await client.put(`/tms/task/update/${moved.id}`, { token, json: { status: DOING } })
    await client.delete(`/tms/task/delete/${removed.id}`, { token })
    await cardOf(page, '被移走').dragTo(laneOf(page, DONE))
    await toast(page, `“被移走”此前已在别处移到 ${DOING}，现已移到 ${DONE}`).waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await cardOf(laneOf(page, DOING), '被移走').waitFor()
    await cardOf(page, '被删除').dragTo(laneOf(page, DONE))
    await toast(page, '任务不存在').waitFor()
    await cardOf(page, '被删除').waitFor({ state: 'detached' })
  })

  it('reads 20 tasks of a status, and more when asked', async () => {
    const publisher = await person()
    for (let number = 1; number <= 25; number += 1) await publish(publisher, { description: `第${number}项` })
    const { page } = await enterAs(publisher, BOARD)
    const lane = laneOf(page, TODO)
    await lane.getByText('已显示 20 / 25').waitFor()
    await lane.getByRole('button', { name: '待办：加载更多' }).click()
    await cardOf(lane, '第25项').waitFor()
    assert.equal(await lane.locator('[data-task]').count(), 25)
    assert.equal(await lane.getByRole('button', { name: '待办：加载更多' }).count(), 0)
  })

  it('shows one status on a phone, chosen by tabs', async () => {
    const publisher = await person()
    await publish(publisher, { description: '手机上的' })
    const { page } = await enterAs(publisher, BOARD, { width: 360 })
    await cardOf(page, '手机上的').getByRole('button', { name: '移到…' }).click()
    await page.getByRole('button', { name: DONE, exact: true }).click()
    await toast(page, `已移到 ${DONE}`).waitFor()
    await page.locator('[role="tab"]:focus', { hasText: TODO }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('tab', { name: `${DONE} 1`, selected: true }).waitFor()
    await cardOf(page, '手机上的').waitFor()
  })

  for (const look of LOOKS) {
    it(`has nothing that axe finds, ${look.theme} at ${look.width} pixels`, async () => {
      const [publisher, other] = [await person(), await person()]
      const type = freshName('kind')
      await publish(publisher, { description: '我的任务', type, price: 1234.5 })
      await publish(other, { description: '别人的任务', type, assignee: publisher.account.name })
      await publish(other, { description: '锁定的任务', type })
      const { page } = await enterAs(publisher, `tasks?view=board&type=${type}`, look)
      await cardOf(page, '锁定的任务').waitFor()
      await assertAccessible(page, 'board')
      await cardOf(page, '我的任务').getByRole('button', { name: '移到…' }).click()
      await assertAccessible(page, 'an open menu')
      await page.getByRole('button', { name: DOING, exact: true }).click()
      await toast(page, `已移到 ${DOING}`).waitFor()
      await assertAccessible(page, 'a moved task')
    })
  }
})
