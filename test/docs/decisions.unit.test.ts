import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'

const folder = new URL('docs/decisions/', packageRoot)

const FORM =
  /^# \d{4}\. .+\n\n- Status: .+\n- Date: \d{4}-\d\d-\d\d\n\n## Context\n\n[^#][^]*\n## Decision\n\n[^#][^]*\n## Consequences\n\n[^#]/

describe('the records of decisions', () => {
  for (const file of readdirSync(folder)) {
    it(`${file}: has its number, status, date, context, decision and consequences`, () => {
      const text = readFileSync(new URL(file, folder), 'utf8')
      assert.match(text, FORM)
      assert.equal(text.slice(2, 6), file.slice(0, 4))
    })
  }
})
