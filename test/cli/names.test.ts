import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { admin, outcome } from './run.js'

describe('admin on names', () => {
  let database: TestDatabase
  before(async () => {
    database = await copyOfTemplate()
  })
  after(async () => {
    await database.remove()
    await removeOwnTemplate()
  })

  const run = async (words: string) => outcome(await admin(words, { env: database.env }))

  it('imports names of elsewhere that registration refuses, and prints no character of them that nobody sees', async () => {
    const hidden = [
      '\u3164',
      '\u200b',
      '\u202e',
      '\ufe0f',
      '\u034f',
      '\u115f',
      '\u2800',
      '\u{e0001}',
      '\u{e0100}',
      '\u00ad',
      '\ufeff'
    ]
    const hash = '$2a$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi'
    const names = hidden.map((character) => `x${character}y`)
    const file = join(database.env.DATA_DIR!, 'hidden.ndjson')
    await writeFile(file, names.map((name) => JSON.stringify({ name, password_hash: hash })).join('\n'))
    const imported = await run(`import --realm tms --file ${file}`)
    assert.equal(imported.code, 0, imported.stderr.join())
    const again = await run(`import --realm tms --file ${file}`)
    const plain = await run('list --realm tms')
    const json = await run('list --realm tms --json')
    const trail = await run('audit --realm tms')
    const trailJson = await run('audit --realm tms --json')
    for (const { stdout } of [again, plain, json, trail, trailJson]) {
      for (const character of hidden) assert.ok(!stdout.join('\n').includes(character), JSON.stringify(character))
    }
    for (const character of hidden) {
      const escaped = `x\\u{${character.codePointAt(0)!.toString(16)}}y`
      assert.ok(
        plain.stdout.some((line) => line.includes(`\t${escaped}\t`)),
        escaped
      )
    }
    const listed = json.stdout.map((line) => (JSON.parse(line) as { name: string }).name)
    assert.deepEqual(listed.slice(-names.length), names)
  })

  it('prints the name that it stored, which of an email with a name before it is the address', async () => {
    const words = ['create', '--realm', 'user-login', '--name', 'N <zz@x.com>', '--generate']
    const { code, stderr, stdout } = outcome(await admin(words, { env: database.env }))
    assert.equal(code, 0)
    assert.match(stderr.join(), /^user-login account zz@x\.com: created, id \d+$/)
    assert.equal(stdout.length, 1)
    assert.equal((await run('list --realm user-login --query zz@x.com')).stdout[1]?.split('\t')[1], 'zz@x.com')
  })
})
