import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'
import { copyProject } from '../support/project-copy.js'

const REDOCLY = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', packageRoot))
const SCHEMAS = '\n  schemas:\n'

/** What each rule is for, put into the contract of tms. */
const BREACHES: Record<string, [from: string, to: string]> = {
  'component-names-distinct': [SCHEMAS, `${SCHEMAS}    Common-Problem:\n      type: string\n`],
  'enum-default-in-component': [
    SCHEMAS,
    `${SCHEMAS}    Colour:\n      type: string\n      enum: [red]\n      default: red\n`
  ],
  'integer-format': [SCHEMAS, `${SCHEMAS}    Age:\n      type: integer\n`],
  'null-body-untyped': ["$ref: '#/components/schemas/TaskFound'", "$ref: '#/components/schemas/Nothing'"],
  'null-readable': [
    SCHEMAS,
    `${SCHEMAS}    Void:\n      type: object\n      nullable: true\n      additionalProperties: false\n      minProperties: 1\n`
  ],
  'path-parameter-name': ['    TaskId:\n      name: id\n', '    TaskId:\n      name: _id\n'],
  'schema-not-constructor': [SCHEMAS, `${SCHEMAS}    NewTask:\n      type: string\n`],
  'tag-named': ['  - name: session\n', '  - name: 登录\n'],
  'union-readable': [SCHEMAS, `${SCHEMAS}    Either:\n      anyOf: [{ type: array, items: { type: string } }]\n`],
  'bare-answer-described': ["$ref: '#/components/schemas/LoggedOut'", 'type: string']
}

describe('the rules for contracts that generators read', () => {
  let folder = ''
  let found: { ruleId: string }[] = []
  before(() => {
    folder = copyProject('openapi', 'docs/zh', 'scripts', 'redocly.yaml')
    const file = join(folder, 'openapi/tms.yaml')
    const original = readFileSync(file, 'utf8')
    const broken = Object.values(BREACHES).reduce((text, [from, to]) => text.replace(from, to), original)
    writeFileSync(file, broken)
    const args = [REDOCLY, 'lint', 'tms', '--format', 'json', '--max-problems', '1000']
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    found = (JSON.parse(stdout) as { problems: { ruleId: string }[] }).problems
  })
  after(() => rmSync(folder, { recursive: true }))

  for (const rule of Object.keys(BREACHES)) {
    it(`${rule} finds its breach`, () => {
      assert.ok(
        found.some(({ ruleId }) => ruleId === `house/${rule}`),
        JSON.stringify(found.map(({ ruleId }) => ruleId))
      )
    })
  }
})
