import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { HashJob, HashResult, Work } from './hash-job.js'

export interface Job {
  work: Work
  /** Its process ended while it ran. */
  lost: boolean
  resolve: (value: string | boolean) => void
  reject: (error: Error) => void
}

export interface ProcessEvents {
  result: (job: Job | undefined, result: HashResult) => void
  /** Its first job takes longer than it may. */
  slow: () => void
  end: () => void
}

/** A child process of low priority, with its jobs in the order in which it does them. */
export class HashProcess {
  readonly #child: ChildProcess
  readonly #jobs = new Map<number, Job>()
  #lastId = 0
  #timer: NodeJS.Timeout | undefined

  /** `patience`: milliseconds that one job may take. */
  constructor(
    readonly patience: number,
    readonly events: ProcessEvents
  ) {
    this.#child = fork(new URL('./worker.js', import.meta.url), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    })
    if (this.#child.pid !== undefined) lowerPriority(this.#child.pid)
    this.#child.on('message', (result: HashResult) => this.#finish(result))
    this.#child.on('error', events.end)
    this.#child.on('exit', events.end)
  }

  /** Jobs that are not done. */
  get load(): number {
    return this.#jobs.size
  }

  give(job: Job): void {
    this.#lastId += 1
    this.#jobs.set(this.#lastId, job)
    if (this.#jobs.size === 1) this.#limitTime()
    this.#child.send({ ...job.work, id: this.#lastId } satisfies HashJob, () => {
      // A failed send is followed by the child's `exit`, which gives the job to another.
    })
  }

  /** Takes away its jobs: the one that runs, and those that wait for it. */
  takeJobs(): Job[] {
    clearTimeout(this.#timer)
    const jobs = [...this.#jobs.values()]
    this.#jobs.clear()
    return jobs
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  #finish(result: HashResult): void {
    const job = this.#jobs.get(result.id)
    this.#jobs.delete(result.id)
    this.#limitTime()
    this.events.result(job, result)
  }

  /** The first of its jobs, the one that runs, has all of the time from now on. */
  #limitTime(): void {
    clearTimeout(this.#timer)
    if (this.#jobs.size > 0) this.#timer = setTimeout(this.events.slow, this.patience)
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Without the permission hashing merely competes with requests.
  }
}
