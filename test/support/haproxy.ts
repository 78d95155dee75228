import { setTimeout as delay } from 'node:timers/promises'
import { startConfigured } from './configured-program.js'
import { freePort } from './postgres.js'

/** HAProxy on loopback. */
export interface Haproxy {
  /** Where it takes what it hands on. */
  port: number
  origin: string
  /** Resolves when it takes the server on this port for up (or down); throws when that takes too long. */
  until(port: number, state: 'UP' | 'DOWN'): Promise<void>
  end(): Promise<void>
}

const ATTEMPTS = 300
const INTERVAL_MS = 50

/** Before some replicas of the server. It asks each for `/health/ready`, and tries no request twice. */
export function startHaproxy(replicaPorts: number[]): Promise<Haproxy> {
  return run((port) => beforeReplicas(port, replicaPorts))
}

/**
 * Before some PostgreSQL servers. It hands connections to the one whose check port answers `GET /primary` with 200, as
 * Patroni's does, and ends those to any other.
 */
export function startHaproxyToPrimary(nodes: { port: number; checkPort: number }[]): Promise<Haproxy> {
  return run((port) => beforePrimary(port, nodes))
}

async function run(configuration: (port: number) => string): Promise<Haproxy> {
  const [port, statsPort] = [await freePort(), await freePort()]
  const { end } = await startConfigured('haproxy', {
    files: { 'haproxy.cfg': configuration(port) + stats(statsPort) },
    args: ['-db', '-q', '-f', 'FOLDER/haproxy.cfg'],
    port
  })

  async function stateOf(replica: number): Promise<string | undefined> {
    try {
      const text = await (await fetch(`http://127.0.0.1:${statsPort}/;csv`)).text()
      const [header = '', ...rows] = text.split('\n')
      const column = header.split(',').indexOf('status')
      return rows.find((row) => row.split(',')[1] === `r${replica}`)?.split(',')[column]
    } catch {
      return undefined
    }
  }

  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    async until(replica, state) {
      for (let attempt = 1; (await stateOf(replica)) !== state; attempt += 1) {
        if (attempt === ATTEMPTS) throw new Error(`the replica ${replica} is not ${state}`)
        await delay(INTERVAL_MS)
      }
    },
    end
  }
}

function beforeReplicas(port: number, replicas: number[]): string {
  return `
defaults
  mode http
  retries 0
  timeout check 5s
  timeout connect 2s
  timeout client 60s
  timeout server 30s

frontend all
  bind 127.0.0.1:${port}
  default_backend replicas

backend replicas
  balance roundrobin
  option httpchk GET /health/ready
  default-server check inter 200ms fall 1 rise 1
${replicas.map((replica) => `  server r${replica} 127.0.0.1:${replica}`).join('\n')}
`
}

function beforePrimary(port: number, nodes: { port: number; checkPort: number }[]): string {
  const servers = nodes.map((node) => `  server r${node.port} 127.0.0.1:${node.port} check port ${node.checkPort}`)
  return `
defaults
  timeout connect 1s
  timeout client 30m
  timeout server 30m

listen primary
  mode tcp
  bind 127.0.0.1:${port}
  option httpchk GET /primary
  default-server inter 200ms fall 2 rise 1 on-marked-down shutdown-sessions
${servers.join('\n')}
`
}

function stats(port: number): string {
  return `
frontend stats
  mode http
  bind 127.0.0.1:${port}
  stats enable
  stats uri /
`
}
