import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'

/** Pages in English and their Chinese twins. */
const pages = {
  'README.md': 'docs/README.zh-CN.md',
  'docs/client.md': 'docs/client.zh-CN.md',
  'docs/collections.md': 'docs/collections.zh-CN.md',
  'docs/configuration.md': 'docs/configuration.zh-CN.md',
  'docs/contracts.md': 'docs/contracts.zh-CN.md',
  'docs/deployment.md': 'docs/deployment.zh-CN.md',
  'docs/errors.md': 'docs/errors.zh-CN.md',
  'docs/generators.md': 'docs/generators.zh-CN.md',
  'docs/getting-started.md': 'docs/getting-started.zh-CN.md',
  'docs/mock.md': 'docs/mock.zh-CN.md',
  'docs/observability.md': 'docs/observability.zh-CN.md',
  'docs/operation.md': 'docs/operation.zh-CN.md',
  'docs/other-languages.md': 'docs/other-languages.zh-CN.md',
  'docs/scaling.md': 'docs/scaling.zh-CN.md',
  'docs/verify-tokens.md': 'docs/verify-tokens.zh-CN.md',
  'docs/versions.md': 'docs/versions.zh-CN.md',
  'docs/webhooks.md': 'docs/webhooks.zh-CN.md',
  'src/sdk/README.md': 'docs/sdk.zh-CN.md'
}

const read = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8')

/** What does not depend on the language: headings by level, commands, rows by the code in their first cell, items. */
function skeleton(markdown: string): string[] {
  const commands = [...markdown.matchAll(/```(?:sh|ts)\n[^]*?```/g)].map(([block]) => block)
  const lines = markdown.replace(/```[^]*?```/g, '').split('\n')
  return [
    ...commands,
    ...lines.flatMap((line) => line.match(/^(#+|- |\d\.)/)?.[0] ?? line.match(/^\|( `[^|]*)?/)?.[0].trim() ?? [])
  ]
}

describe('the documentation in Chinese', () => {
  for (const [english, chinese] of Object.entries(pages)) {
    it(`${chinese}: has the headings, commands, rows and lists of ${english}`, () => {
      assert.deepEqual(skeleton(read(chinese)), skeleton(read(english)))
    })
  }
})
