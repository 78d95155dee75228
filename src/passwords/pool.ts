import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { busy } from '../domain-error.js'
import type { PasswordScheme } from './rules.js'
import { hashParameters } from './stored-hash.js'

export type Work =
  { kind: 'hash'; scheme: PasswordScheme; password: string } | { kind: 'verify'; hash: string; password: string }
export type HashJob = Work & { id: number }
export type HashResult = { id: number; value: string | boolean } | { id: number; error: string }

export interface HashPool {
  /** Throws `busy` when the work cannot be done: it takes too long, or ended two processes. */
  run: (work: Work) => Promise<string | boolean>
  /** Jobs that wait for a free process. */
  waiting: () => number
  /** Ends all processes at once, and what they are at. */
  close: () => void
}

export interface PoolOptions {
  /** Processes at once. */
  size: number
  /** Milliseconds that one job may take. */
  patience: number
  /** Told of work that was given up, with what it costs. */
  warn: (details: { hash: string }, message: string) => void
}

interface Job {
  work: Work
  /** Its process ended while it ran. */
  lost: boolean
  resolve: (value: string | boolean) => void
  reject: (error: Error) => void
}

/** A process, with its jobs in the order in which it does them. */
interface Worker {
  child: ChildProcess
  jobs: Map<number, Job>
  timer?: NodeJS.Timeout
}

/** Jobs that a process has at once: one that runs and one that waits in its pipe, so that it never idles. */
const JOBS_PER_WORKER = 2

/** Child processes of low priority, which start with the first job, are replaced when they end, and end with this one. */
export function createHashPool({ size, patience, warn }: PoolOptions): HashPool {
  const workers: Worker[] = []
  const queue: Job[] = []
  let lastId = 0
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
    limitTime(worker)
    if (job !== undefined && 'error' in result) giveUp(job, result.error)
    else if ('value' in result) job?.resolve(result.value)
    dispatch()
  }

  /** The first of its jobs, the one that runs, has all of the time from now on. */
  function limitTime(worker: Worker): void {
    clearTimeout(worker.timer)
    if (worker.jobs.size > 0) worker.timer = setTimeout(() => replace(worker), patience)
  }

  function replace(worker: Worker): void {
    const [slow, ...others] = retire(worker)
    worker.child.kill('SIGKILL')
    if (slow !== undefined) giveUp(slow, `it took more than ${patience} ms`)
    queue.unshift(...others)
    dispatch()
  }

  function lose(worker: Worker): void {
    if (!workers.includes(worker)) return
    const [running, ...others] = retire(worker)
    queue.unshift(...others)
    if (running?.lost) giveUp(running, 'it ended two processes')
    else if (running !== undefined) queue.unshift({ ...running, lost: true })
    if (closed) queue.splice(0).forEach((job) => job.reject(busy()))
    dispatch()
  }

  function retire(worker: Worker): Job[] {
    clearTimeout(worker.timer)
    workers.splice(workers.indexOf(worker), 1)
    return [...worker.jobs.values()]
  }

  function giveUp({ work, reject }: Job, reason: string): void {
    const hash = work.kind === 'verify' ? hashParameters(work.hash) : work.scheme
    warn({ hash }, `a password could not be hashed: ${reason}`)
    reject(busy())
  }

  function dispatch(): void {
    while (queue.length > 0 && !closed) {
      const worker = freeWorker()
      if (worker === undefined) return
      const job = queue.shift()!
      lastId += 1
      worker.jobs.set(lastId, job)
      if (worker.jobs.size === 1) limitTime(worker)
      worker.child.send({ ...job.work, id: lastId } satisfies HashJob, () => {
        // A failed send is followed by the child's `exit`, which gives the job to another.
      })
    }
  }

  function freeWorker(): Worker | undefined {
    const idle = workers.find((worker) => worker.jobs.size === 0)
    if (idle !== undefined) return idle
    if (workers.length < size) return startWorker()
    return workers.find((worker) => worker.jobs.size < JOBS_PER_WORKER)
  }

  return {
    run(work) {
      if (closed) return Promise.reject(busy())
      return new Promise((resolve, reject) => {
        queue.push({ work, lost: false, resolve, reject })
        dispatch()
      })
    },
    waiting: () => queue.length,
    close() {
      closed = true
      workers.forEach(({ child }) => child.kill('SIGKILL'))
    }
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Without the permission hashing merely competes with requests.
  }
}
