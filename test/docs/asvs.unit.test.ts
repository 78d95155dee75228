import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'

const read = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8')

/** By section of ASVS 5.0.0, the levels of its requirements in their order: `"1.4": "222"` are 1.4.1 to 1.4.3. */
const levels = JSON.parse(read('test/docs/asvs-levels.json')) as Record<string, string>
const map = read('docs/asvs.md')

/** The level of each requirement of levels 1 and 2. */
const wanted: ReadonlyMap<string, string> = new Map(
  Object.entries(levels).flatMap(([section, all]) =>
    [...all]
      .map((level, index) => [`${section}.${index + 1}` as string, level] as const)
      .filter(([, level]) => level !== '3')
  )
)

const rows = [...map.matchAll(/^\| (\d+\.\d+\.\d+) +\| (\d) +\| (.+?) +\| (.+?) +\| (.*?) +\|$/gm)].map(
  ([, number = '', level, , verdict = '', where = '']) => ({ number, level, verdict, where })
)

/** The requirements that do not apply: whole sections, ranges in one, single ones. */
const left = [...map.matchAll(/^\| ((?:\d+\.\d+(?:\.\d+)?(?:–\d+)?(?:, )?)+) +\| [^|\d]/gm)].flatMap(([, cell = '']) =>
  cell.split(', ').flatMap(numbersOf)
)

function numbersOf(entry: string): string[] {
  const [, section = '', first, last = first] = /^(\d+\.\d+)(?:\.(\d+))?(?:–(\d+))?$/.exec(entry) ?? []
  const inSection = [...wanted.keys()].filter((number) => number.startsWith(`${section}.`))
  if (first === undefined) return inSection
  return inSection.filter((number) => {
    const place = Number(number.split('.')[2])
    return place >= Number(first) && place <= Number(last)
  })
}

describe('the map to OWASP ASVS', () => {
  it('has every requirement of levels 1 and 2 once, with its level', () => {
    assert.deepEqual([...rows.map(({ number }) => number), ...left].sort(), [...wanted.keys()].sort())
    for (const { number, level } of rows) assert.equal(level, wanted.get(number), number)
  })

  it('names what shows a requirement, or says why it is not met', () => {
    for (const { number, verdict, where } of rows) {
      assert.match(verdict, /^(yes|partly|not)$/, number)
      assert.notEqual(where, '', number)
      if (verdict !== 'not') assert.match(where, /`[\w.-]*[./ ][^`]*`/, number)
    }
  })

  it('names files that are there', () => {
    const named = [...map.matchAll(/`([^`]+)`/g)].map(([, text]) => text!)
    const paths = named.filter((text) => /^\.?\w[\w-]*([./][\w.-]+)*(\/|\.\w+)$|^(test|src|scripts)\//.test(text))
    assert.ok(paths.length > 100)
    for (const path of paths) assert.ok(existsSync(new URL(path, packageRoot)), path)
  })

  it('has the right totals', () => {
    const met = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length
    const counts = `Of ${wanted.size}, ${met('yes')} are met, ${met('partly')} in part, ${met('not')} are not, and ${left.length} do not apply`
    assert.ok(map.includes(counts), counts)
  })
})
