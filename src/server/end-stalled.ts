import type { Socket } from 'node:net'

interface Progress {
  /** Bytes that the socket was given, and those of them that its client has not taken. */
  given: number
  left: number
  /** When they were first so many. */
  since: number
}

/** How often a socket is looked at before it is ended. */
const LOOKS = 12

/** Ends sockets whose client takes none of its answer for `timeout` milliseconds. Returns how to stop. */
export function endStalled(sockets: Set<Socket>, timeout: number): () => void {
  const seen = new WeakMap<Socket, Progress>()
  const look = setInterval(() => {
    const now = Date.now()
    for (const socket of sockets) {
      const left = leftOf(socket)
      const before = seen.get(socket)
      if (left === 0) seen.delete(socket)
      else if (before?.left !== left || before.given !== socket.bytesWritten)
        seen.set(socket, { given: socket.bytesWritten, left, since: now })
      else if (now - before.since >= timeout) socket.destroy()
    }
  }, timeout / LOOKS)
  look.unref()
  return () => clearInterval(look)
}

/** In Node's own buffer, and in that of the write which is under way: without the latter a slow client takes nothing. */
function leftOf(socket: Socket): number {
  const { _handle: handle } = socket as Socket & { _handle?: { writeQueueSize?: number } }
  return socket.writableLength + (handle?.writeQueueSize ?? 0)
}
