import { randomUUID } from 'node:crypto'
import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism, constants, setPriority } from 'node:os'
import { refusalOf } from '../database/failures.js'
import { Refusal } from '../refusal.js'
import type { PasswordScheme } from './rules.js'

type Work =
  { kind: 'hash'; scheme: PasswordScheme; password: string } | { kind: 'verify'; hash: string; password: string }
export type HashJob = Work & { id: number }
export type HashResult = { id: number; value: string | boolean } | { id: number; error: string }

export interface PasswordHasher {
  /**
   * Runs what is going to hash or verify when its turn comes, or throws `busy` before any of it: a flood costs nobody a
   * try, and takes no more of the database's connections than keep the children at work.
   */
  admit<Result>(work: () => Promise<Result>): Promise<Result>
  /** Throws `busy`. */
  hash(scheme: PasswordScheme, password: string): Promise<string>
  /** True when the password is the one of a bcrypt or argon2 hash. Only for work that is admitted. */
  verify(hash: string, password: string): Promise<boolean>
  /** Takes the time of a `verify` that fails, for an account that does not exist. */
  verifyNothing(scheme: PasswordScheme, password: string): Promise<void>
  /** Work that waits for its turn, and jobs that wait for a free child. */
  queueLength(): number
  close(): void
}

interface Waiting {
  work: Work
  resolve(value: string | boolean): void
  reject(error: Error): void
}

/** Admitted work that waits for its turn. */
interface Turn {
  begin(): void
  refuse(error: Error): void
}

interface Worker {
  child: ChildProcess
  jobs: Map<number, Waiting>
}

/** Work that may wait for one child, some eight seconds of bcrypt at cost 10. */
const WAITING_PER_WORKER = 128
/** Jobs that a child has at once: one that runs and one that waits in its pipe, so that it never idles. */
const JOBS_PER_WORKER = 2
/** Admitted work at once for each child: what its jobs belong to, and as much that is at the database meanwhile. */
const WORK_PER_WORKER = 4

/**
 * Hashes in child processes of low priority, one for each core that `sharers` processes like this one leave it: neither
 * the event loop nor its thread pool waits for a password. Work that enough others wait for is refused as `busy`.
 * Children start with the first job.
 */
export function createPasswordHasher(sharers = 1): PasswordHasher {
  const size = Math.ceil(availableParallelism() / sharers)
  const limit = size * WAITING_PER_WORKER
  const workers: Worker[] = []
  const queue: Waiting[] = []
  let lastId = 0
  const turns: Turn[] = []
  let atWork = 0
  let closed = false

  function startWorker(): Worker {
    const child = fork(new URL('./worker.js', import.meta.url), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    })
    const worker: Worker = { child, jobs: new Map() }
    workers.push(worker)
    if (child.pid !== undefined) lowerPriority(child.pid)
    child.on('message', (result: HashResult) => finish(worker, result))
    child.on('error', () => lose(worker))
    child.on('exit', () => lose(worker))
    return worker
  }

  function finish(worker: Worker, result: HashResult): void {
    const job = worker.jobs.get(result.id)
    worker.jobs.delete(result.id)
    if ('error' in result) job?.reject(new Error(`hashing failed: ${result.error}`))
    else job?.resolve(result.value)
    dispatch()
  }

  /** A child that died gives its jobs to the others. */
  function lose(worker: Worker): void {
    const index = workers.indexOf(worker)
    if (index < 0) return
    workers.splice(index, 1)
    const jobs = [...worker.jobs.values()]
    if (closed) jobs.forEach((job) => job.reject(busy()))
    else queue.unshift(...jobs)
    dispatch()
  }

  function dispatch(): void {
    while (queue.length > 0 && !closed) {
      const worker = freeWorker()
      if (worker === undefined) return
      const job = queue.shift() as Waiting
      lastId += 1
      worker.jobs.set(lastId, job)
      worker.child.send({ ...job.work, id: lastId } satisfies HashJob, () => {
        // A failed send is followed by the child's `exit`, which requeues the job.
      })
    }
  }

  function freeWorker(): Worker | undefined {
    const idle = workers.find((worker) => worker.jobs.size === 0)
    if (idle !== undefined) return idle
    if (workers.length < size) return startWorker()
    return workers.find((worker) => worker.jobs.size < JOBS_PER_WORKER)
  }

  function run(work: Work): Promise<string | boolean> {
    if (closed) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      queue.push({ work, resolve, reject })
      dispatch()
    })
  }

  async function hash(scheme: PasswordScheme, password: string): Promise<string> {
    if (queue.length >= limit) throw busy()
    return run({ kind: 'hash', scheme, password }) as Promise<string>
  }

  const verify = (stored: string, password: string) =>
    run({ kind: 'verify', hash: stored, password }) as Promise<boolean>
  const nobodysHash = new Map<PasswordScheme, Promise<string>>()

  return {
    async admit(work) {
      if (turns.length >= limit) throw busy()
      if (atWork < size * WORK_PER_WORKER) atWork += 1
      else await new Promise<void>((begin, refuse) => turns.push({ begin, refuse }))
      try {
        return await work()
      } catch (error) {
        // A database that is away would let those who wait for their turn fail one after the other.
        if (refusalOf(error)?.code === 'unavailable') turns.splice(0).forEach(({ refuse }) => refuse(busy()))
        throw error
      } finally {
        const next = turns.shift()
        if (next === undefined) atWork -= 1
        else next.begin()
      }
    },
    hash,
    verify,
    async verifyNothing(scheme, password) {
      const stored = nobodysHash.get(scheme) ?? hash(scheme, randomUUID())
      nobodysHash.set(scheme, stored)
      stored.catch(() => nobodysHash.delete(scheme))
      await verify(await stored, password)
    },
    queueLength: () => turns.length + queue.length,
    close() {
      closed = true
      workers.forEach((worker) => worker.child.disconnect())
    }
  }
}

function busy(): Refusal {
  return new Refusal('busy', { retryAfter: 1 })
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Without the permission hashing merely competes with requests.
  }
}
