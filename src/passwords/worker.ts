import { hashPassword, verifyPassword } from './schemes.js'
import type { HashJob, HashResult } from './hasher.js'

process.on('message', (job: HashJob) => {
  const work = job.kind === 'hash' ? hashPassword(job.scheme, job.password) : verifyPassword(job.hash, job.password)
  work.then(
    (value) => send({ id: job.id, value }),
    (error: Error) => send({ id: job.id, error: error.message })
  )
})

// The parent closes the channel when it stops; signals of the terminal are the parent's to handle.
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

function send(result: HashResult): void {
  process.send?.(result, undefined, undefined, () => {
    // A parent that is gone needs no answer.
  })
}
