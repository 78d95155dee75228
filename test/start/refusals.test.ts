import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { prepareDataDir } from '../../src/config/data-dir.js'
import { createClient } from '../support/client.js'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { embeddedFolder, launchMain, startMain } from '../support/main.js'
import { acceptsConnections, freePort, occupyPort } from '../support/ports.js'
import { runProgram, type Ended } from '../support/program.js'

/** It ends badly and says why in one line. */
function assertRefused({ code, stderr }: Ended, line: RegExp): void {
  assert.equal(code, 1, stderr)
  assert.match(stderr, line)
  assert.equal(stderr.split('\n').length, 2, stderr)
}

describe('main when it cannot start', () => {
  after(removeOwnTemplate)

  it('names a port that is in use, and leaves nothing open or locked', async () => {
    const database = await copyOfTemplate()
    const other = await occupyPort()
    const free = await freePort()
    const ended = await launchMain({ ...database.env, PORTS: `${free},${other.port}` }).ended
    assertRefused(ended, new RegExp(`^cannot run: port ${other.port} of 127\\.0\\.0\\.1 is in use`))
    assert.doesNotMatch(ended.stdout, /is up/)
    assert.equal(await acceptsConnections(free), false)
    assert.equal(existsSync(join(database.env.DATA_DIR!, 'lock')), false)
    const metrics = await launchMain({ ...database.env, PORT: String(free), METRICS_PORT: String(other.port) }).ended
    assertRefused(metrics, new RegExp(`port ${other.port} of 127\\.0\\.0\\.1 is in use; set METRICS_PORT to another`))
    await other.release()
    await database.remove()
  })

  it('names the variable of an address that this machine does not have', async () => {
    const database = await copyOfTemplate()
    const metricsPort = String(await freePort())
    for (const [variable, address] of [
      ['HOST', '192.0.2.1'],
      ['HOST', '999.1.1.1'],
      ['METRICS_HOST', '192.0.2.1']
    ] as const) {
      const env = { ...database.env, METRICS_PORT: metricsPort, [variable]: address }
      const line = `^cannot run: ${address} is no address of this machine \\(.*\\); set ${variable} to one\\n`
      assertRefused(await launchMain(env).ended, new RegExp(line))
    }
    await database.remove()
  })

  it('leaves a data folder to the process that holds it', async () => {
    const database = await embeddedFolder()
    const holder = await startMain(database.env)
    const ended = await launchMain(database.env).ended
    assertRefused(ended, new RegExp(`is in use by process ${holder.pid};`))
    assert.equal(await holderOf(join(database.env.DATA_DIR!, 'lock')), String(holder.pid))
    const login = { json: { username: 'usertest', password: 'usertest' } }
    assert.equal((await createClient(holder.origin).post('/api/auth/login', login)).status, 200)
    holder.kill('SIGTERM')
    await holder.ended
    await database.remove()
  })

  it('says which part of the configuration is wrong, and makes nothing', async () => {
    const database = await embeddedFolder()
    const folder = join(database.env.DATA_DIR!, 'new')
    const ended = await launchMain({ DATA_DIR: folder, PASSWORD_MIN_LENGTH: 'x' }).ended
    assertRefused(ended, /^configuration: PASSWORD_MIN_LENGTH must be an integer/)
    assert.equal(existsSync(folder), false)
    await database.remove()
  })

  it('names a key of TOKEN_KEY_DIR that is not there, and makes nothing', async () => {
    const database = await embeddedFolder()
    const folder = join(database.env.DATA_DIR!, 'new')
    const ended = await launchMain({ DATA_DIR: folder, TOKEN_KEY_DIR: database.env.DATA_DIR! }).ended
    assertRefused(ended, /^configuration: TOKEN_KEY_DIR: \/.*\/tms\.pem is not there; make it with: openssl ecparam /)
    assert.equal(existsSync(folder), false)
    await database.remove()
  })

  it('names a data folder that is a file, or lies below one', async () => {
    const database = await embeddedFolder()
    const file = join(database.env.DATA_DIR!, 'file')
    await writeFile(file, '')
    for (const folder of [file, join(file, 'data')]) {
      const ended = await launchMain({ DATA_DIR: folder }).ended
      assertRefused(ended, /^configuration: DATA_DIR .*file.*: a file is in its place; name a folder\n/)
    }
    await database.remove()
  })

  it('names a data folder in a place that takes none', { skip: process.platform !== 'linux' }, async () => {
    for (const folder of ['/proc/quintet', '/proc/quintet/data/x', '/proc/self/quintet', `/tmp/${'x'.repeat(300)}`]) {
      const started = launchMain({ DATA_DIR: folder })
      const deadline = setTimeout(() => started.kill('SIGKILL'), 20_000)
      assertRefused(
        await started.ended,
        /^configuration: DATA_DIR \/.*: no folder can be made there \(E\w+\); name another folder\n/
      )
      clearTimeout(deadline)
    }
  })

  it('makes a data folder for one user alone, and those above it as any other', async () => {
    const database = await embeddedFolder()
    const folder = join(database.env.DATA_DIR!, 'a', 'b')
    prepareDataDir(folder)
    prepareDataDir(folder)
    const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)
    assert.equal(modeOf(folder), '700')
    const plain = join(database.env.DATA_DIR!, 'plain')
    await mkdir(plain)
    assert.equal(modeOf(dirname(folder)), modeOf(plain))
    await database.remove()
  })

  it('says that the database does not answer, without its password', async () => {
    const { env, remove } = await embeddedFolder()
    const port = await freePort()
    for (const host of ['127.0.0.1', 'localhost', 'nowhere.invalid']) {
      const databaseUrl = `postgres://someone:hidden-password@${host}:${port}/x`
      const ended = await launchMain({ ...env, DATABASE_URL: databaseUrl }).ended
      assertRefused(ended, new RegExp(`^cannot run: cannot connect to the database at ${host}:${port}: \\S`))
      assert.equal(ended.stdout, '')
      assert.doesNotMatch(ended.stderr, /hidden-password/)
    }
    await remove()
  })
})

