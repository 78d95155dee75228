import { closeSync, openSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'

/** Bytes in the path of a Unix socket on macOS; Linux takes four more. Node cuts a longer path without a word. */
const MAX_PATH = 103

/** Listens on a Unix socket in `folder`. It does not keep the process alive, and the kernel closes it with the process. */
export async function listenIn(folder: string, name: string): Promise<Server> {
  return withShortPath(folder, name, (path) => {
    const server = createServer((socket) => socket.destroy())
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      // Not shared with the other processes of a cluster.
      server.listen({ path, exclusive: true }, () => {
        server.off('error', reject).on('error', () => {})
        resolve(server.unref())
      })
    })
  })
}

/**
 * `listening` when a process listens on that socket, in whatever PID namespace it runs; `stale` when its process is
 * gone; `missing` when the file is. Throws where the system does not tell.
 */
export async function stateOf(folder: string, name: string): Promise<'listening' | 'stale' | 'missing'> {
  return withShortPath(folder, name, (path) => {
    return new Promise((resolve, reject) => {
      const socket = connect({ path })
      socket.once('connect', () => {
        socket.destroy()
        resolve('listening')
      })
      socket.once('error', ({ code }: NodeJS.ErrnoException) => {
        if (code === 'ENOENT') resolve('missing')
        else if (code === 'ECONNREFUSED' || code === 'ENOTSOCK') resolve('stale')
        // More connections wait than its process can take; or it ended this one as it stopped, which the next try sees.
        else if (code === 'EAGAIN' || code === 'ECONNRESET') resolve('listening')
        else reject(new Error(`cannot tell whether the data folder ${folder} is in use: ${name}: ${code}`))
      })
    })
  })
}

/** A path that is too long for a socket begins at an open descriptor of its folder instead, which Linux has. */
async function withShortPath<Result>(
  folder: string,
  name: string,
  use: (path: string) => Promise<Result>
): Promise<Result> {
  const path = join(folder, name)
  if (Buffer.byteLength(path) <= MAX_PATH) return use(path)
  const directory = openSync(folder, 'r')
  try {
    return await use(`/proc/self/fd/${directory}/${name}`)
  } finally {
    closeSync(directory)
  }
}
