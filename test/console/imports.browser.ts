import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { RealmName } from '../../src/config/realm-names.js'
import { backOfficeRealm } from '../../src/realms/back-office.js'
import { wasteSortingRealm } from '../../src/realms/waste-sorting.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { logIn, useJourneys } from './support/journey.js'
import { tmsJourneys } from './support/tms.js'
import { chooseFile, csvRows, holdRequest, importDialog, ndjsonRows, openImport, textOf } from './support/transfer.js'

const USERS = /\/api\/private\/v1\/users$/
const HEADER = 'userName,password,email,mobile'

const ACCOUNTS: [api: RealmName, path: string, name: string, table: string][] = [
  ['waste-sorting', 'users', 'username', wasteSortingRealm.table],
  ['back-office', 'admins', 'name', backOfficeRealm.table]
]

describe('imports of the console', () => {
  const journeys = useJourneys('julong')
  const { person } = tmsJourneys(journeys)
  const stored = (prefix: string): Promise<string[]> =>
    journeys.server.db('julong.users').whereLike('username', `${prefix}%`).orderBy('id').pluck('username')
  const line = (name: string): string => `${name},${PASSWORD},,`
  const start = (page: Page, count: number): Promise<void> =>
    importDialog(page)
      .getByRole('button', { name: `导入 ${count} 行` })
      .click()

  it('names the lines that are wrong, sends the others, and offers what failed to be corrected', async () => {
    const prefix = freshName('new')
    const { page, troubles } = await journeys.enter(`users?query=${prefix}`)
    const rows = [
      `${HEADER},note`,
      `"${prefix},=1",${PASSWORD},one@example.com,'+86 139,x`,
      `${prefix}-2,,,,x`,
      `${'n'.repeat(65)},${PASSWORD},,,x`,
      `admin,${PASSWORD},,,"two\nlines"`,
      `${prefix}-3,${PASSWORD},,x`,
      `${prefix}-4,${PASSWORD},,,x`
    ]
    await openImport(page, 'users.csv', rows.join('\r\n'))
    const dialog = importDialog(page)
    await dialog.getByText('共 6 行，其中 3 行有误').waitFor()
    await dialog.getByText('不会导入的列：note').waitFor()
    assert.deepEqual(await dialog.getByRole('listitem').allInnerTexts(), [
      '第 3 行: password: 必填',
      '第 4 行: userName: 不能超过 64 个字符',
      '第 7 行: 有 4 个单元格，而第一行有 5 个'
    ])
    assert.deepEqual(await stored(prefix), [], 'nothing is sent yet')
    await start(page, 3)
    await dialog.getByText('已创建 2 条，4 行没有导入').waitFor()
    await dialog.getByText('第 5 行: userName: 用户名已存在').waitFor()
    assert.deepEqual(await stored(prefix), [`${prefix},=1`, `${prefix}-4`])
    const [first] = await journeys.server.db('julong.users').where({ username: `${prefix},=1` })
    assert.deepEqual([first.email, first.mobile], ['one@example.com', '+86 139'])

    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '下载没有导入的行' }).click()
    const left = await textOf(await download)
    assert.deepEqual(
      csvRows(left).map(({ userName, error = '' }) => [userName, error.split(/[:：]/)[0]]),
      [
        [`${prefix}-2`, 'password'],
        ['n'.repeat(65), 'userName'],
        ['admin', 'userName'],
        [`${prefix}-3`, '有 4 个单元格，而第一行有 5 个']
      ]
    )
    await dialog.getByRole('button', { name: '关闭' }).click()
    await page
      .getByRole('row')
      .filter({ hasText: `${prefix}-4` })
      .waitFor()

    const corrected = left
      .replace(`${prefix}-2,,`, `${prefix}-2,${PASSWORD},`)
      .replace('n'.repeat(65), `${prefix}-5`)
      .replace('admin,', `${prefix}-6,`)
    await openImport(page, 'users-left.csv', corrected)
    await start(page, 4)
    await dialog.getByText('已创建 4 条，0 行没有导入').waitFor()
    assert.equal((await stored(prefix)).length, 6)
    assert.deepEqual(troubles, [])
  })

  it('takes tasks as NDJSON, and refuses what is no value of the contract', async () => {
    const publisher = await person()
    const type = freshName('kind')
    const { page, troubles } = await journeys.enter(`tasks?type=${type}`, {
      api: 'tms',
      name: publisher.account.name,
      password: PASSWORD
    })
    const lines = [
      { description: '写好的', type, price: 12.5, assignee: publisher.account.name, status: '进行中', extra: 1 },
      { description: '默认的', type, detail: '第一行\n第二行', assignee: null },
      { description: '状态不对', type, status: '没做' },
      { description: ['不是文字'], type },
      { description: '没有此人', type, assignee: freshName('nobody') }
    ]
    const text = [...lines.map((fields) => JSON.stringify(fields)), 'no JSON', ''].join('\n')
    await openImport(page, 'tasks.ndjson', text)
    const dialog = importDialog(page)
    await dialog.getByText('共 6 行，其中 3 行有误').waitFor()
    await dialog.getByText('不会导入的列：extra').waitFor()
    await dialog.getByText('第 3 行: status: 只能是 待办 / 进行中 / 已完成').waitFor()
    await dialog.getByText('第 4 行: description 不是单个值').waitFor()
    await dialog.getByText('第 6 行: 不是 JSON 对象').waitFor()
    await start(page, 3)
    await dialog.getByText('已创建 2 条，4 行没有导入').waitFor()
    await dialog.getByText(/^第 5 行: assignee: /).waitFor()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '下载没有导入的行' }).click()
    const left = await textOf(await download)
    assert.equal(left.trimEnd().split('\n').at(-1), 'no JSON')
    assert.deepEqual(
      ndjsonRows(left.replace(/no JSON\n$/, '')).map(({ description }) => description),
      ['状态不对', ['不是文字'], '没有此人']
    )
    await dialog.getByRole('button', { name: '关闭' }).click()
    await page.getByRole('row').filter({ hasText: '写好的' }).filter({ hasText: '进行中' }).getByText('12.50').waitFor()
    await page.getByRole('row').filter({ hasText: '默认的' }).getByText('待办').waitFor()
    assert.deepEqual(troubles, [])
  })

  for (const [api, path, name, table] of ACCOUNTS) {
    it(`creates accounts of ${api}`, async () => {
      const fresh = freshName()
      const { page } = await journeys.enter(`${path}?size=100`, { api })
      await openImport(page, 'accounts.csv', `${name};password\n${fresh};${PASSWORD}\n`)
      await start(page, 1)
      await importDialog(page).getByText('已创建 1 条，0 行没有导入').waitFor()
      await importDialog(page).getByRole('button', { name: '关闭' }).click()
      await page.getByRole('row').filter({ hasText: fresh }).waitFor()
      assert.equal((await journeys.server.db(table).where({ [name]: fresh })).length, 1)
    })
  }

  it('sends again what was refused for now, and never what may have been carried out', async () => {
    const prefix = freshName('busy')
    const { page } = await journeys.enter('users')
    const posts = await holdRequest(page, USERS, 'POST')
    await openImport(page, 'users.csv', [HEADER, line(`${prefix}-1`), line(`${prefix}-2`)].join('\n'))
    await start(page, 2)
    const refusal = { data: null, meta: { message: '请求过于频繁', status: 429 } }
    await posts.answer({ status: 429, headers: { 'Retry-After': '1' }, json: refusal })
    await posts.answer({
      status: 503,
      headers: { 'Retry-After': '1' },
      json: { data: null, meta: { message: '', status: 503 } }
    })
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push((request.postDataJSON() as { userName: string }).userName)
    })
    await posts.release()
    await importDialog(page).getByText('已创建 1 条，1 行没有导入').waitFor()
    await importDialog(page).getByText('是否已创建未知').waitFor()
    assert.deepEqual(sent, await stored(prefix))
    assert.equal(sent.length, 1)
  })

  it('stops, and offers the lines that are left', async () => {
    const prefix = freshName('stop')
    const { page } = await journeys.enter('users')
    const names = Array.from({ length: 9 }, (_, number) => `${prefix}-${number}`)
    const posts = await holdRequest(page, USERS, 'POST')
    await openImport(page, 'users.csv', [HEADER, ...names.map(line)].join('\n'))
    await start(page, 9)
    await posts.held()
    await importDialog(page).getByRole('button', { name: '停止' }).click()
    await posts.release()
    await importDialog(page).getByText('第 5 行之后的内容没有发送').waitFor()
    assert.deepEqual((await stored(prefix)).sort(), names.slice(0, 4))
    const download = page.waitForEvent('download')
    await importDialog(page).getByRole('button', { name: '下载没有导入的行' }).click()
    const left = csvRows(await textOf(await download))
    assert.deepEqual(
      left.map(({ userName }) => userName),
      names.slice(4)
    )
  })

  it('goes on after another login, and ends when nobody logs in', async () => {
    const prefix = freshName('ended')
    const { page } = await journeys.enter('users')
    await openImport(page, 'users.csv', [HEADER, line(`${prefix}-1`), line(`${prefix}-2`)].join('\n'))
    await journeys.endSessions('admin')
    await start(page, 2)
    await page.getByRole('dialog', { name: '重新登录' }).waitFor()
    await logIn(page, 'admin', '123456')
    await importDialog(page).getByText('已创建 2 条，0 行没有导入').waitFor()
    await importDialog(page).getByRole('button', { name: '关闭' }).click()

    await openImport(page, 'users.csv', [HEADER, line(`${prefix}-3`)].join('\n'))
    await journeys.endSessions('admin')
    await start(page, 1)
    await page.getByRole('dialog', { name: '重新登录' }).waitFor()
    await page.keyboard.press('Escape')
    await importDialog(page).getByText('第 2 行: 没有发送').waitFor()
    assert.equal((await stored(prefix)).length, 2)
  })

  it('says why a file cannot be read', async () => {
    const { page } = await journeys.enter('users')
    await openImport(page, 'empty.csv', '')
    const alert = importDialog(page).getByRole('alert')
    await alert.getByText('文件是空的').waitFor()
    for (const [text, message] of [
      ['userName,email\nx,y', '缺少列：password'],
      ['userName,userName\nx,y', '重复的列名'],
      [`${HEADER}\n"x,y`, '从第 2 行起无法读取']
    ] as const) {
      await chooseFile(page, 'users.csv', text)
      await alert.getByText(message).waitFor()
    }
    await chooseFile(page, 'users.csv', Buffer.from([0xd3, 0xc3, 0xbb, 0xa7]))
    await alert.getByText('CSV UTF-8').waitFor()
  })

  for (const look of LOOKS) {
    it(`has a dialog in which axe finds nothing, ${look.theme} at ${look.width} pixels`, async () => {
      const { page } = await journeys.enter('users', look)
      const rows = Array.from({ length: 30 }, (_, number) => `${number},,,`)
      await page.getByRole('button', { name: '导入', exact: true }).click()
      await importDialog(page).getByText('userName', { exact: true }).waitFor()
      await assertAccessible(page, 'the choice of a file')
      await chooseFile(page, 'users.csv', [HEADER, line('admin'), ...rows].join('\n'))
      await importDialog(page).getByText('共 31 行，其中 30 行有误').waitFor()
      await assertAccessible(page, 'a file with faults')
      await start(page, 1)
      await importDialog(page).getByText('已创建 0 条，31 行没有导入').waitFor()
      await assertAccessible(page, 'what was not imported')
    })
  }
})
