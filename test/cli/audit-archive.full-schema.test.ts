import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { keepAudit, type AuditChanges } from '../../src/audit/upkeep.js'
import { connect } from '../../src/database/connection/connect.js'
import { fillTrail } from '../audit/support.js'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { admin } from './run.js'

const ENTRIES = 1_500

describe('admin audit --archive', () => {
  let database: TestDatabase
  let folder: string
  let env: Record<string, string>
  before(async () => {
    database = await copyOfTemplate()
    folder = mkdtempSync(join(tmpdir(), 'quintet-archive-'))
    env = { ...database.env, AUDIT_KEEP_DAYS: '30' }
    const { db, close } = await connect(readConfig(database.env))
    await fillTrail(db, ENTRIES, `date_trunc('month', now()) + interval '1 month 3 days'`)
    // As if the next month were over for a year.
    const { name } = await db('audit.parts').whereNot('name', 'events_first').orderBy('ends').first('name')
    await db('audit.parts')
      .where({ name })
      .update({ ends: db.raw(`ends - interval '1 year'`) })
    await close()
  })
  after(async () => {
    await database.remove()
    await removeOwnTemplate()
    rmSync(folder, { recursive: true })
  })

  const archive = (file: string, given = env) => admin(`audit --archive --file ${join(folder, file)}`, { env: given })

  async function keep(): Promise<AuditChanges> {
    const { db, close } = await connect(readConfig(database.env))
    try {
      return await keepAudit(db, 30)
    } finally {
      await close()
    }
  }

  it('is refused where nothing expires', async () => {
    const { code, stderr } = await archive('none', database.env)
    assert.deepEqual([code, stderr], [1, 'AUDIT_KEEP_DAYS is not set: no month of the audit trail expires\n'])
  })

  it('overwrites no file, and then takes no month for archived', async () => {
    writeFileSync(join(folder, 'there'), 'kept')
    const { code, stderr } = await archive('there')
    assert.deepEqual([code, stderr.startsWith('--file: EEXIST: file already exists')], [1, true], stderr)
    assert.equal(readFileSync(join(folder, 'there'), 'utf8'), 'kept')
    assert.equal((await keep()).waiting.length, 1)
  })

  it('writes every entry of the months that expired, which are dropped only then', async () => {
    const { dropped, waiting } = await keep()
    assert.deepEqual([dropped, waiting.length], [[], 1])
    assert.equal((await archive('first')).code, 0)
    const lines = readFileSync(join(folder, 'first'), 'utf8').trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as { id: number; realm: string; at: string })
    assert.equal(new Set(entries.map(({ id }) => id)).size, ENTRIES)
    assert.ok(entries.every(({ realm, at }) => realm === 'julong' && Date.parse(at) > 0))
    assert.deepEqual((await keep()).dropped, waiting)
  })

  it('says when nothing waits, and needs a file', async () => {
    const again = await archive('first')
    assert.deepEqual(
      [again.code, again.stderr],
      [0, 'no month of the audit trail is older than 30 days and not archived\n']
    )
    const { code, stderr } = await admin('audit --archive', { env })
    assert.equal(code, 2, stderr)
  })
})
