import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import knex from 'knex'
import { freePort } from './ports.js'

/** A PostgreSQL server of one's own, on loopback, in a folder that goes with it. */
export interface Postgres {
  url: string
  port: number
  folder: string
  /** Of its first process, below which are all others. */
  pid(): number
  /** `kill -9` of all its processes. */
  kill(): Promise<void>
  /** Starts it again on the same folder and port. */
  start(): Promise<void>
  /** Runs a statement in the database `postgres` and returns its rows. */
  run(statement: string): Promise<Row[]>
  /** Creates an empty database and returns its address. */
  createDatabase(name: string): Promise<string>
  /** Stops it and removes the folder. */
  remove(): Promise<void>
}

/** Columns as node-postgres reads them: a bigint is a text. */
export type Row = Record<string, unknown>

const PROGRAMS = ['initdb', 'postgres', 'pg_basebackup']
const READY_ATTEMPTS = 300
const READY_INTERVAL_MS = 100

/** Where the data lie, if not in its own folder, and `pg_wal`: apart from them, in segments of this size. */
export interface Places {
  port?: number
  /** The folder of `initdb` and `postgres`, if not those that are installed. */
  programs?: string
  /** The address of the primary whose streaming standby it is to be. */
  standbyOf?: string
  data?: string
  walApart?: boolean
  walSegmentMegabytes?: number
}

/** `settings` as in `postgresql.conf`. Needs PostgreSQL's server programs, on the PATH or where Debian puts them. */
export async function startPostgres(settings: Record<string, string> = {}, places: Places = {}): Promise<Postgres> {
  const programs = places.programs ?? findPrograms()
  const user = processUser()
  const folder = mkdtempSync(join(tmpdir(), 'quintet-postgres-'))
  for (const place of [folder, places.data]) {
    if (user.uid !== undefined && place !== undefined) chownSync(place, user.uid, user.gid ?? user.uid)
  }
  const data = join(places.data ?? folder, 'data')
  const [maker, ...making] = makerOf(data, folder, places)
  try {
    await promisify(execFile)(join(programs, maker), making, user)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  const port = places.port ?? (await freePort())
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let process: ChildProcess | undefined

  async function start(): Promise<void> {
    const all = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: folder, ...settings }
    const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const arguments_ = ['-D', data, ...options]
    await untilReady(url, () => {
      // It ends at once while processes of its predecessor still have the shared memory.
      if (!isRunning(process)) process = spawn(join(programs, 'postgres'), arguments_, { ...user, stdio: 'ignore' })
    })
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = process
    process = undefined
    if (!isRunning(ending)) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    // Its children end with it on any other signal; on this one they would go on for a moment, and hold the folder.
    const children = signal === 'SIGKILL' ? childrenOf(ending.pid) : []
    ending.kill(signal)
    for (const pid of children) endProcess(pid)
    await ended
  }

  await start()
  return {
    url,
    port,
    folder,
    pid: () => process!.pid!,
    start,
    kill: () => end('SIGKILL'),
    run: (statement) => ask(url, statement),
    async createDatabase(name) {
      await ask(url, `create database ${name}`)
      return url.replace(/postgres$/, name)
    },
    async remove() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The program that makes the data folder, and its options. */
function makerOf(data: string, folder: string, places: Places): [program: string, ...options: string[]] {
  const { standbyOf, walApart, walSegmentMegabytes = 16 } = places
  if (standbyOf !== undefined)
    return ['pg_basebackup', '-D', data, '-d', standbyOf, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']
  initdb.push(`--wal-segsize=${walSegmentMegabytes}`)
  if (walApart) initdb.push('--waldir', join(folder, 'wal'))
  return ['initdb', ...initdb]
}

function childrenOf(pid: number | undefined): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return text === '' ? [] : text.split(' ').map(Number)
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function isRunning(process: ChildProcess | undefined): process is ChildProcess {
  return process !== undefined && process.exitCode === null && process.signalCode === null
}

/** Does `start` before each attempt. */
async function untilReady(url: string, start: () => void): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      start()
      return void (await ask(url, 'select 1'))
    } catch (error) {
      if (attempt === READY_ATTEMPTS) throw error
      await delay(READY_INTERVAL_MS)
    }
  }
}

/** Runs a statement over a connection of its own. */
export async function ask(url: string, statement: string): Promise<Row[]> {
  const db = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 }, log: { warn() {}, error() {} } })
  try {
    const { rows } = (await db.raw(statement)) as { rows: Row[] }
    return rows
  } finally {
    await db.destroy()
  }
}

/** PostgreSQL and its pooler refuse to run as root: there they run as `postgres`, or as nobody. */
export function processUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** The folder of the server programs. */
export function findPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin'))
  ]
  const found = folders.find((folder) => PROGRAMS.every((program) => existsSync(join(folder, program))))
  if (found === undefined)
    throw new Error(`PostgreSQL's programs ${PROGRAMS.join(', ')} are not here; install postgresql`)
  return found
}
