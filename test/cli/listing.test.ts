import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { admin, outcome } from './run.js'

describe('admin list and audit', () => {
  let database: TestDatabase
  before(async () => {
    database = await copyOfTemplate()
    assert.equal((await admin('disable --realm tms --name 32088', database)).code, 0)
  })
  after(async () => {
    await database.remove()
    await removeOwnTemplate()
  })

  const run = async (words: string) => outcome(await admin(words, database))
  const names = async (filter: string): Promise<unknown[]> => {
    const { code, stdout, stderr } = await run(`list --realm tms --json ${filter}`)
    assert.deepEqual({ code, stderr }, { code: 0, stderr: [] })
    return stdout.map((line) => (JSON.parse(line) as { name: string }).name)
  }

  it('lists the accounts that match', async () => {
    assert.deepEqual(await names('--query 2108'), ['21089'])
    assert.deepEqual(await names('--query ADMI'), ['admin'])
    assert.deepEqual(await names('--query ３２０８'), ['32088', '32089'])
    assert.deepEqual(await names('--query %'), [])
    assert.deepEqual(await names('--disabled'), ['32088'])
    assert.deepEqual(await names('--enabled --limit 2'), ['admin', '21089'])
    const { stdout } = await run('list --realm waste-sorting --role 1')
    assert.deepEqual(
      stdout.slice(1).map((line) => line.split('\t')[1]),
      ['admintest']
    )
  })

  it('filters the audit trail by target, action, result and time', async () => {
    const entries = async (filter: string) => {
      const { code, stdout, stderr } = await run(`audit --realm tms --json ${filter}`)
      assert.deepEqual({ code, stderr }, { code: 0, stderr: [] }, filter)
      return stdout.map((line) => JSON.parse(line) as { action: string; target_name: string; at: string })
    }
    const [entry, ...others] = await entries('--target 32088 --action account-disable --result done')
    assert.deepEqual([entry?.action, entry?.target_name, others.length], ['account-disable', '32088', 0])
    const moment = entry!.at.replace(' ', 'T').replace('+00', 'Z')
    const day = moment.slice(0, 10)
    assert.equal((await entries(`--since ${day}`)).length, 5)
    assert.equal((await entries(`--until ${day}`)).length, 0)
    assert.equal((await entries('--result failed')).length, 0)
    assert.deepEqual(
      Object.keys(entry!).filter((key) => key.endsWith('_key')),
      []
    )
    const few = await run('audit --realm tms --limit 1')
    assert.deepEqual([few.stdout.length, few.stderr], [2, ['the newest 1; --limit shows more']])
  })

  it('finds entries of an account by every spelling that logs in, after its removal too', async () => {
    const name = 'Chloé Straße'
    const order = ['--realm', 'tms', '--name', name]
    assert.equal((await admin(['create', ...order, '--generate'], database)).code, 0)
    assert.equal((await admin(['remove', ...order], database)).code, 0)
    for (const target of [name, 'CHLOÉ STRASSE', 'chloé strasse'.normalize('NFD'), ' Ｃhloé Straße ']) {
      const { stdout } = outcome(await admin(['audit', '--realm', 'tms', '--target', target, '--json'], database))
      const actions = stdout.map((line) => (JSON.parse(line) as { action: string }).action)
      assert.deepEqual(actions, ['account-remove', 'account-create'], target)
    }
  })
})
