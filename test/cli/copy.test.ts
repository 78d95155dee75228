import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import knex, { type Knex } from 'knex'
import { createClient, type Client } from '../support/client.js'
import { emptyDatabase, isPortable, removeOwnTemplate, type TestDatabase } from '../support/database.js'
import { embeddedFolder, startMain } from '../support/main.js'
import { login } from '../support/sessions.js'
import { admin, outcome } from './run.js'

const onPostgres = process.env.DATABASE_URL !== undefined
const skip = !onPostgres && 'there is no PostgreSQL to copy to'
const BASE = '/api/private/v1'

describe('admin copy', () => {
  let source: TestDatabase
  let target: TestDatabase
  beforeEach(async () => {
    source = await embeddedFolder()
    target = await emptyDatabase()
  })
  afterEach(async () => {
    await Promise.all([source.remove(), target.remove()])
  })
  after(removeOwnTemplate)

  /** From the embedded database, which does not have the portable schema where PostgreSQL has it. */
  const copy = async () =>
    outcome(await admin(`copy --to ${target.env.DATABASE_URL} --schema ${target.env.DATABASE_SCHEMA}`, source))

  it('moves all five APIs to PostgreSQL, where the same requests and tokens are answered alike', { skip }, async () => {
    const server = await startMain(source.env)
    const requests = await fill(createClient(server.origin))
    const before = await answers(createClient(server.origin), requests)
    server.kill('SIGTERM')
    await server.ended
    const { code, stdout, stderr } = await copy()
    assert.equal(code, 0, stderr.join('\n'))
    assert.ok(stdout.length > 15)
    assert.deepEqual(
      stdout.slice(1).filter((line) => !line.endsWith('\tyes')),
      []
    )
    const secret = join(source.env.DATA_DIR!, 'token-secret')
    assert.equal(stderr.at(-1), `tokens go on when the server on the copy gets TOKEN_SECRET_FILE=${secret}`)
    const moved = await startMain({ ...target.env, SAMPLE_ACCOUNTS: '0', TOKEN_SECRET_FILE: secret })
    const client = createClient(moved.origin)
    assert.deepEqual(await answers(client, requests), before)
    await assertGoesOn(client, requests[0]!.token, before.length)
    moved.kill('SIGTERM')
    await moved.ended
    if (isPortable === false) await assertTriggersWork(target)
  })

  it('refuses a target that already holds the tables, and the source itself', { skip }, async () => {
    await admin('list --realm tms', source)
    assert.equal((await copy()).code, 0)
    const again = await copy()
    assert.deepEqual({ code: again.code, count: again.stderr.length }, { code: 1, count: 1 })
    assert.match(again.stderr[0]!, /^the target holds a Quintet database already;/)
    const itself = outcome(await admin(`copy --to ${target.env.DATABASE_URL}`, target))
    assert.deepEqual(itself.stderr, ['the target is the database that is to be copied'])
  })

  const notPortable = isPortable === false && 'the schema is not the portable one'
  it('refuses to copy from the portable schema to the other', { skip: notPortable }, async () => {
    const { code, stderr } = outcome(await admin(`copy --to ${target.env.DATABASE_URL} --schema postgresql`, target))
    const message = 'nothing copies from the portable schema to the other: export and import the accounts'
    assert.deepEqual([code, stderr], [1, [message]])
  })

  it('rolls everything back when the rows of a table differ', { skip }, async () => {
    await admin('list --realm tms', source)
    await onTarget(target, (db) => db.raw(SWALLOW_USERS))
    const { code, stdout, stderr } = await copy()
    assert.equal(code, 1)
    assert.ok(stdout.some((line) => line.startsWith('waste_sorting.users\t2\t') && line.endsWith('\tno')))
    assert.equal(stderr.at(-1), 'the tables differ; nothing was kept')
    const left = await onTarget(target, (db) => db('pg_namespace').whereIn('nspname', ['tms', 'quintet', 'audit']))
    assert.deepEqual(left, [])
  })

  it('reports an embedded database in use, a missing one, and an invalid URL', async () => {
    const to = 'postgres://someone:hidden@127.0.0.1:1/x'
    const nowhere = join(source.env.DATA_DIR!, 'nowhere')
    const missing = outcome(await admin(`copy --to ${to}`, { env: { DATA_DIR: nowhere } }))
    assert.deepEqual(missing, { code: 1, stdout: [], stderr: [`there is no database in ${nowhere}`] })
    const wrong = outcome(await admin('copy --to mysql://someone:hidden@127.0.0.1/x', source))
    assert.equal(wrong.code, 2)
    assert.match(wrong.stderr.join(), /^--to must be a postgres:\/\/ /)
    const server = await startMain(source.env)
    const held = outcome(await admin(`copy --to ${to}`, source))
    assert.equal(held.code, 1)
    assert.match(held.stderr.join(), new RegExp(`^cannot run: the data folder .* is in use by process ${server.pid};`))
    server.kill('SIGTERM')
    await server.ended
    const away = outcome(await admin(`copy --to ${to}`, source))
    assert.match(away.stderr.join(), /^cannot run: cannot connect to the database at 127\.0\.0\.1:1: /)
    for (const { stderr } of [missing, wrong, held, away]) assert.doesNotMatch(stderr.join(), /hidden/)
  })
})

