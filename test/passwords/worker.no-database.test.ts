import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'

/** Seconds of work. */
const SLOW_HASH = `$argon2id$v=19$m=262144,t=16,p=1$c29tZXNhbHRzb21lc2FsdA$${'A'.repeat(43)}`

describe('a hashing process', () => {
  it('is killed in the middle of a hash when its parent is gone', async () => {
    const child = fork(new URL('../../src/passwords/worker.js', import.meta.url), { execArgv: [] })
    const send = (job: object): void => void child.send(job)
    send({ id: 1, kind: 'verify', hash: '', password: 'x' })
    await once(child, 'message')
    send({ id: 2, kind: 'verify', hash: SLOW_HASH, password: 'x' })
    child.disconnect()
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL'])
  })
})
