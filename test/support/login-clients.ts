import { parentPort, workerData } from 'node:worker_threads'
import { createClient } from './client.js'
import { traitsOf } from '../apis/index.js'

/** Clients of tms who log in at the same moment, each from an address of their own. */
export interface LoginClients {
  origin: string
  name: string
  password: string
  clients: number
}

/** What became of a login. */
export interface Tried {
  status: number
  retryAfter: string | null
  /** Milliseconds until the answer. */
  ms: number
}

/* A thread of its own, so that the answers to hundreds of logins do not delay those that the test measures. */
if (parentPort !== null) {
  const { origin, name, password, clients } = workerData as LoginClients
  const tried = Array.from({ length: clients }, async (_, index): Promise<Tried> => {
    const address = `10.0.${Math.floor(index / 250)}.${(index % 250) + 1}`
    const from = performance.now()
    const answer = await traitsOf.tms.login(createClient(origin, { 'x-forwarded-for': address }), name, password)
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), ms: performance.now() - from }
  })
  parentPort.postMessage(await Promise.all(tried))
}
