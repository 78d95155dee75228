import { busy } from '../domain-error.js'
import type { HashResult, Work } from './hash-job.js'
import { HashProcess, type Job } from './hash-process.js'
import { hashParameters } from './stored-hash.js'

export interface PoolOptions {
  size: number
  /** Milliseconds that one job may take. */
  patience: number
  /** Called for work that is given up, with what it costs. */
  warn: (details: { hash: string }, message: string) => void
}

/** Jobs that a process has at once: one that runs and one that waits in its pipe, so that it never idles. */
const JOBS_PER_PROCESS = 2

/** Child processes that start with the first job, are replaced when they end, and end with this one. */
export class HashPool {
  readonly #processes = new Set<HashProcess>()
  readonly #queue: Job[] = []
  #closed = false

  constructor(readonly options: PoolOptions) {}

  /** Throws `busy` when the work cannot be done: it takes too long, or ended two processes. */
  run(work: Work): Promise<string | boolean> {
    if (this.#closed) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      this.#queue.push({ work, lost: false, resolve, reject })
      this.#dispatch()
    })
  }

  /** Jobs that wait for a free process. */
  get waiting(): number {
    return this.#queue.length
  }

  /** Ends all processes at once, and what they are at. */
  close(): void {
    this.#closed = true
    for (const child of this.#processes) child.kill()
  }

  #dispatch(): void {
    while (!this.#closed) {
      const [job] = this.#queue
      const child = job && this.#freeProcess()
      if (job === undefined || child === undefined) return
      this.#queue.shift()
      child.give(job)
    }
  }

  #freeProcess(): HashProcess | undefined {
    const processes = [...this.#processes]
    const idle = processes.find(({ load }) => load === 0)
    if (idle !== undefined) return idle
    if (processes.length < this.options.size) return this.#start()
    return processes.find(({ load }) => load < JOBS_PER_PROCESS)
  }

  #start(): HashProcess {
    const child: HashProcess = new HashProcess(this.options.patience, {
      result: (job, result) => this.#finish(job, result),
      slow: () => this.#replace(child),
      end: () => this.#lose(child)
    })
    this.#processes.add(child)
    return child
  }

  #finish(job: Job | undefined, result: HashResult): void {
    if (job !== undefined && 'error' in result) this.#giveUp(job, result.error)
    else if ('value' in result) job?.resolve(result.value)
    this.#dispatch()
  }

  #replace(child: HashProcess): void {
    this.#processes.delete(child)
    const [slow, ...others] = child.takeJobs()
    child.kill()
    if (slow !== undefined) this.#giveUp(slow, `it took more than ${this.options.patience} ms`)
    this.#queue.unshift(...others)
    this.#dispatch()
  }

  #lose(child: HashProcess): void {
    if (!this.#processes.delete(child)) return
    const [running, ...others] = child.takeJobs()
    this.#queue.unshift(...others)
    if (running?.lost) this.#giveUp(running, 'it ended two processes')
    else if (running !== undefined) this.#queue.unshift({ ...running, lost: true })
    if (this.#closed) this.#queue.splice(0).forEach((job) => job.reject(busy()))
    this.#dispatch()
  }

  #giveUp({ work, reject }: Job, reason: string): void {
    const hash = work.kind === 'verify' ? hashParameters(work.hash) : work.scheme
    this.options.warn({ hash }, `a password could not be hashed: ${reason}`)
    reject(busy())
  }
}
