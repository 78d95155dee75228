import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** Somebody else's server on a port of its own. */
export async function occupyPort(): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async release() {
      server.close()
      await once(server, 'close')
    }
  }
}

/** Linux gives outgoing connections, and servers that leave the choice to it, ports from here on. */
const EPHEMERAL = 32_768
/** Above the last port that `fetch` refuses. */
const LOWEST = 10_081

/** Ports of loopback that nobody listens on, and that stay free until a server of the test takes them. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = LOWEST + Math.floor(Math.random() * (EPHEMERAL - LOWEST))
    if (!(await acceptsConnections(port))) ports.add(port)
  }
  return [...ports]
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1)
  return port!
}

/** A connection to write to by hand. */
export async function openSocket(port: number, host = '127.0.0.1'): Promise<Socket> {
  const socket = connect(port, host)
  await once(socket, 'connect')
  return socket
}

export async function acceptsConnections(port: number, host?: string): Promise<boolean> {
  try {
    ;(await openSocket(port, host)).destroy()
    return true
  } catch {
    return false
  }
}
