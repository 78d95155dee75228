import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { after, before } from 'node:test'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

export interface TestBrowser {
  /** A page of a new profile: no cookies, nothing stored. */
  openPage(url?: string): Promise<Page>
  /** A new profile, for tests that need several tabs of one. */
  openProfile(options?: BrowserContextOptions): Promise<BrowserContext>
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

export const NO_CHROMIUM =
  'No Chromium here: install it (Debian: apt-get install chromium), or name its executable in CHROMIUM_PATH.'

/** The executable that CHROMIUM_PATH names, else one on the PATH; undefined when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => COMMANDS.map((name) => join(folder, name)))
  return (env.CHROMIUM_PATH === undefined ? onPath : [env.CHROMIUM_PATH]).find((path) => existsSync(path))
}

/** Starts a headless Chromium before the tests of a file and ends it after them. Call its functions inside tests only. */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined
  before(async () => {
    const executablePath = findChromium()
    if (executablePath === undefined) throw new Error(NO_CHROMIUM)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  after(async () => {
    await browser?.close()
  })
  const openProfile = (options?: BrowserContextOptions): Promise<BrowserContext> => browser!.newContext(options)
  return {
    openProfile,
    async openPage(url = 'about:blank') {
      const page = await (await openProfile()).newPage()
      await page.goto(url)
      return page
    }
  }
}
