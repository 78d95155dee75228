import type { HashJob, HashResult, Work } from './hash-job.js'
import { hashPassword, verifyPassword } from './schemes.js'

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
    send({ id: job.id, value: await resultOf(job) })
  } catch (error) {
    send({ id: job.id, error: (error as Error).message })
  }
}

function resultOf(work: Work): Promise<string | boolean> {
  if (work.kind === 'verify') return verifyPassword(work.hash, work.password)
  return hashPassword(work.scheme, work.cost, work.password)
}

function send(result: HashResult): void {
  process.send?.(result, undefined, undefined, () => {
    // A parent that is gone needs no answer.
  })
}
