import { setTimeout as delay } from 'node:timers/promises'
import { startConfigured } from './configured-program.js'
import { freePorts } from './ports.js'

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
  const servers = nodes.map(({ port, checkPort }) => `r${port} 127.0.0.1:${port} check port ${checkPort}`)
  return run((port) => beforePrimary(port, servers, '200ms'))
}

async function run(configuration: (port: number) => string): Promise<Haproxy> {
  const [port, statsPort] = (await freePorts(2)) as [number, number]
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

/** The configuration that docs/scaling.md has, with checks that a busy machine answers in time. */
export function beforePrimary(port: number, servers: string[], checkEvery: string): string {
  return `
defaults
  timeout connect 1s
  timeout client 30m
  timeout server 30m
  timeout check 2s

listen primary
  mode tcp
  bind 127.0.0.1:${port}
  option httpchk GET /primary
  default-server inter ${checkEvery} fall 2 rise 1 on-marked-down shutdown-sessions
${servers.map((server) => `  server ${server}`).join('\n')}
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
