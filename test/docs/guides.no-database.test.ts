import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorRows } from '../../scripts/docs/guides/errors.js'
import { refusalTexts } from '../../scripts/docs/guides/refusal-texts.js'
import { guidePages } from '../../scripts/docs/guides/page.js'
import type { Language } from '../../scripts/docs/language.js'
import { documentedApi } from '../../scripts/docs/operations.js'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'

const apis = realmNames.map((name) => documentedApi(name, readContract(name)))
const pages = guidePages(apis)

describe('the guides of the documentation site', () => {
  it('link to pages and headings of the site that are there', () => {
    const idsOf = new Map(pages.map(({ folder, page }) => [folder, idsIn(page.main)]))
    const broken = pages.flatMap(({ folder, page }) =>
      [...page.main.matchAll(/href="([^"]*)"/g)]
        .map(([, href = '']) => new URL(href, `http://site/docs/${folder}`))
        .filter(({ host, pathname }) => host === 'site' && pathname.startsWith('/docs/guides/'))
        .filter(({ pathname, hash }) => {
          const ids = idsOf.get(pathname.slice('/docs/'.length))
          return ids === undefined || (hash !== '' && !ids.includes(decodeURIComponent(hash.slice(1))))
        })
        .map(({ href }) => `${folder}: ${href}`)
    )
    assert.deepEqual(broken, [])
  })

  it('leave no link to a file that the site does not have, and no marker', () => {
    for (const { folder, page } of pages) assert.doesNotMatch(page.main, /href="[^"]*\.md|<!-- site/, folder)
  })

  it('say in English when an API refuses, and have no English that is not shown', () => {
    const shown = (language: Language) =>
      realmNames.flatMap((name) => errorRows(name, language).own.flatMap(({ when }) => when))
    assert.deepEqual(
      new Set(shown('en').filter((text) => /\p{Script=Han}/u.test(text))),
      new Set(),
      'to be added to docs/en/refusals.yaml'
    )
    const chinese = new Set(shown('zh'))
    assert.deepEqual(
      [...refusalTexts.keys()].filter((text) => !chinese.has(text)),
      [],
      'to be removed from docs/en/refusals.yaml'
    )
  })

  for (const name of realmNames) {
    it(`list every status of every refusal of ${name}`, () => {
      const { own, common } = errorRows(name, 'zh')
      const documented = Object.values(readContract(name).paths as object).flatMap((item: object) =>
        Object.values(item).flatMap((operation: { responses?: object }) => Object.keys(operation.responses ?? {}))
      )
      const refusals = new Set(documented.map(Number).filter((status) => status >= 400))
      assert.deepEqual(new Set(own.map(({ status }) => status)), refusals)
      for (const status of [404, 405, 408, 413, 415, 429, 431, 500, 503]) {
        assert.ok(
          common.some((row) => row.status === status),
          `${status}`
        )
      }
      for (const { message } of [...own, ...common]) assert.match(message, /\S/)
    })
  }
})

function idsIn(html: string): string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
}