interface ListRequest {
  path: string
  token: string
}

/** Changes something in every API. Returns requests that show it; the last has a token that has ended. */
async function fill(client: Client): Promise<ListRequest[]> {
  const tms = await login(client, 'tms', 'admin', 'zhou0914.')
  await client.post('/tms/register', { json: { username: '新人', password: 'correct horse' } })
  for (const description of ['整理仓库', 'x'.repeat(100), '“quoted” \\ \u0001']) {
    const task = { description, detail: '\\u0000 中', price: 50.5, assignee: '新人' }
    assert.equal((await client.post('/tms/task/create', { token: tms, json: task })).status, 200)
  }
  const julong = await login(client, 'julong', 'admin', '123456')
  const role = await client.post(`${BASE}/roles`, { token: julong, json: { roleName: 'auditors' } })
  const { roleId } = role.body.data
  await client.post(`${BASE}/roles/${roleId}/rights`, { token: julong, json: { rids: '161' } })
  const json = { userName: 'auditor', password: '123456', email: 'a@example.com', mobile: '1' }
  const user = await client.post(`${BASE}/users`, { token: julong, json })
  await client.put(`${BASE}/users/${user.body.data.id}/role`, { token: julong, json: { rid: roleId } })
  const auditor = await login(client, 'julong', 'auditor', '123456')
  const waste = await login(client, 'waste-sorting', 'admintest', 'admintest')
  const { body } = await client.get('/api/admin/users', { token: waste })
  const id: number = body.find(({ username }: { username: string }) => username === 'usertest').id
  await client.put(`/api/admin/users/${id}/status`, { token: waste, json: { status: 1 } })
  const mine = await login(client, 'user-login', 'user@example.com', 'currentpassword')
  const back = await login(client, 'back-office', 'auroralorigin', '123456')
  const other = { name: 'other', password: '123456', email: 'b@example.com', mobile: '2' }
  assert.ok((await client.post('/admin/admins', { token: back, json: other })).status < 300)
  const ended = await login(client, 'tms', 'admin', 'zhou0914.')
  await client.put('/tms/logout', { token: ended })
  return [
    { path: '/tms/task/list', token: tms },
    { path: '/tms/user/list', token: tms },
    { path: `${BASE}/user?pagenum=1&pagesize=10&query=audit`, token: julong },
    { path: `${BASE}/roles`, token: julong },
    { path: `${BASE}/rights/list`, token: julong },
    { path: `${BASE}/audit?pagenum=1&pagesize=50`, token: auditor },
    { path: `${BASE}/menus`, token: auditor },
    { path: '/api/admin/users', token: waste },
    { path: '/api/users/me', token: mine },
    { path: '/admin/admins?pagenum=1&pagesize=10', token: back },
    { path: '/tms/user/me', token: ended }
  ]
}

async function answers(client: Client, requests: ListRequest[]): Promise<unknown[]> {
  const seen = []
  for (const { path, token } of requests) {
    const { status, body } = await client.get(path, { token })
    seen.push({ path, status, body })
  }
  const statuses = seen.map(({ status }) => status)
  assert.deepEqual(statuses, [...Array<number>(seen.length - 1).fill(200), 401], JSON.stringify(seen, null, 1))
  return seen
}

/** The next task gets the next number, and who was banned stays banned. */
async function assertGoesOn(client: Client, token: string, minimum: number): Promise<void> {
  assert.ok(minimum > 10)
  const created = await client.post('/tms/task/create', { token, json: { description: 'after' } })
  assert.deepEqual([created.status, created.body.data.id], [200, 4])
  await assert.rejects(login(client, 'waste-sorting', 'usertest', 'usertest'), /: 403 /)
}

async function assertTriggersWork(target: TestDatabase): Promise<void> {
  await onTarget(target, async (db) => {
    await assert.rejects(db('audit.events').delete(), /can only be added to/)
    const off = await db('pg_trigger').where({ tgisinternal: false, tgenabled: 'D' })
    assert.deepEqual(off, [])
  })
}

async function onTarget<Result>({ env }: TestDatabase, work: (db: Knex) => PromiseLike<Result>): Promise<Result> {
  const db = knex({ client: 'pg', connection: env.DATABASE_URL!, pool: { min: 0, max: 1 } })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Makes a rule on a new table, by which what is inserted is lost. */
const SWALLOW_USERS = `
  create function swallow() returns event_trigger language plpgsql as $$
    begin
      if exists (select from pg_event_trigger_ddl_commands() where object_identity = 'waste_sorting.users') then
        create rule swallow as on insert to waste_sorting.users do instead nothing;
      end if;
    end $$;
  create event trigger swallow on ddl_command_end when tag in ('CREATE TABLE') execute function swallow();`
