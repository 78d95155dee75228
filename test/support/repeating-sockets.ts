import { connect } from 'node:net'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** Connections that send the same again as soon as it is answered, from a thread of their own. */
export interface Repeating {
  port: number
  /** Whole requests, given to the connections in turn; `00000000` in them becomes another number each time. */
  requests: string[]
  connections: number
}

/** Answers by status. */
export type Answers = Record<string, number>

export interface Repeaters {
  /** Answers since the last call. */
  count(): Promise<Answers>
  stop(): Promise<unknown>
}

const PLACEHOLDER = '00000000'

export function startRepeating(data: Repeating): Repeaters {
  const worker = new Worker(new URL(import.meta.url), { workerData: data })
  return {
    count() {
      worker.postMessage('count')
      return new Promise((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
      })
    },
    stop: () => worker.terminate()
  }
}

if (parentPort !== null) repeat(workerData as Repeating)

function repeat({ port, requests, connections }: Repeating): void {
  let answers: Answers = {}
  let number = 0
  const open = (request: string): void => {
    const send = (): void => {
      number += 1
      socket.write(request.replace(PLACEHOLDER, String(number).padStart(PLACEHOLDER.length, '0')))
    }
    const socket = connect(port, '127.0.0.1', send).setEncoding('latin1')
    socket.on('data', (text: string) => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      if (status === undefined) return
      answers[status] = (answers[status] ?? 0) + 1
      send()
    })
    socket.on('error', () => {})
    socket.on('close', () => open(request))
  }
  for (let index = 0; index < connections; index += 1) open(requests[index % requests.length]!)
  parentPort!.on('message', () => {
    parentPort!.postMessage(answers)
    answers = {}
  })
}
