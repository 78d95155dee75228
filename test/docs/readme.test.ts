import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'

const read = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8')

/** What does not depend on the language: headings by level, commands, rows by the code in their first cell, items. */
function skeleton(markdown: string): string[] {
  const commands = [...markdown.matchAll(/```sh\n[^]*?```/g)].map(([block]) => block)
  const lines = markdown.replace(/```[^]*?```/g, '').split('\n')
  return [
    ...commands,
    ...lines.flatMap((line) => line.match(/^(#+|- |\d\.)/)?.[0] ?? line.match(/^\|( `[^|]*)?/)?.[0].trim() ?? [])
  ]
}

describe('the README in Chinese', () => {
  it('has the headings, commands, settings and lists of the English one', () => {
    assert.deepEqual(skeleton(read('docs/README.zh-CN.md')), skeleton(read('README.md')))
  })
})
