import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  /** In the order of the ports that were asked for. */
  ports: number[]
  /** Takes no new connections, lets requests in flight finish, and resolves when all are answered. */
  close(): Promise<void>
}

/** Milliseconds that requests in flight get at a stop. */
const DRAIN_TIMEOUT = 20_000
const HEADERS_TIMEOUT = 20_000
const REQUEST_TIMEOUT = 60_000

/** Listens on every port with one listener; on all of them or on none. */
export async function listen(listener: RequestListener, host: string, ports: number[]): Promise<Listening> {
  const open: Server[] = []
  const close = async (): Promise<void> => {
    await Promise.all(open.map(closeServer))
  }
  try {
    for (const port of ports) open.push(await listenOn(listener, host, port))
  } catch (error) {
    await close()
    throw error
  }
  return { ports: open.map((server) => (server.address() as AddressInfo).port), close }
}

function listenOn(listener: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT }, listener)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} of ${host} is in use; set PORT to another`) : error)
    })
    server.listen(port, host, () => resolve(server))
  })
}

function closeServer(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
