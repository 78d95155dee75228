import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { defaultOf } from '../../src/config/variable.js'
import { variables } from '../../src/config/variables.js'
import { packageRoot } from '../../src/config/package-root.js'

interface Row {
  name: string
  fallback: string
  meaning: string
}

const inEnglish = Object.values(variables).map((entry): Row => ({
  name: entry.alias === undefined ? `\`${entry.name}\`` : `\`${entry.name}\` / \`${entry.alias}\``,
  fallback: defaultOf(entry),
  meaning: entry.meaning
}))

const ENGLISH = 'docs/configuration.md'
const CHINESE = 'docs/configuration.zh-CN.md'

/** Cells of the table of variables, the first under one of the two headings. */
function rowsIn(path: string): Row[] {
  const text = readFileSync(new URL(path, packageRoot), 'utf8')
  const [, table = ''] = /^\| (?:name|名称) .*\n\|[- |]+\n((?:\|.*\n)+)/m.exec(text) ?? []
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', fallback = '', meaning = ''] = line.split('|').map((cell) => cell.trim())
      return { name, fallback, meaning }
    })
}

describe('the table of variables', () => {
  it(`is in ${ENGLISH}, in the same order`, () => {
    assert.deepEqual(rowsIn(ENGLISH), inEnglish)
  })

  it(`is in ${CHINESE}, with the same names and defaults`, () => {
    const rows = rowsIn(CHINESE)
    assert.deepEqual(
      rows.map(({ name, fallback }) => ({ name, fallback })),
      Object.values(variables).map((entry, index) => ({
        name: inEnglish[index]!.name,
        fallback: entry.defaultText === undefined ? inChinese(defaultOf(entry)) : rows[index]?.fallback
      }))
    )
  })

  it('has the same values and names in the defaults and meanings of both languages', () => {
    const literals = ({ fallback, meaning }: Row): string[] => `${fallback} ${meaning}`.match(/`[^`]+`|\d+/g) ?? []
    const sorted = (rows: Row[]): string[][] => rows.map((row) => literals(row).sort())
    assert.deepEqual(sorted(rowsIn(CHINESE)), sorted(inEnglish))
  })
})

function inChinese(fallback: string): string {
  return fallback.replace('; in production ', '；生产环境为 ').replace(/^none$/, '无')
}
