import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** A proxy between the server and its database that simulates a bad network. */
export interface TcpProxy {
  port: number
  /** All goes through. Connections that `swallow` has met stay silent, as behind a firewall that forgot them. */
  pass(): void
  /** Every byte is lost, the end of a connection too: neither side hears of the other. */
  swallow(): void
  /** Nothing goes through until `pass`; then all of it does, late. */
  hold(): void
  /** Every byte is this late, in each direction. */
  slow(ms: number): void
  /** Loses the connection of a client that sends `text`, once in `every` times. */
  lose(text: string, how: Loss, every: number): void
  /** How many connections `lose` has lost. */
  losses(): number
  close(): Promise<void>
}

/**
 * `reset before`: both sides learn that it is gone, and the database has not got the text. `reset after`: the same when
 * the database has answered. `silence after`: the database gets the text, and neither side hears of the other again.
 */
export type Loss = 'reset before' | 'reset after' | 'silence after'

type Mode =
  | { kind: 'pass' | 'swallow' }
  | { kind: 'slow'; ms: number }
  | { kind: 'hold'; over: Promise<void> }
  | { kind: 'lose'; text: string; how: Loss; every: number }

interface Link {
  client: Socket
  target: Socket
  /** Nothing goes through any more. */
  silent: boolean
  /** What the answer of the database meets. */
  doom?: Loss
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const links = new Set<Link>()
  let mode: Mode = { kind: 'pass' }
  let release = (): void => {}
  let seen = 0
  let losses = 0

  function lose(link: Link, how: Loss): void {
    losses += 1
    link.silent = true
    if (how === 'silence after') return
    link.client.resetAndDestroy()
    link.target.resetAndDestroy()
  }

  /** True when the bytes may go on. */
  async function treat(link: Link, fromClient: boolean, bytes: Buffer, arrived: number, now: Mode): Promise<boolean> {
    if (now.kind === 'hold') await now.over
    if (now.kind === 'slow') await delay(Math.max(0, arrived + now.ms - performance.now()))
    if (link.doom !== undefined && !fromClient && !link.silent) lose(link, link.doom)
    if (now.kind === 'lose' && fromClient && bytes.includes(now.text) && ++seen % now.every === 0) {
      if (now.how === 'reset before') lose(link, now.how)
      else link.doom = now.how
    }
    return !link.silent
  }

  function forward(link: Link, from: Socket, to: Socket): void {
    let before = Promise.resolve()
    const inOrder = (step: () => Promise<void> | void): void => void (before = before.then(step))
    from.on('data', (bytes) => {
      const [arrived, now] = [performance.now(), mode]
      inOrder(async () => {
        if (await treat(link, from === link.client, bytes, arrived, now)) to.write(bytes)
      })
    })
    from.on('close', () => {
      const now = mode
      inOrder(async () => {
        if (now.kind === 'hold') await now.over
        if (!link.silent) to.destroy()
        if (from.destroyed && to.destroyed) links.delete(link)
      })
    })
    // A reset is followed by `close`.
    from.on('error', () => {})
  }

  function change(next: Mode): void {
    mode = next
    release()
    release = () => {}
  }

  const server = createServer((client) => {
    const link: Link = { client, target: connect(targetPort, '127.0.0.1'), silent: mode.kind === 'swallow' }
    links.add(link)
    forward(link, client, link.target)
    forward(link, link.target, client)
  })
  await listen(server)
  return {
    port: (server.address() as AddressInfo).port,
    pass: () => change({ kind: 'pass' }),
    swallow() {
      change({ kind: 'swallow' })
      for (const link of links) link.silent = true
    },
    hold() {
      let free = (): void => {}
      change({ kind: 'hold', over: new Promise((resolve) => (free = resolve)) })
      release = free
    },
    slow: (ms) => change({ kind: 'slow', ms }),
    lose: (text, how, every) => change({ kind: 'lose', text, how, every }),
    losses: () => losses,
    async close() {
      change({ kind: 'pass' })
      for (const { client, target } of links) [client, target].forEach((socket) => socket.destroy())
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}
