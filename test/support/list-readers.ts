import { Socket } from 'node:net'

/** What a reader asks for, and as whom. */
export interface ListRequest {
  path: string
  token: string
  /** As a trusted proxy tells it. */
  address: string
}

export interface ListReaders {
  /** Answers by status, of those readers that have begun to read theirs. */
  statuses: Map<number, number>
  close(): void
}

/** A slow reader takes what the socket has, 64 KiB at most, and then nothing for so long. */
const PAUSE_MS = 500
/** After a refusal, as `Retry-After` has it, and after a list that is complete. */
const AGAIN_AFTER_MS = 1_000

/** Each asks once, and takes nothing of its answer. */
export function openStalled(port: number, requests: ListRequest[]): Pick<ListReaders, 'close'> {
  const sockets = requests.map((request) => {
    const socket = new Socket()
    socket.pause()
    socket.on('error', () => {})
    return socket.connect(port, '127.0.0.1', () => socket.write(headOf(request)))
  })
  return { close: () => sockets.forEach((socket) => socket.destroy()) }
}

/** Each takes its answer slowly, and asks again whenever it has it or is refused. */
export function openSlow(port: number, requests: ListRequest[]): ListReaders {
  const statuses = new Map<number, number>()
  const sockets = new Set<Socket>()
  let closed = false

  function read(request: ListRequest): void {
    if (closed) return
    const socket = new Socket().connect(port, '127.0.0.1', () => socket.write(headOf(request)))
    sockets.add(socket)
    socket.once('data', (chunk: Buffer) => {
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString('latin1', 0, 20))?.[1])
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
    socket.on('data', () => {
      socket.pause()
      setTimeout(() => socket.resume(), PAUSE_MS)
    })
    socket.on('error', () => {})
    socket.once('close', () => {
      sockets.delete(socket)
      setTimeout(() => read(request), AGAIN_AFTER_MS)
    })
  }

  requests.forEach(read)
  return {
    statuses,
    close() {
      closed = true
      sockets.forEach((socket) => socket.destroy())
    }
  }
}

function headOf({ path, token, address }: ListRequest): string {
  return (
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\n` +
    `X-Forwarded-For: ${address}\r\n\r\n`
  )
}
