import { reactive } from 'vue'
import { problemOf, problemText, type Problem } from '../session/problem.ts'
import { createPace } from './pace.ts'

export interface BatchFailure<Item> {
  item: Item
  problem: Problem
  text: string
}

type Work<Item> = (item: Item) => Promise<unknown>

/** As many calls run at once. */
export const AT_A_TIME = 4

/** Single calls for many records, and how far they are. */
export interface Batch<Item> {
  done: number
  total: number
  isRunning: boolean
  failures: BatchFailure<Item>[]
  /** Resolves when all were called, or those that run when it was stopped. */
  run(items: readonly Item[], work: Work<Item>): Promise<void>
  stop(): void
}

/** Calls a few at a time; after 429 all wait as long as the server says. */
export function createBatch<Item>(): Batch<Item> {
  let controller = new AbortController()
  const batch = reactive({
    done: 0,
    total: 0,
    isRunning: false,
    failures: [],
    stop: () => controller.abort(),
    async run(items: readonly Item[], work: Work<Item>) {
      controller = new AbortController()
      const { signal } = controller
      Object.assign(batch, { done: 0, total: items.length, isRunning: true, failures: [] })
      const queue = [...items]
      const call = caller(batch, work, signal)
      const worker = async (): Promise<void> => {
        for (let item = queue.shift(); item !== undefined && !signal.aborted; item = queue.shift()) await call(item)
      }
      await Promise.all(Array.from({ length: AT_A_TIME }, worker))
      batch.isRunning = false
    }
  }) as Batch<Item>
  return batch
}

function caller<Item>(batch: Batch<Item>, work: Work<Item>, signal: AbortSignal): (item: Item) => Promise<void> {
  const pace = createPace(signal)
  return async (item) => {
    try {
      if (!(await pace(() => work(item)))) return
    } catch (error) {
      const problem = problemOf(error)
      batch.failures.push({ item, problem, text: problemText(problem) })
    }
    batch.done += 1
  }
}
