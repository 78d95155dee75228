import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { copyOfTemplate, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { admin, outcome } from './run.js'

const URL = 'https://hooks.example/quintet'

describe('admin webhooks', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await copyOfTemplate()
  })
  afterEach(() => database.remove())
  after(removeOwnTemplate)

  const webhooks = async (words: string, realm = 'tms') =>
    outcome(await admin(`webhooks --realm ${realm} ${words}`.trim(), database))

  it('adds them to one realm, prints their secrets once, and removes them', async () => {
    const { code, stdout, stderr } = await webhooks(`--add ${URL} --actions login,logout`)
    assert.deepEqual([code, stderr], [0, ['tms webhook 1: added']])
    assert.match(stdout.join('\n'), /^whsec_[\w+/]{43}=$/)
    const heads = 'id\turl\tactions\tstate\tpending\tfailed\tbehind'
    assert.deepEqual((await webhooks('')).stdout, [heads, `1\t${URL}\tlogin,logout\tdelivers\t0\t0\t1`])
    assert.deepEqual((await webhooks('', 'julong')).stdout, [heads])
    const [line] = (await webhooks('--json')).stdout
    assert.deepEqual([JSON.parse(line!).url, line!.includes('whsec_')], [URL, false])
    for (const [words, id] of [
      [`--add ${URL}`, 2],
      ['--rotate-secret 1', 1]
    ] as const) {
      const [added] = (await webhooks(`${words} --json`)).stdout
      const { secret, ...rest } = JSON.parse(added!)
      assert.deepEqual([rest, secret.startsWith('whsec_')], [{ id }, true])
    }
    assert.deepEqual((await webhooks('--remove 1')).stderr, ['tms webhook 1: removed'])
    assert.deepEqual((await webhooks('--remove 2')).stderr, ['tms webhook 2: removed'])
    assert.deepEqual((await webhooks('')).stdout, [heads])
  })

  it('pauses and resumes them', async () => {
    await webhooks(`--add ${URL}`)
    const state = async () => (await webhooks('')).stdout[1]!.split('\t')[3]
    assert.deepEqual((await webhooks('--pause 1')).stderr, ['tms webhook 1: paused'])
    assert.deepEqual((await webhooks('--pause 1')).stderr, ['tms webhook 1: was paused already'])
    assert.equal(await state(), 'paused: by an operator')
    assert.deepEqual((await webhooks('--resume 1')).stderr, ['tms webhook 1: resumed'])
    assert.deepEqual((await webhooks('--resume 1')).stderr, ['tms webhook 1: was not paused'])
    assert.equal(await state(), 'delivers')
  })

  it('leave an entry of the audit trail for each change, which has no more of the address than its host', async () => {
    const changes = [
      `--add ${URL}`,
      '--rotate-secret 1',
      '--pause 1',
      '--resume 1',
      '--retry 1',
      '--remove 1',
      '--remove 1'
    ]
    for (const words of changes) await webhooks(words)
    const { stdout } = outcome(await admin('audit --realm tms --json', database))
    const entries = stdout.map((line) => JSON.parse(line)).filter(({ action }) => action.startsWith('webhook-'))
    assert.deepEqual(
      entries.reverse().map(({ action, actor_name, target_name }) => [action, actor_name, target_name]),
      ['add', 'secret', 'pause', 'resume', 'remove'].map((verb) => [
        `webhook-${verb}`,
        null,
        'webhook 1, https://hooks.example'
      ])
    )
  })

  it('says when a retry is due: now, or after a paused one is resumed', async () => {
    await webhooks(`--add ${URL}`)
    assert.deepEqual((await webhooks('--retry 1')).stderr, ['tms webhook 1: its deliveries are due now'])
    await webhooks('--pause 1')
    assert.deepEqual((await webhooks('--retry 1')).stderr, [
      'tms webhook 1: its deliveries are due after --resume 1: it is paused (by an operator)'
    ])
  })

  it('finds none of another realm', async () => {
    await webhooks(`--add ${URL}`, 'julong')
    for (const verb of ['remove', 'pause', 'resume', 'retry', 'rotate-secret', 'deliveries']) {
      assert.deepEqual(await webhooks(`--${verb} 1`), { code: 1, stdout: [], stderr: ['tms has no webhook 1'] }, verb)
    }
    assert.match((await webhooks('', 'julong')).stdout[1]!, /\tdelivers\t/)
  })
})
