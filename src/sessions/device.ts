import Bowser from 'bowser'

/** A program that names itself as HTTP has it: `curl/8.5.0`. */
const PRODUCT = /^([A-Za-z][\w.-]{0,39})\/(\d[\w.]{0,19})/

/** A `User-Agent` in words: `Chrome 131, Windows 10` for a browser, `curl 8.5.0` for another program. Null for others. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent)
  if (!browser.name || !os.name) return productOf(userAgent)
  return `${named(browser.name, browser.version?.split('.', 1)[0])}, ${named(os.name, os.versionName ?? os.version)}`
}

function productOf(userAgent: string): string | null {
  const [, name, version] = PRODUCT.exec(userAgent) ?? []
  return name === undefined ? null : named(name, version)
}

function named(name: string, version: string | undefined): string {
  return version === undefined ? name : `${name} ${version}`
}
