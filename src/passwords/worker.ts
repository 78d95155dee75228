import { hashPassword, verifyPassword } from './schemes.js'
import type { HashJob, HashResult } from './hash-job.js'

/** One job at a time, so that a process takes one core and the memory of one hash. */
let last: Promise<void> = Promise.resolve()

process.on('message', (job: HashJob) => {
  last = last.then(() => run(job))
})

// The parent has stopped or died. `process.exit` would wait for the hash that a thread is at work on.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Signals of the terminal are the parent's to handle.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

async function run(job: HashJob): Promise<void> {
  try {
    const value =
      job.kind === 'hash' ? await hashPassword(job.scheme, job.password) : await verifyPassword(job.hash, job.password)
    send({ id: job.id, value })
  } catch (error) {
    send({ id: job.id, error: (error as Error).message })
  }
}

function send(result: HashResult): void {
  process.send?.(result, undefined, undefined, () => {
    // A parent that is gone needs no answer.
  })
}
