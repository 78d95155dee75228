import { reactive } from 'vue'
import { problemOf, problemText, type Problem } from '../session/problem.ts'

export interface BatchFailure<Item> {
  item: Item
  problem: Problem
  text: string
}

type Work<Item> = (item: Item) => Promise<unknown>

const AT_A_TIME = 4

/** Single calls for many records, and how far they are. */
export interface Batch<Item> {
  done: number
  total: number
  isRunning: boolean
  isStopped: boolean
  failures: BatchFailure<Item>[]
  /** Resolves when all were called, or those that run when it was stopped. */
  run(items: readonly Item[], work: Work<Item>): Promise<void>
  stop(): void
}

/** Calls a few at a time; after 429 all wait as long as the server says. */
export function createBatch<Item>(): Batch<Item> {
  const batch = reactive({
    done: 0,
    total: 0,
    isRunning: false,
    isStopped: false,
    failures: [],
    stop: () => void (batch.isStopped = true),
    async run(items: readonly Item[], work: Work<Item>) {
      Object.assign(batch, { done: 0, total: items.length, isRunning: true, isStopped: false, failures: [] })
      const queue = [...items]
      const call = caller(batch, work)
      const worker = async (): Promise<void> => {
        for (let item = queue.shift(); item !== undefined && !batch.isStopped; item = queue.shift()) await call(item)
      }
      await Promise.all(Array.from({ length: AT_A_TIME }, worker))
      batch.isRunning = false
    }
  }) as Batch<Item>
  return batch
}

function caller<Item>(batch: Batch<Item>, work: Work<Item>): (item: Item) => Promise<void> {
  let pause = Promise.resolve()
  return async (item) => {
    for (;;) {
      await pause
      if (batch.isStopped) return
      try {
        await work(item)
      } catch (error) {
        const problem = problemOf(error)
        const { status, retryAfter } = problem
        if (status === 429 && retryAfter !== undefined) {
          pause = new Promise((resolve) => setTimeout(resolve, retryAfter * 1000))
          continue
        }
        batch.failures.push({ item, problem, text: problemText(problem) })
      }
      batch.done += 1
      return
    }
  }
}