describe('the lock of a data folder', () => {
  after(removeOwnTemplate)

  it('is taken over from a process that is gone', async () => {
    const database = await embeddedFolder()
    const lock = join(database.env.DATA_DIR!, 'lock')
    await writeFile(lock, `${await processThatIsGone()}\n`)
    const server = await startMain(database.env)
    assert.equal(await holderOf(lock), String(server.pid))
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    const left = await readdir(database.env.DATA_DIR!)
    assert.deepEqual(left.sort(), ['postgres', 'token-secret'])
    await database.remove()
  })
})

async function processThatIsGone(): Promise<number> {
  const program = launchMain({ PORT: 'x' })
  await program.ended
  return program.pid
}

describe('config', () => {
  it('prints the configuration without its secrets', async () => {
    const env = { DATABASE_URL: 'postgres://u:hidden-password@db/x', TOKEN_SECRET: 'hidden-secret-0123456789-abcdefgh' }
    const { code, stdout } = await runProgram('src/cli/config.js', { env })
    assert.equal(code, 0)
    assert.doesNotMatch(stdout, /hidden/)
    const shown = JSON.parse(stdout) as Record<string, unknown>
    assert.equal(shown.databaseUrl, 'postgres://u:******@db/x')
    assert.equal(shown.tokenSecret, '******')
    assert.equal(shown.tokenSecretPrevious, null)
    assert.deepEqual(shown.ports, [8000])
  })

  it('says what is wrong with it', async () => {
    assertRefused(await runProgram('src/cli/config.js', { env: { APIS: 'nonsense' } }), /^configuration: APIS must be/)
  })
})

/** The process id on the first line of a lock. */
async function holderOf(lock: string): Promise<string | undefined> {
  return (await readFile(lock, 'utf8')).split('\n')[0]
}
