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

/** Ports that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const taken = await Promise.all(Array.from({ length: count }, occupyPort))
  await Promise.all(taken.map(({ release }) => release()))
  return taken.map(({ port }) => port)
}

/** Linux gives outgoing connections of other programs ports from here on. */
const EPHEMERAL = 32_768
const LOWEST = 10_000

/** Ports that stay free while nothing listens there, as between two servers on them. */
export async function standingPorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = LOWEST + Math.floor(Math.random() * (EPHEMERAL - LOWEST))
    if (!(await acceptsConnections(port))) ports.add(port)
  }
  return [...ports]
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
