import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import type { RealmName } from '../../../src/config/realm-names.js'
import { canonicalName } from '../../../src/realms/names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { sampleAccountsOf } from '../../../src/server/samples.js'
import { useBrowser } from '../../support/browser.js'
import { useServer, type TestServer } from '../../support/server.js'
import { createRecorder } from './operations.js'

export interface View {
  page: Page
  /** Errors, warnings and requests to elsewhere; refusals of the API are none. */
  troubles: string[]
}

export interface OpenOptions {
  width?: number
  theme?: 'light' | 'dark'
  /** A profile that other tabs share. */
  profile?: BrowserContext
  /** Another API than that of the journeys. */
  api?: RealmName
}

export interface Journeys {
  readonly server: TestServer
  /** Opens `/console/#/<api>/<path>` without a session. */
  open(path: string, options?: OpenOptions): Promise<View>
  /** Opens a view of the API after a login with its first sample account, or with this one. */
  enter(path: string, options?: OpenOptions & { name?: string; password?: string }): Promise<View>
  newProfile(): Promise<BrowserContext>
  /** Operations of the API that the pages have not called so far. */
  missing(): string[]
  /** Ends all sessions of the account on the server; its browser does not know. */
  endSessions(name: string): Promise<void>
}

const PATIENCE_MS = 60_000

/** A server and a browser for the tests of a file; what its pages call of the API is counted. */
export function useJourneys(api: RealmName, env: Record<string, string> = {}): Journeys {
  const server = useServer(env)
  const browser = useBrowser()
  const recorder = createRecorder(api)

  async function open(path: string, options: OpenOptions = {}): Promise<View> {
    const { width = 1280, theme = 'light', profile, api: opened = api } = options
    const context = profile ?? (await browser.openProfile())
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const troubles = watch(page, server.origin)
    recorder.record(page)
    await page.goto(`${server.origin}/console/#/${opened}/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, troubles }
  }
  return {
    server,
    open,
    newProfile: () => browser.openProfile(),
    missing: recorder.missing,
    async enter(path, options = {}) {
      const [sample] = sampleAccountsOf(options.api ?? api)
      const view = await open(path, options)
      await logIn(view.page, options.name ?? sample.name, options.password ?? sample.password)
      return view
    },
    async endSessions(name) {
      const { table } = realmNamed(api)
      const where = { canonical_name: canonicalName(name) }
      const ended = await server.db(table).where(where).increment('generation', 1).update({ kept_token: null })
      assert.equal(ended, 1, name)
    }
  }
}

/** Fills in the login that is shown and waits until it is gone. */
export async function logIn(page: Page, name: string, password: string): Promise<void> {
  const form = page
    .locator('form')
    .filter({ has: page.locator('input[name="name"]') })
    .filter({ has: page.locator('input[autocomplete="current-password"]') })
  await form.locator('input[name="name"]').fill(name)
  await form.locator('input[name="password"]').fill(password)
  await form.locator('button[type="submit"]').click()
  await form.waitFor({ state: 'detached' })
}

/** Puts a token in the place of the one that the browser keeps for an API. */
export async function keepToken(page: Page, api: RealmName, token: string): Promise<void> {
  const kept = { database: `quintet:console-${api}`, token }
  await page.evaluate(`(${KEEP_TOKEN})(${JSON.stringify(kept)})`)
}

const KEEP_TOKEN = `({ database, token }) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(database)
  opening.onerror = reject
  opening.onsuccess = () => {
    const writing = opening.result.transaction('token', 'readwrite')
    writing.objectStore('token').put(token, 'token')
    writing.onerror = reject
    writing.oncomplete = () => resolve(opening.result.close())
  }
})`

function watch(page: Page, origin: string): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isRefusal) troubles.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) troubles.push(url)
  })
  return troubles
}
