import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axe } from '../../support/axe.js'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Fails with what axe finds on the page as it is now, and when the page is wider than its window. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await axe(page).withTags(TAGS).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  assert.deepEqual(found, [], what)
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  assert.ok(wider <= 0, `${what} is ${wider} pixels too wide`)
}

const PAIRS = [
  { width: 1280, theme: 'light' },
  { width: 360, theme: 'dark' }
] as const
const OTHER_PAIRS = [
  { width: 1280, theme: 'dark' },
  { width: 360, theme: 'light' }
] as const

/** Each width and each theme once; every pair of them with ALL_LOOKS=1, which takes twice the time. */
export const LOOKS = process.env.ALL_LOOKS === '1' ? [...PAIRS, ...OTHER_PAIRS] : PAIRS

export type Look = (typeof LOOKS)[number]

/** One half of the looks, for what two APIs share: each checks one. */
export function halfOfLooks(half: 0 | 1): Look[] {
  return LOOKS.filter((_, index) => index % 2 === half)
}
