import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Clients of one kind that take their time. */
export interface SlowSockets {
  /** Milliseconds that each lived until the server ended it. */
  lifetimes: number[]
  /** How many are open still. */
  open(): number
  /** Ends what is open. */
  close(): void
}

const AT_ONCE = 100
const BYTE_EVERY_MS = 1_000
/** A round of writes is spread over so many turns. */
const TURNS = 50
const BODY_BYTES = 10_000

/** What each kind sends at once, and what it goes on with byte by byte; the silent ones send nothing. */
const KINDS = {
  silent: { first: '', then: '' },
  headers: { first: 'GET /tms/user/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', then: 'a' },
  body: {
    first:
      'POST /tms/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
      `Content-Length: ${BODY_BYTES}\r\n\r\n`,
    then: ' '
  }
}
export type SlowKind = keyof typeof KINDS

/** Opens `count` of them, and resolves when all are connected. */
export async function openSlowly(port: number, kind: SlowKind, count: number): Promise<SlowSockets> {
  const { first, then } = KINDS[kind]
  const sockets: Socket[] = []
  const lifetimes: number[] = []
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, () => openOne(port, lifetimes))
    sockets.push(...(await Promise.all(batch)))
  }
  for (const socket of sockets) if (first !== '') socket.write(first)
  let turn = 0
  const writing = setInterval(() => {
    turn = (turn + 1) % TURNS
    for (let index = turn; index < sockets.length && then !== ''; index += TURNS) {
      if (sockets[index]!.writable) sockets[index]!.write(then)
    }
  }, BYTE_EVERY_MS / TURNS)
  const close = (): void => {
    clearInterval(writing)
    for (const socket of sockets) socket.destroy()
  }
  return { lifetimes, open: () => sockets.filter(({ closed }) => !closed).length, close }
}

async function openOne(port: number, lifetimes: number[]): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  const from = performance.now()
  // A reset is an end as well, and `close` follows it.
  socket.on('error', () => {})
  socket.on('close', () => lifetimes.push(performance.now() - from))
  socket.resume()
  return socket
}

/** Resolves when all have been ended, or after `withinMs`. */
export async function untilEnded(slow: SlowSockets[], withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs
  while (slow.some((sockets) => sockets.open() > 0) && performance.now() < deadline) await delay(100)
}
