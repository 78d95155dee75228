import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { copyProject, filesBelow } from '../support/project-copy.js'

describe('npm run generate', () => {
  let folder = ''
  before(() => {
    folder = copyProject('generated', 'openapi', 'redocly.yaml', 'scripts')
  })
  after(() => rmSync(folder, { recursive: true }))

  const edit = (file: string, from: string, to: string) =>
    writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to))
  const generate = () => spawnSync(process.execPath, ['scripts/generate.mjs'], { cwd: folder, encoding: 'utf8' })

  it('leaves generated/ as it was where a $ref leads nowhere, and names its file and pointer', () => {
    const before = filesBelow(join(folder, 'generated'))
    edit('openapi/tms.yaml', '#/components/schemas/LoggedIn', '#/components/schemas/NoSuchThing')
    const { status, stderr } = generate()
    assert.equal(status, 1)
    assert.match(stderr, /openapi\/tms\.yaml:\d+:\d+ at #\/paths\/~1tms~1login\/post\/responses\/200\//)
    assert.match(stderr, /NoSuchThing[^]*generated\/ stays as it was/)
    assert.deepEqual(filesBelow(join(folder, 'generated')), before)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('generated')),
      ['generated']
    )
  })
})
