import { spawn, type ChildProcess } from 'node:child_process'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { WITHOUT_OPTIMIZING } from './database.js'

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** A compiled program of this package in a process of its own. */
export interface Program {
  pid: number
  ended: Promise<Ended>
  /** Resolves with the match as soon as standard output has it; rejects when the program ends before. */
  prints(pattern: RegExp): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): void
}

export interface ProgramOptions {
  args?: string[]
  /** All of its environment, but for what every program needs. */
  env?: Record<string, string>
  /** Piped into it; nothing when left out. */
  input?: string | Uint8Array | undefined
}

const PATIENCE_MS = 60_000

/** A test that failed has not ended what it started, and would keep its file running for ever. */
const running = new Set<ChildProcess>()
after(() => running.forEach((child) => child.kill('SIGKILL')))

/** Starts `dist/<script>`. */
export function startProgram(script: string, { args = [], ...options }: ProgramOptions = {}): Program {
  const path = fileURLToPath(new URL(`dist/${script}`, packageRoot))
  return startCommand(process.execPath, {
    args: [WITHOUT_OPTIMIZING, '--enable-source-maps', path, ...args],
    ...options
  })
}

/** Starts a command in the folder of this package. */
export function startCommand(command: string, { args = [], env = {}, input = '' }: ProgramOptions): Program {
  const child = spawn(command, args, {
    cwd: fileURLToPath(packageRoot),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: 'pipe'
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  // A program that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => {}).end(input)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return {
    pid: child.pid!,
    ended,
    prints(pattern) {
      return new Promise((resolve, reject) => {
        const give = (why: string): void =>
          settle(() => reject(new Error(`${why} without ${pattern}: ${stdout}${stderr}`)))
        const look = (): void => {
          const match = pattern.exec(stdout)
          if (match !== null) settle(() => resolve(match))
        }
        const gone = (): void => give('ended')
        const timer = setTimeout(() => give('still running'), PATIENCE_MS)
        const settle = (result: () => void): void => {
          clearTimeout(timer)
          child.stdout.off('data', look)
          child.off('close', gone)
          result()
        }
        child.stdout.on('data', look)
        child.on('close', gone)
        look()
      })
    },
    kill: (signal) => void child.kill(signal)
  }
}

/** Runs `dist/<script>` to its end. */
export async function runProgram(script: string, options: ProgramOptions = {}): Promise<Ended> {
  return startProgram(script, options).ended
}
