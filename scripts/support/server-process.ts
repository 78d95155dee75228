import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from './postgres.js'

/** The server as an operator runs it: a process of its own. */
export interface ServerProcess {
  origin: string
  port: number
  pid: number
  /** All that it wrote to standard output and standard error. */
  output(): string
  /** Sends the signal and resolves to the exit code when it is gone; null when the signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

const MAIN = new URL('../../src/main.js', import.meta.url).pathname
const READY_ATTEMPTS = 600
const READY_INTERVAL_MS = 50

/** Starts it with `env` and resolves when it is ready; throws with its output when it ends before. */
export async function spawnServer(env: Record<string, string>): Promise<ServerProcess> {
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT)
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    env: { PATH: process.env.PATH, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let output = ''
  const collect = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const origin = `http://127.0.0.1:${port}`
  for (let attempt = 1; !(await isReady(origin)); attempt += 1) {
    if (child.exitCode !== null || attempt === READY_ATTEMPTS) {
      child.kill('SIGKILL')
      throw new Error(`the server did not become ready: ${output}`)
    }
    await delay(READY_INTERVAL_MS)
  }
  return {
    origin,
    port,
    pid: child.pid!,
    output: () => output,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    }
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health/ready`)).ok
  } catch {
    return false
  }
}
