import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshName } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { chartOf, rowsOf } from './support/charts.js'
import { useJourneys } from './support/journey.js'
import { rowOf } from './support/rows.js'
import { tmsJourneys } from './support/tms.js'

const STATUS = '各状态有多少任务？'
const TYPE = '哪类任务最多，总价多少？'
const ASSIGNEE = '每人负责多少任务？'

describe('the overview of tms in the console', () => {
  const journeys = useJourneys('tms')
  const { person, publish, enterAs } = tmsJourneys(journeys)

  it('counts tasks by status, type and assignee: all, or those of the account', async () => {
    const [publisher, assignee] = [await person(), await person()]
    const [common, rare] = [freshName('kind'), freshName('kind')]
    await publish(publisher, { type: common, price: 1000.5, assignee: assignee.account.name })
    await publish(publisher, { type: common, price: 200, status: '进行中' })
    await publish(publisher, { type: rare, price: 1, assignee: publisher.account.name })
    await publish(publisher, {})
    const { page, troubles } = await enterAs(publisher, 'overview')
    await chartOf(page, STATUS).getByRole('table').waitFor()
    await page.getByLabel('范围').selectOption('我发布的')
    await page.waitForURL(/overview\?mine=published$/)
    await chartOf(page, ASSIGNEE).getByRole('row', { name: publisher.account.name }).waitFor()
    assert.deepEqual(await rowsOf(chartOf(page, TYPE), 3), [
      [common, '2', '50%', '1,200.50'],
      [rare, '1', '25%', '1.00'],
      ['无类型', '1', '25%', '0.00']
    ])
    const byStatus = await rowsOf(chartOf(page, STATUS), 3)
    assert.deepEqual(
      byStatus.map(([name, count]) => [name, count]),
      [
        ['待办', '3'],
        ['进行中', '1'],
        ['已完成', '0']
      ]
    )
    const byAssignee = await rowsOf(chartOf(page, ASSIGNEE), 3)
    assert.deepEqual(
      new Map(byAssignee.map(([name, count]) => [name, count])),
      new Map([
        [assignee.account.name, '1'],
        [publisher.account.name, '1'],
        ['待认领', '2']
      ])
    )
    await page.getByLabel('范围').selectOption('分配给我的')
    await rowsOf(chartOf(page, TYPE), 1)
    await page.getByLabel('范围').selectOption('全部')
    await page.waitForURL(/overview$/)
    const tasks = (await journeys.server.db('tms.named_tasks').where({ status: '已完成' })).length
    await chartOf(page, STATUS)
      .getByRole('row', { name: new RegExp(`^已完成 ${tasks} `) })
      .waitFor()
    assert.deepEqual(troubles, [])
  })

  it('opens the tasks that a row counts', async () => {
    const publisher = await person()
    const [type, description] = [freshName('kind'), freshName('task')]
    await publish(publisher, { type, description })
    const untyped = freshName('task')
    await publish(publisher, { description: untyped })
    const { page } = await enterAs(publisher, 'overview?mine=published')
    await chartOf(page, TYPE).getByRole('link', { name: type }).click()
    await page.waitForURL(new RegExp(`tasks\\?type=${type}&mine=published$`))
    await rowOf(page, description).waitFor()
    await page.goBack()
    await chartOf(page, TYPE).getByRole('link', { name: '无类型' }).click()
    await rowOf(page, untyped).waitFor()
    await page.goBack()
    await chartOf(page, STATUS).getByRole('link', { name: '已完成' }).click()
    await page.getByText('没有符合条件的结果').waitFor()
    await page.goBack()
    await page.getByLabel('范围').selectOption('分配给我的')
    await chartOf(page, STATUS).getByText('还没有任务').waitFor()
  })

  it('shows the other charts when one is not read, and reads that one again', async () => {
    const publisher = await person()
    await publish(publisher, { type: freshName('kind') })
    const { page } = await enterAs(publisher, 'tasks')
    const isOfTypes = (url: URL): boolean => url.search.includes('by=type')
    await page.route(isOfTypes, (route) => route.abort())
    await page.getByRole('link', { name: '概览' }).click()
    await chartOf(page, TYPE).getByRole('alert').getByText('无法连接服务器').waitFor()
    await rowsOf(chartOf(page, STATUS), 3)
    await page.unroute(isOfTypes)
    await chartOf(page, TYPE).getByRole('button', { name: '重试' }).click()
    await chartOf(page, TYPE).getByRole('table').waitFor()
    assert.equal(await chartOf(page, TYPE).getByRole('alert').count(), 0)
  })

  for (const look of LOOKS) {
    it(`has an overview in which axe finds nothing, ${look.theme} at ${look.width} pixels`, async () => {
      const publisher = await person()
      await publish(publisher, { type: '一个有一百个字的类型'.repeat(10), price: 99_999_999.99 })
      const { page, troubles } = await enterAs(publisher, 'overview?mine=published', look)
      await chartOf(page, TYPE).getByRole('table').waitFor()
      await assertAccessible(page, 'the overview')
      assert.deepEqual(troubles, [])
    })
  }
})
