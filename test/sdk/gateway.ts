import { EventEmitter, once } from 'node:events'
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { userLoginRealm } from '../../src/realms/user-login.js'
import { freshEmail, signedUp, tokenEnding } from '../support/accounts.js'
import { startServer } from '../support/server.js'

/** As `test/sdk/consumer/orders.ts` has it. */
interface Orders {
  path: string
  answers?: { status: number; headers?: Record<string, string>; body: string; breaks?: boolean }[]
  holdUntil?: { path: string; count: number }
  /** Keeps the server's successes back until a refusal has been passed on. */
  refusalsFirst?: boolean
}

export interface Gateway {
  origin: string
  /** What to do with the next requests to a path. */
  tell(orders: Orders): void
  /** How many requests to this path have come. */
  seen(path: string): number
  /** A token of a new account of user-login that ends in these seconds. */
  tokenEnding(seconds: number): Promise<string>
  stop(): Promise<void>
}

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' }

/**
 * A server on a port of its own behind a gateway, which passes requests on, counts them, and holds or answers them itself
 * when it is told to: what a client must be able to bear and no server does on demand.
 */
export async function startGateway(): Promise<Gateway> {
  const server = await startServer()
  const orders = new Map<string, Orders>()
  const seen = new Map<string, number>()
  const headers = new Map<string, IncomingHttpHeaders>()
  const held = new Set<() => void>()
  const refusals = new EventEmitter()

  const tell: Gateway['tell'] = (order) => {
    orders.set(order.path, order)
    release()
  }
  const count: Gateway['seen'] = (path) => seen.get(path) ?? 0
  const makeToken: Gateway['tokenEnding'] = async (seconds) => {
    const { account } = await signedUp(server, userLoginRealm, { name: freshEmail() })
    return tokenEnding(server, userLoginRealm, account, seconds)
  }
  const services: Record<string, (url: URL, incoming: IncomingMessage) => Promise<string>> = {
    '/_gateway/orders': async (_, incoming) => {
      tell(JSON.parse(await text(incoming)) as Orders)
      return ''
    },
    '/_gateway/seen': async (url) => String(count(url.searchParams.get('path')!)),
    '/_gateway/headers': async (url) => JSON.stringify(headers.get(url.searchParams.get('path')!) ?? {}),
    '/_gateway/token': (url) => makeToken(Number(url.searchParams.get('seconds')))
  }

  function release(): void {
    for (const look of held) look()
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url!, server.origin)
    const service = services[url.pathname]
    if (service !== undefined) return void outgoing.writeHead(200, CORS).end(await service(url, incoming))
    if (incoming.method !== 'OPTIONS') {
      seen.set(url.pathname, count(url.pathname) + 1)
      headers.set(url.pathname, incoming.headers)
      release()
      await new Promise<void>((resolve) => {
        const look = (): void => {
          const until = orders.get(url.pathname)?.holdUntil
          if (until !== undefined && count(until.path) < until.count) return
          held.delete(look)
          resolve()
        }
        held.add(look)
        look()
      })
      const own = orders.get(url.pathname)?.answers?.shift()
      if (own !== undefined) {
        outgoing.writeHead(own.status, { ...CORS, ...own.headers })
        if (own.breaks) return void outgoing.write(own.body, () => outgoing.destroy())
        return void outgoing.end(own.body)
      }
    }
    const onward = request(url, { method: incoming.method, headers: incoming.headers }, (response) => {
      const pass = (): void => {
        outgoing.writeHead(response.statusCode!, response.headers)
        response.pipe(outgoing).on('finish', () => refused && refusals.emit(url.pathname))
      }
      const refused = response.statusCode! >= 400
      if (!refused && orders.get(url.pathname)?.refusalsFirst) refusals.once(url.pathname, pass)
      else pass()
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }

  const gateway = createServer((incoming, outgoing) => void answer(incoming, outgoing)).listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  return {
    origin: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    tell,
    seen: count,
    tokenEnding: makeToken,
    async stop() {
      gateway.closeAllConnections()
      gateway.close()
      await server.stop()
    }
  }
}
