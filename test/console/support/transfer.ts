import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { BrowserContext, Download, Locator, Page, Route } from 'playwright-core'

/** A browser that keeps an exported file for the site until it is downloaded, as those do that have no file picker. */
export const WITHOUT_PICKER = 'delete window.showSaveFilePicker'
/** A browser that lets a page write no file. */
export const WITHOUT_FILES = `${WITHOUT_PICKER}; delete FileSystemFileHandle.prototype.createWritable`
/** A file picker that picks a file at once; no test can click in the dialog of the browser. */
export const PICKS_AT_ONCE = `window.showSaveFilePicker = async ({ suggestedName }) =>
  (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })`

export async function profileWith(newProfile: () => Promise<BrowserContext>, script: string): Promise<BrowserContext> {
  const profile = await newProfile()
  await profile.addInitScript(script)
  return profile
}

export const exportDialog = (page: Page): Locator => page.getByRole('dialog', { name: /^导出：/ })
export const importDialog = (page: Page): Locator => page.getByRole('dialog', { name: /^导入：/ })

export async function startExport(page: Page, format: 'CSV' | 'NDJSON' = 'CSV'): Promise<void> {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await exportDialog(page).getByLabel(`${format}（`).check()
  await exportDialog(page).getByRole('button', { name: '开始导出' }).click()
}

/** Exports the list that is open, and gives the text of the download. */
export async function exported(page: Page, format: 'CSV' | 'NDJSON' = 'CSV'): Promise<string> {
  const download = page.waitForEvent('download')
  await startExport(page, format)
  const text = await textOf(await download)
  await exportDialog(page).getByRole('button', { name: '关闭' }).click()
  return text
}

export async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8')
}

/** The rows of a CSV file for spreadsheets, by column. */
export function csvRows(text: string): Record<string, string>[] {
  assert.ok(text.startsWith('\uFEFF'), 'a byte order mark')
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
}

export function ndjsonRows(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** The names of the files that the site keeps. */
export async function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(`(async () => {
    const names = []
    const visit = async (folder) => {
      for await (const [name, entry] of folder) entry.kind === 'file' ? names.push(name) : await visit(entry)
    }
    await visit(await navigator.storage.getDirectory())
    return names
  })()`)
}

export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(content) }
  await importDialog(page).getByLabel(/^文件/).setInputFiles(file)
}

export async function openImport(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await chooseFile(page, name, text)
}

export interface HeldRequest {
  /** Resolves when the page has sent it. */
  held(): Promise<unknown>
  /** Answers it in place of the server; the next one is held again. */
  answer(answer: NonNullable<Parameters<Route['fulfill']>[0]>): Promise<void>
  /** Lets it go to the server, and all that follow. */
  release(): Promise<void>
}

/** Holds the requests to these addresses, one at a time. */
export async function holdRequest(page: Page, url: RegExp, method = 'GET'): Promise<HeldRequest> {
  const waiting: Route[] = []
  let wake = (): void => {}
  await page.route(url, async (route) => {
    if (route.request().method() !== method) return route.continue()
    waiting.push(route)
    wake()
  })
  const held = async (): Promise<void> => {
    while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
  }
  return {
    held,
    async answer(answer) {
      await held()
      await waiting.shift()!.fulfill(answer)
    },
    async release() {
      await page.unroute(url)
      for (const route of waiting) await route.continue().catch(() => undefined)
    }
  }
}
