import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import type { RealmName } from '../../src/config/realm-names.js'
import { fillTrail } from '../audit/support.js'
import { freshName, PASSWORD } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { logIn, useJourneys } from './support/journey.js'
import { tmsJourneys } from './support/tms.js'
import {
  csvRows,
  exportDialog,
  exported,
  holdRequest,
  keptFiles,
  ndjsonRows,
  PICKS_AT_ONCE,
  profileWith,
  startExport,
  textOf,
  WITHOUT_FILES,
  WITHOUT_PICKER
} from './support/transfer.js'

/** Three pages of at most 1,000. */
const MANY = 2_100
const SECOND_PAGE = /pagenum=2&pagesize=1000/

/** What a spreadsheet would calculate. */
const FORMULA = /^[=+\-@\t\r']/

const LISTS: [api: RealmName, path: string, columns: string][] = [
  ['tms', 'users', 'id,username,nickname,gender,telephone,created_time,updated_time'],
  ['julong', 'users', 'id,username,role_name,mobile,email,mg_state,create_time,type'],
  ['julong', 'roles', 'id,roleName,roleDesc,rids'],
  ['julong', 'audit', 'id,time,action,result,actor,target,detail,address,request_id'],
  ['waste-sorting', 'users', 'id,username,role,points,status'],
  ['back-office', 'admins', '_id,name,role,email,mobile,state,__v']
]

describe('exports of the console', () => {
  const journeys = useJourneys('julong')
  const { person, publish } = tmsJourneys(journeys)
  const withScript = (script: string): Promise<BrowserContext> => profileWith(() => journeys.newProfile(), script)

  async function addMany(): Promise<{ prefix: string; names: string[] }> {
    const prefix = freshName('many')
    const names = Array.from({ length: MANY }, (_, number) => `${prefix}-${number}`)
    const rows = names.map((name) => ({ username: name, canonical_name: name, password_hash: '-' }))
    await journeys.server.db.batchInsert('julong.users', rows, 500)
    return { prefix, names }
  }
  const waitForProgress = (page: Page, progress: string): Promise<void> =>
    exportDialog(page).getByText(progress, { exact: true }).waitFor()
  const namesIn = (csv: string): unknown[] => csvRows(csv).map(({ username }) => username)

  it('writes the rows of the present filters as CSV and as NDJSON, whatever texts they have', async () => {
    const publisher = await person()
    const type = freshName('kind')
    const texts = ['逗号,"引号"', '第一行\r\n第二行', '=1+1', '+86', '-1', '@SUM(A1)', "'=1+1", '写好了']
    for (const description of texts) await publish(publisher, { description, type, price: 12.5, detail: '=2+2' })
    await publish(publisher, { description: '另一类' })
    const { page, troubles } = await journeys.enter(`tasks?mine=published&type=${type}`, {
      api: 'tms',
      name: publisher.account.name,
      password: PASSWORD,
      profile: await withScript(WITHOUT_PICKER)
    })

    const listed = await journeys.server.client.get(`/tms/task/list?type=${type}`, { token: publisher.token })
    const tasks: Record<string, unknown>[] = listed.body.data.tasks
    assert.deepEqual(new Set(tasks.map(({ description }) => description)), new Set(texts))
    const cell = (value: unknown): string => {
      const text = value === null ? '' : String(value as string | number)
      return typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
    }
    const cells = tasks.map((task) =>
      Object.fromEntries(Object.entries(task).map(([name, value]) => [name, cell(value)]))
    )
    assert.deepEqual(csvRows(await exported(page)), cells)
    assert.deepEqual(ndjsonRows(await exported(page, 'NDJSON')), tasks)
    assert.deepEqual(await keptFiles(page), [], 'nothing is left in the browser')
    assert.deepEqual(troubles, [])
  })

  for (const [api, path, columns] of LISTS) {
    it(`exports the ${path} of ${api}`, async () => {
      const { page } = await journeys.enter(path, { api, profile: await withScript(WITHOUT_PICKER) })
      await page.getByRole('table').waitFor()
      const total = await page.locator('.pager-total').innerText()
      const csv = await exported(page)
      assert.equal(csv.slice(1, csv.indexOf('\r\n')), columns)
      assert.equal(`共 ${csvRows(csv).length} 条`, total)
    })
  }

  it('reads all pages, waits for a busy server, and goes on after another login', async () => {
    const { prefix, names } = await addMany()
    const { page, troubles } = await journeys.enter(`users?query=${prefix}`, {
      profile: await withScript(WITHOUT_PICKER)
    })
    const second = await holdRequest(page, SECOND_PAGE)
    const download = page.waitForEvent('download')
    await startExport(page)
    await waitForProgress(page, '1,000 / 2,100')
    await second.answer({ status: 503, headers: { 'Retry-After': '1' }, json: {} })
    await second.held()
    await journeys.endSessions('admin')
    await second.release()
    await page.getByRole('dialog', { name: '重新登录' }).waitFor()
    await logIn(page, 'admin', '123456')
    assert.deepEqual(namesIn(await textOf(await download)), names)
    await exportDialog(page).getByText('已导出 2,100 条').waitFor()
    assert.deepEqual(troubles, [])
  })

  it('leaves nothing of an export that is cancelled, and writes into the file that was picked', async () => {
    const { prefix, names } = await addMany()
    const { page } = await journeys.enter(`users?query=${prefix}`, { profile: await withScript(PICKS_AT_ONCE) })
    const second = await holdRequest(page, SECOND_PAGE)
    await startExport(page)
    await waitForProgress(page, '1,000 / 2,100')
    assert.ok((await keptFiles(page)).includes('users.csv'))
    await exportDialog(page).getByRole('button', { name: '取消导出' }).click()
    await exportDialog(page).waitFor({ state: 'detached' })
    assert.deepEqual(await keptFiles(page), [])
    await second.release()

    await startExport(page)
    await exportDialog(page).getByText('已导出 2,100 条').waitFor()
    await exportDialog(page).getByRole('button', { name: '关闭' }).click()
    const text = await page.evaluate<string>(`(async () => {
      const folder = await navigator.storage.getDirectory()
      return await (await (await folder.getFileHandle('users.csv')).getFile()).arrayBuffer()
        .then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    })()`)
    assert.deepEqual(namesIn(text), names)
  })

  it('says when it was refused, and goes on from there', async () => {
    const { prefix, names } = await addMany()
    const { page } = await journeys.enter(`users?query=${prefix}`, { profile: await withScript(WITHOUT_PICKER) })
    const second = await holdRequest(page, SECOND_PAGE)
    const download = page.waitForEvent('download')
    await startExport(page)
    await second.answer({ status: 500, json: { data: null, meta: { message: '出错了', status: 500 } } })
    await exportDialog(page).getByRole('alert').getByText('出错了').waitFor()
    await second.release()
    await exportDialog(page).getByRole('button', { name: '继续' }).click()
    assert.deepEqual(namesIn(await textOf(await download)), names)
  })

  it('writes no row twice when others are added before them meanwhile', async () => {
    const { page } = await journeys.enter('audit', { profile: await withScript(WITHOUT_PICKER) })
    await fillTrail(journeys.server.db, 1_050)
    const second = await holdRequest(page, SECOND_PAGE)
    const download = page.waitForEvent('download')
    await startExport(page)
    await second.held()
    await fillTrail(journeys.server.db, 3)
    await second.release()
    const ids = csvRows(await textOf(await download)).map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    assert.ok(ids.length > 1_050)
    await exportDialog(page).getByText('导出期间列表有增减').waitFor()
  })

  it('collects the file where a browser writes none, and says how much it can hold', async () => {
    const { prefix, names } = await addMany()
    const { page } = await journeys.enter(`users?query=${prefix}`, { profile: await withScript(WITHOUT_FILES) })
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await exportDialog(page).getByText('最多 200 MB').waitFor()
    await exportDialog(page).getByRole('button', { name: '取消' }).click()
    assert.deepEqual(namesIn(await exported(page)), names)
  })

  for (const look of LOOKS) {
    it(`has dialogs in which axe finds nothing, ${look.theme} at ${look.width} pixels`, async () => {
      const profile = await withScript(WITHOUT_FILES)
      const { page } = await journeys.enter('users', { ...look, profile })
      await page.getByRole('button', { name: '导出', exact: true }).click()
      await exportDialog(page).getByText('最多 200 MB').waitFor()
      await assertAccessible(page, 'the choice of a format')
      await exportDialog(page).getByRole('button', { name: '开始导出' }).click()
      await exportDialog(page).getByText('已导出').waitFor()
      await assertAccessible(page, 'a finished export')
    })
  }
})
