import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { freePort } from '../../test/support/postgres.js'
import { peersFolder } from './peers-folder.js'

/** A server under test: a process of its own, its log thrown away. */
export interface Server {
  name: string
  origin: string
  pid: number
  end(): Promise<void>
}

/** The settings of the peers, in one variable. */
export interface PeerSettings {
  databaseUrl: string
  poolSize: number
  /** Key of each realm, in hexadecimal. */
  keys: Record<string, string>
  /** What the floor answers. */
  constant: string
}

const MAIN = fileURLToPath(new URL('dist/src/main.js', packageRoot))
const LOOK_EVERY_MS = 2
const READY_WITHIN_MS = 30_000

/** Starts our server as `npm start` does. */
export async function serveOurs(env: Record<string, string>): Promise<Server> {
  const port = await freePort()
  return serve('Quintet', port, ['--no-parallel-scavenge', '--enable-source-maps', MAIN], {
    ...env,
    PORT: String(port)
  })
}

/** Starts the peer in this file. */
export async function servePeer(name: string, file: string, settings: PeerSettings): Promise<Server> {
  const port = await freePort()
  return serve(name, port, [join(peersFolder, file)], { BENCH_PEER: JSON.stringify({ ...settings, port }) })
}

async function serve(name: string, port: number, args: string[], env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, args, {
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
