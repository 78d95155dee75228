import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createPasswordHasher, type PasswordHasher } from '../../src/passwords/hasher.js'
import { DomainError } from '../../src/domain-error.js'
import { GOOD_HASHES, HASHED_PASSWORD } from '../support/hashes.js'
import { processesBelow } from '../support/processes.js'

/** More than a process takes to start on a busy machine. */
const PATIENCE_MS = 10_000
/** Takes seconds. */
const SLOW_HASH = GOOD_HASHES['bcrypt $2b$'].replace('$04$', '$15$')
const HASH = GOOD_HASHES['bcrypt $2b$']

describe('the hashing processes', () => {
  const warnings: string[] = []
  const warn = ({ hash }: { hash: string }, message: string) => void warnings.push(`${hash} ${message}`)
  const verify = () => hasher.verify(HASH, HASHED_PASSWORD)
  let hasher: PasswordHasher

  before(async () => {
    // As many sharers as leave one process.
    hasher = createPasswordHasher({ sharers: 1024, patience: PATIENCE_MS, warn })
    await verify()
  })
  after(() => hasher.close())

  it('are replaced when a job takes too long; other jobs continue', { timeout: 60_000 }, async () => {
    const [stopped] = processesBelow(process.pid)
    process.kill(stopped!, 'SIGSTOP')
    const [slow, ...others] = await Promise.allSettled([verify(), verify(), verify()])
    assert.ok(isBusy(slow))
    assert.deepEqual(others.map(valueOf), [true, true])
    assert.deepEqual(warnings.splice(0), ['$2b$04 a password could not be hashed: it took more than 10000 ms'])
    assert.equal(processesBelow(process.pid).includes(stopped!), false)
  })

  it('repeat a job lost with a killed process, but give up one that kills two', { timeout: 60_000 }, async () => {
    const [stopped] = processesBelow(process.pid)
    process.kill(stopped!, 'SIGSTOP')
    const lost = verify()
    process.kill(stopped!, 'SIGKILL')
    assert.equal(await lost, true)
    const ending = Promise.allSettled([hasher.verify(SLOW_HASH, HASHED_PASSWORD)])
    const [first] = processesBelow(process.pid)
    process.kill(first!, 'SIGKILL')
    let other: number | undefined
    while (other === undefined) {
      await new Promise(setImmediate)
      other = processesBelow(process.pid).find((pid) => pid !== first)
    }
    process.kill(other, 'SIGKILL')
    assert.ok(isBusy((await ending)[0]))
    assert.deepEqual(warnings.splice(0), ['$2b$15 a password could not be hashed: it ended two processes'])
    assert.equal(await verify(), true)
  })
})

function isBusy(result: PromiseSettledResult<boolean> | undefined): boolean {
  return result?.status === 'rejected' && result.reason instanceof DomainError && result.reason.code === 'busy'
}

function valueOf(result: PromiseSettledResult<boolean>): boolean | undefined {
  return result.status === 'fulfilled' ? result.value : undefined
}
