import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'

const read = (page: string): string => readFileSync(new URL(page, packageRoot), 'utf8')
const pages = ['', 'docs/', 'docs/decisions/'].flatMap((folder) =>
  readdirSync(new URL(folder, packageRoot))
    .filter((file) => file.endsWith('.md'))
    .map((file) => folder + file)
)

/** Of the links that lead to files of the project: the file, and the heading in it. */
function linksOf(page: string): { file: URL; heading: string | undefined }[] {
  const address = new URL(page, packageRoot)
  return [
    ...read(page)
      .replace(/```[^]*?```/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g)
  ]
    .map(([, target = '']) => target)
    .filter((target) => !/^\w+:/.test(target))
    .map((target) => {
      const { hash, href } = new URL(target, address)
      return { file: new URL(href.replace(hash, '')), heading: hash.slice(1) || undefined }
    })
}

/** Headings as GitHub names them in addresses. */
function headingsOf(file: URL): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-')
  )
}

describe('the documentation', () => {
  it('links to files, and to headings in them, that exist', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter(({ file, heading }) => {
          return !existsSync(file) || (heading !== undefined && !headingsOf(file).includes(decodeURI(heading)))
        })
        .map(({ file, heading }) => `${page}: ${file.pathname}${heading === undefined ? '' : ` ${heading}`}`)
    )
    assert.deepEqual(broken, [])
    assert.ok(pages.flatMap(linksOf).length > 50)
  })
  it('names folders and files that exist', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/`((?:docs|generated|openapi|scripts|src|test)\/[\w./-]*)`/g)].map(
        ([, path = '']) => path
      )
    )
    assert.deepEqual(
      named.filter((path) => !existsSync(new URL(path, packageRoot))),
      []
    )
    assert.ok(named.length > 100)
  })
})
