import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { freePort } from '../../test/support/ports.js'

/** A server under test: a process of its own, its log thrown away. */
export interface Server {
  name: string
  origin: string
  pid: number
  end(): Promise<void>
}

/** Of a peer that may be left out. */
export function isThere(server: Server | undefined): server is Server {
  return server !== undefined
}

/** The settings of the peers, in one variable. */
export interface PeerSettings {
  databaseUrl: string
  poolSize: number
  /** Key of each realm, in hexadecimal. */
  keys: Record<string, string>
  /** SQL by name, and that which reads the caller by realm. */
  statements: Record<string, string | Record<string, string>>
  /** What the floor answers. */
  constant: string
}

const MAIN = fileURLToPath(new URL('dist/src/main.js', packageRoot))
const LOOK_EVERY_MS = 2
const READY_WITHIN_MS = 30_000

/** Starts our server as `npm start` does. */
export async function serveOurs(env: Record<string, string>): Promise<Server> {
  const port = await freePort()
  return serve(
    'Quintet',
    port,
    [process.execPath, '--no-parallel-scavenge', '--expose-gc', '--enable-source-maps', MAIN],
    {
      ...env,
      PORT: String(port)
    }
  )
}

/** Starts the peer with this command. */
export async function servePeer(name: string, command: string[], settings: PeerSettings): Promise<Server> {
  const port = await freePort()
  return serve(name, port, command, { BENCH_PEER: JSON.stringify({ ...settings, port }) })
}

async function serve(
  name: string,
  port: number,
  [program, ...args]: string[],
  env: Record<string, string>
): Promise<Server> {
  const child = spawn(program!, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = `http://127.0.0.1:${port}`
  const deadline = performance.now() + READY_WITHIN_MS
  while (!(await answers(origin))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`${name} did not start`)
    }
    await delay(LOOK_EVERY_MS)
  }
  return {
    name,
    origin,
    pid: child.pid!,
    async end() {
      child.kill('SIGTERM')
      await ended
    }
  }
}

/** Any answer will do. */
async function answers(origin: string): Promise<boolean> {
  try {
    await (await fetch(`${origin}/health/live`)).text()
    return true
  } catch {
    return false
  }
}
