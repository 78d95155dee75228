import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { RealmName } from '../../../src/config/realm-names.js'
import { assertAccessible, LOOKS } from './access.js'
import { chartOf, openNumbers, rowsOf, sumsOf } from './charts.js'
import type { Journeys } from './journey.js'

const LOGINS = '登录成功与被拒各有多少？'
const REFUSALS = '哪些操作的密码被拒？'
/** What takes a password or a code, and its name. */
const REFUSABLE = {
  login: '登录',
  'password-change': '修改密码',
  'second-factor-begin': '开始启用两步验证',
  'second-factor-enable': '启用两步验证',
  'second-factor-disable': '关闭两步验证',
  'recovery-codes-renew': '重新生成恢复代码'
}
const DAY = 86_400_000
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY)

/** Whether the first chart has more than 100 pixels that are exactly of the primary colour. */
const HAS_PRIMARY_BARS = `() => {
  const canvas = document.querySelector('canvas')
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const primary = getComputedStyle(document.documentElement).getPropertyValue('--primary').trim()
  let found = 0
  for (let at = 0; at < data.length; at += 4) {
    const hex = [...data.subarray(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')
    if ('#' + hex === primary) found += 1
  }
  return found > 100
}`

/** Tests what the overviews of several APIs have: charts of logins, new accounts and refused passwords. */
export function testOverviewOf(realm: RealmName, journeys: Journeys, refuseLogin: () => Promise<unknown>): void {
  const { server } = journeys
  const entries = (days: number, where: Record<string, string>): Promise<Record<string, unknown>[]> =>
    server
      .db('audit.events')
      .where({ realm, ...where })
      .where('at', '>', daysAgo(days))
  const count = async (days: number, action: string, result: string): Promise<number> =>
    (await entries(days, { action, result })).length
  const logins = async (days: number): Promise<number[]> => [
    await count(days, 'login', 'done'),
    await count(days, 'login', 'failed')
  ]
  /** Of 10 and of 100 days ago. */
  const enterOlder = (): Promise<unknown> =>
    server.db('audit.events').insert([
      { realm, at: daysAgo(10), action: 'login', result: 'failed' },
      { realm, at: daysAgo(10), action: 'password-change', result: 'failed' },
      { realm, at: daysAgo(100), action: 'login', result: 'done' },
      { realm, at: daysAgo(100), action: 'account-create', result: 'done' }
    ])

  it('counts logins, new accounts and refused passwords in the range of the address', async () => {
    await enterOlder()
    await refuseLogin()
    const { page, troubles } = await journeys.enter('overview')
    const [chart, added, refused] = [LOGINS, '新增了多少账号？', REFUSALS].map((title) => chartOf(page, title))
    await openNumbers(chart!)
    await openNumbers(added!)
    for (const [range, days, rows] of [
      ['24 小时', 1, 24],
      ['30 天', 30, 30],
      ['一年', 365, 12]
    ] as const) {
      await page.getByLabel('时间范围').selectOption(range)
      assert.deepEqual(sumsOf(await rowsOf(chart!, rows)), await logins(days), range)
      assert.deepEqual(sumsOf(await rowsOf(added!, rows)), [await count(days, 'account-create', 'done')], range)
      const counted: [string, number][] = []
      for (const [action, name] of Object.entries(REFUSABLE)) {
        const number = await count(days, action, 'failed')
        if (number !== 0) counted.push([name, number])
      }
      for (const [name, number] of counted) {
        await refused!.getByRole('row', { name: new RegExp(`^${name} ${number} `) }).waitFor()
      }
      await rowsOf(refused!, counted.length)
    }
    assert.match(page.url(), /overview\?range=1y$/)
    await page.reload()
    await page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '概览' }).waitFor()
    assert.equal(await page.getByLabel('时间范围').inputValue(), '1y')
    await page.goBack()
    await page.waitForURL(/overview\?range=30d$/)
    assert.deepEqual(troubles, [])
  })

  it('shows what a bar counts when it is pointed at, else the sum', async () => {
    await refuseLogin()
    const { page } = await journeys.enter('overview')
    const chart = chartOf(page, LOGINS)
    await openNumbers(chart)
    const shown = chart.locator('.legend strong')
    const [, ...last] = (await rowsOf(chart, 24)).at(-1)!
    assert.deepEqual((await shown.allInnerTexts()).map(Number), await logins(1))
    const { x, y, width, height } = (await chart.locator('.u-over').boundingBox())!
    await page.mouse.move(x + width - 4, y + height / 2)
    await chart.getByText('合计').waitFor({ state: 'detached' })
    assert.deepEqual(await shown.allInnerTexts(), last)
    await page.mouse.move(x + width - 4, y + height + 100)
    await chart.getByText('合计').waitFor()
  })

  it('draws the bars in the colour of the theme, also of one that is chosen later', async () => {
    const { page } = await journeys.enter('overview')
    await chartOf(page, LOGINS).locator('canvas').waitFor()
    for (const theme of ['dark', 'light']) {
      await page.getByRole('button', { name: '偏好' }).click()
      await page.getByLabel('主题').selectOption(theme)
      await page.keyboard.press('Escape')
      await page.locator(`html[data-theme="${theme}"]`).waitFor()
      await page.waitForFunction(HAS_PRIMARY_BARS)
    }
  })

  for (const look of LOOKS) {
    it(`has an overview in which axe finds nothing, ${look.theme} at ${look.width} pixels`, async () => {
      await refuseLogin()
      const { page, troubles } = await journeys.enter('overview', look)
      await openNumbers(chartOf(page, LOGINS))
      await chartOf(page, REFUSALS).getByRole('table').waitFor()
      await assertAccessible(page, 'the overview')
      assert.deepEqual(troubles, [])
    })
  }
}
