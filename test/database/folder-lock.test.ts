import { after, before, describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockFolder } from '../../src/database/folder-lock.js'

describe('lock of the data folder', () => {
  let folder: string
  let path: string
  let other: ChildProcess

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-lock-'))
    path = join(folder, 'lock')
    other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'])
    await once(other, 'spawn')
  })

  after(() => {
    other.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  it('is given back', () => {
    const unlock = lockFolder(folder)
    assert.equal(readFileSync(path, 'utf8').split('\n')[0], String(process.pid))
    unlock()
    assert.equal(existsSync(path), false)
  })

  it('is refused while the process that holds it lives', () => {
    writeFileSync(path, `${other.pid}\n`)
    assert.throws(() => lockFolder(folder), new RegExp(`in use by process ${other.pid};`))
    rmSync(path)
  })

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['-e', ''])
    await once(gone, 'exit')
    writeFileSync(path, `${gone.pid}\n`)
    lockFolder(folder)()
  })

  it('is taken over when another process has got the id since', { skip: !existsSync('/proc/self/stat') }, () => {
    writeFileSync(path, `${other.pid}\nan earlier boot 4711\n`)
    lockFolder(folder)()
  })
})
