import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { endStalled } from './end-stalled.js'
import { finishByClose } from './on-finished-by-close.js'

/** What answers a request; a promise of its own must not fail. */
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** What answers bytes that Node cannot read as a request. */
type Unreadable = (error: Error, socket: Duplex) => void

interface Address {
  host: string
  port: number
}

interface OpenServer {
  server: Server
  sockets: Set<Socket>
  /** Ends the look for clients that take nothing. */
  stopLooking: () => void
}

export interface Listening {
  /** In the order of the requested ports. */
  ports: number[]
  /** Takes no new connections, lets requests in flight finish, and resolves when all are answered. */
  close: () => Promise<void>
}

/** Milliseconds that requests in flight get at a stop. */
export const DRAIN_TIMEOUT = 20_000
/** Milliseconds after which connections without a request are closed at a stop, again and again. */
const SWEEP_EVERY = 200
/** Longer than balancers keep an idle connection (60 s), so that it is never closed under a request on its way. */
const KEEP_ALIVE_TIMEOUT = 75_000
const HEADERS_TIMEOUT = 20_000
const REQUEST_TIMEOUT = 60_000
/** How often the server looks for connections that are past these two, which thousands of slow ones may be. */
const CHECK_EVERY = 2_000
/** Milliseconds in which a client takes nothing of its answer, after which the answer is ended. */
const STALL_TIMEOUT = 60_000

export interface ListenSettings {
  unreadable?: Unreadable
  stallTimeout?: number
  requestTimeout?: number
  variables?: Variables
}

/** What an error names. */
interface Variables {
  host: string
  port: string
}

/** Listens on every port with one listener; on all of them or on none. */
export async function listen(
  listener: Listener,
  host: string,
  ports: number[],
  settings: ListenSettings = {}
): Promise<Listening> {
  const open: OpenServer[] = []
  const close = async (): Promise<void> => void (await Promise.all(open.map(closeServer)))
  try {
    for (const port of ports) open.push(await listenOn(withoutWaiting(listener), { host, port }, settings))
  } catch (error) {
    await close()
    throw error
  }
  return { ports: open.map(({ server }) => (server.address() as AddressInfo).port), close }
}

function withoutWaiting(listener: Listener): RequestListener {
  return (request, response) => {
    finishByClose(response)
    void listener(request, response)
  }
}

function listenOn(answer: RequestListener, at: Address, settings: ListenSettings): Promise<OpenServer> {
  const { unreadable, stallTimeout = STALL_TIMEOUT, variables = { host: 'HOST', port: 'PORT' } } = settings
  const server = createServer(optionsOf(settings), answer)
  // Their bytes are limited. Beyond a number of them Node 20 would leave out the rest, and later ones answer 431.
  server.maxHeadersCount = 0
  if (unreadable !== undefined) answerUnreadable(server, unreadable, answer)
  const sockets = socketsOf(server)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, at, variables)))
    server.listen(at, () => resolve({ server, sockets, stopLooking: endStalled(sockets, stallTimeout) }))
  })
}

function optionsOf({ unreadable, requestTimeout = REQUEST_TIMEOUT }: ListenSettings): ServerOptions {
  return {
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    headersTimeout: Math.min(HEADERS_TIMEOUT, requestTimeout),
    requestTimeout,
    connectionsCheckingInterval: CHECK_EVERY,
    // The listener refuses in words what Node would in none.
    requireHostHeader: unreadable === undefined
  }
}

function answerUnreadable(server: Server, unreadable: Unreadable, answer: RequestListener): void {
  server.on('clientError', unreadable)
  server.on('connect', (_request, socket) => unreadable(new Error('CONNECT'), socket))
  // Nothing but `100-continue` can be expected, and what cannot may be ignored.
  server.on('checkExpectation', answer)
}

function socketsOf(server: Server): Set<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

function inWords(error: NodeJS.ErrnoException, { host, port }: Address, variables: Variables): Error {
  const noAddress = `${host} is no address of this machine (${error.message}); set ${variables.host} to one`
  const words: Record<string, string> = {
    EADDRINUSE: `port ${port} of ${host} is in use; set ${variables.port} to another`,
    EACCES: `port ${port} of ${host} is not open to this user; set ${variables.port} to another`,
    EADDRNOTAVAIL: noAddress,
    EAI_AGAIN: noAddress,
    ENOTFOUND: noAddress
  }
  const found = words[error.code ?? '']
  return found === undefined ? error : new Error(found)
}

/** Browsers keep connections open after a request, and open some before they have one: neither kind is waited for. */
function closeServer({ server, sockets, stopLooking }: OpenServer): Promise<void> {
  const sweep = setInterval(() => {
    server.closeIdleConnections()
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  }, SWEEP_EVERY)
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT)
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(force)
      stopLooking()
      resolve()
    })
  })
}
