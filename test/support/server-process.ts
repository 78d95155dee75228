import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from './ports.js'

/** The server as an operator runs it: a process of its own. */
export interface ServerProcess {
  origin: string
  port: number
  pid: number
  /** All that it wrote to standard output and standard error. */
  output(): string
  /** Resolves to the exit code when it is gone; null when a signal ended it. */
  ended: Promise<number | null>
  /** Sends the signal and resolves to the exit code when it is gone; null when the signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/** No limits of attempts, for loads that come from one address. They are counted all the same. */
export const UNLIMITED = {
  LOGIN_FAILURES: '1000000',
  LOGIN_FAILURES_PER_ADDRESS: '1000000',
  REGISTRATIONS_PER_ADDRESS: '1000000',
  WRITES_PER_ACCOUNT: '1000000'
}

/** As `npm start` has them. */
const FLAGS = ['--no-parallel-scavenge', '--expose-gc', '--enable-source-maps']
const MAIN = new URL('../../src/main.js', import.meta.url).pathname
/** Tests of resilience log in with the documents' accounts, on PostgreSQL too. */
const SAMPLES = { SAMPLE_ACCOUNTS: '1' }
const READY_ATTEMPTS = 600
const READY_INTERVAL_MS = 50

interface Launched {
  pid: number
  output(): string
  /** True when the process is there no more. */
  isGone(): boolean
  /** Resolves to the exit code; null when a signal ended it. */
  ended: Promise<number | null>
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts it with `env` and waits for nothing. `prefix` is a program that runs it, such as `unshare`, with its options; `main`
 * the server of another version.
 */
export function launchServer(env: Record<string, string>, prefix: string[] = [], main = MAIN): Launched {
  const [program, ...args] = [...prefix, process.execPath, ...FLAGS, main]
  const child = spawn(program!, args, {
    env: { PATH: process.env.PATH, PORT: '0', ...(env.NODE_ENV !== 'production' && SAMPLES), ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let output = ''
  const collect = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    pid: child.pid!,
    output: () => output,
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    }
  }
}

/** Starts it with `env` and resolves when it is ready; throws with its output when it ends before. */
export async function spawnServer(
  env: Record<string, string>,
  prefix: string[] = [],
  main = MAIN
): Promise<ServerProcess> {
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT)
  const { pid, output, isGone, ended, end } = launchServer({ ...env, PORT: String(port) }, prefix, main)
  const origin = `http://127.0.0.1:${port}`
  for (let attempt = 1; !(await isReady(origin)); attempt += 1) {
    if (isGone() || attempt === READY_ATTEMPTS) {
      await end('SIGKILL')
      throw new Error(`the server did not become ready: ${output()}`)
    }
    await delay(READY_INTERVAL_MS)
  }
  return { origin, port, pid, output, ended, end }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health/ready`)).ok
  } catch {
    return false
  }
}
