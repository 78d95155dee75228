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
    for (const socket of sockets) {
      const progress = progressOf(socket, seen.get(socket))
      seen.set(socket, progress)
      if (progress.left > 0 && Date.now() - progress.since >= timeout) socket.destroy()
    }
  }, timeout / LOOKS)
  look.unref()
  return () => clearInterval(look)
}

/** `before` where nothing has moved since. */
function progressOf(socket: Socket, before: Progress | undefined): Progress {
  const [given, left] = [socket.bytesWritten, leftOf(socket)]
  return before?.left === left && before.given === given ? before : { given, left, since: Date.now() }
}

/** In Node's own buffer, and in that of the write which is under way: without the latter a slow client takes nothing. */
function leftOf(socket: Socket): number {
  const { _handle: handle } = socket as Socket & { _handle?: { writeQueueSize?: number } }
  return socket.writableLength + (handle?.writeQueueSize ?? 0)
}
