import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { lockFolder } from '../../src/database/connection/folder-lock.js'

const ID = '0123456789abcdef'
const STARTS = 10
const ROUNDS = 5

describe('lock of the data folder', () => {
  let folder: string
  let path: string
  let other: ChildProcess

  before(async () => {
    other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'])
    await once(other, 'spawn')
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-lock-'))
    path = join(folder, 'lock')
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  after(() => void other.kill('SIGKILL'))

  async function takeAndGiveBack(): Promise<void> {
    const unlock = await lockFolder(folder)
    assert.equal(readFileSync(path, 'utf8').split('\n')[0], String(process.pid))
    await unlock()
    assert.deepEqual(readdirSync(folder), [])
  }

  it('can be taken again after its release', takeAndGiveBack)

  it('is refused while a living process holds it by the file alone', async () => {
    writeFileSync(path, `${other.pid}\n`)
    await assert.rejects(lockFolder(folder), new RegExp(`in use by process ${other.pid};`))
    assert.deepEqual(readdirSync(folder), ['lock'])
  })

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['-e', ''])
    await once(gone, 'exit')
    writeFileSync(path, `${gone.pid}\n`)
    await takeAndGiveBack()
  })

  it('is taken over when another process has reused the id', { skip: !existsSync('/proc/self/stat') }, async () => {
    writeFileSync(path, `${other.pid}\nan earlier boot 4711\n`)
    await takeAndGiveBack()
  })

  it('is refused while its socket answers, even from a process of another PID namespace', async () => {
    const lock = `99999999\nthis boot 4711\n${ID}\nfirst-container\n`
    writeFileSync(path, lock)
    const holder = await listenOn(join(folder, `lock-${ID}.socket`))
    await assert.rejects(lockFolder(folder), /in use by process 99999999 of another container, host first-container;/)
    assert.equal(readFileSync(path, 'utf8'), lock)
    holder.close()
    await takeAndGiveBack()
  })

  it('is refused while an earlier process is taking it', async () => {
    const first = await listenOn(join(folder, `lock-${'0'.repeat(16)}.socket`))
    await assert.rejects(lockFolder(folder), /in use by another process that is starting;/)
    first.close()
    await takeAndGiveBack()
  })

  it('is taken over from a killed process that left its socket', async () => {
    const socket = join(folder, `lock-${ID}.socket`)
    const script = `require('net').createServer().listen(${JSON.stringify(socket)}, () => console.log('up'))`
    const killed = spawn(process.execPath, ['-e', script])
    await once(killed.stdout, 'data')
    writeFileSync(path, `${killed.pid}\n\n${ID}\nhere\n`)
    await assert.rejects(lockFolder(folder), new RegExp(`in use by process ${killed.pid};`))
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    assert.ok(existsSync(socket))
    await takeAndGiveBack()
  })

  it('is held by exactly one of many processes that start at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: STARTS }, () => lockFolder(folder)))
      const won = tries.filter((result) => result.status === 'fulfilled')
      assert.equal(won.length, 1)
      await won[0]!.value()
      assert.deepEqual(readdirSync(folder), [])
    }
  })

  it('holds in a folder whose path is too long for a socket', { skip: !existsSync('/proc/self/fd') }, async () => {
    folder = join(folder, 'x'.repeat(120))
    mkdirSync(folder)
    path = join(folder, 'lock')
    const unlock = await lockFolder(folder, assert.fail)
    assert.equal(readdirSync(folder).filter((name) => name.endsWith('.socket')).length, 1)
    await assert.rejects(lockFolder(folder), /is in use by/)
    await unlock()
    await takeAndGiveBack()
  })
})

async function listenOn(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy()).unref()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return server
}
