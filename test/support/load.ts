import { setTimeout as delay } from 'node:timers/promises'
import { WriteLog } from './write-log.js'
import { isGood, send, type Answered, type Sent } from './send.js'
import { createWriter, logIn, logInAsAdministrator } from './writer.js'

/** Clients that read and write without end, each waiting for its answer before it goes on. */
export interface Load {
  writeLog: WriteLog
  /** Every answer until now, in the order of arrival. */
  answers: Answered[]
  /** Resolves when every client has got this many good answers from now on; throws after `withinMs`. */
  untilAllGood(count: number, withinMs: number): Promise<void>
  /** Ends it when the requests in flight are answered. */
  stop(): Promise<void>
}

export interface LoadSize {
  writers: number
  readers: number
  /** Milliseconds between an answer and the next request of the same client. */
  pause?: number
}

/** Milliseconds before the next request after one that failed. */
const AFTER_FAILURE = 50
const LOOK_EVERY = 10

/** Starts it against a server with the sample accounts and the APIs tms and waste-sorting. */
export async function startLoad(origin: string, { writers, readers, pause = 0 }: LoadSize): Promise<Load> {
  const writeLog = new WriteLog()
  const answers: Answered[] = []
  const clients: (() => Promise<Answered>)[] = []
  for (let index = 0; index < writers; index += 1) {
    const writer = await createWriter(origin, `load-${index}`, writeLog)
    clients.push(() => writer.next())
  }
  const reads = readers > 0 ? await readsOf(origin) : []
  for (let index = 0; index < readers; index += 1) {
    let count = index
    clients.push(() => send(origin, reads[count++ % reads.length]!))
  }

  let stopped = false
  const good = clients.map(() => 0)
  async function run(client: () => Promise<Answered>, index: number): Promise<void> {
    while (!stopped) {
      const answered = await client()
      answers.push(answered)
      if (isGood(answered)) good[index]! += 1
      await delay(isGood(answered) ? pause : AFTER_FAILURE)
    }
  }
  const running = clients.map(run)

  return {
    writeLog,
    answers,
    async untilAllGood(count, withinMs) {
      const before = [...good]
      const deadline = performance.now() + withinMs
      while (good.some((now, index) => now - before[index]! < count)) {
        if (performance.now() > deadline) {
          const last = answers.filter((answered) => !isGood(answered)).slice(-3)
          throw new Error(`no good answers again within ${withinMs} ms: ${JSON.stringify(last)}`)
        }
        await delay(LOOK_EVERY)
      }
    },
    async stop() {
      stopped = true
      await Promise.all(running)
    }
  }
}

async function readsOf(origin: string): Promise<Sent[]> {
  const [token, admin] = [await logIn(origin, '21089', 'zhou0914.'), await logInAsAdministrator(origin)]
  const read = (path: string, as: string): Sent => ({ method: 'GET', path, token: as })
  return [
    read('/tms/user/me', token),
    read('/tms/task/list?page=1&limit=5', token),
    read('/api/admin/users?page=1&limit=5', admin),
    read('/tms/user/list?page=1&limit=5', token)
  ]
}
