import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { launchServer, spawnServer } from '../support/server-process.js'
import { logInAsAdministrator } from '../support/writer.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const KILLS = 20
const RACES = 5
const STARTS = 10
const LOOK_INTERVAL_MS = 50
const PATIENCE_MS = 120_000

/** Ends the program as soon as `unshare` ends. */
const NAMESPACE = ['unshare', ...(process.getuid?.() === 0 ? [] : ['-Ur']), '-p', '-f', '--mount-proc', '--kill-child']
const CLI = fileURLToPath(new URL('../../src/cli/admin.js', import.meta.url))
const IN_USE = /^cannot run: the data folder \S+ is in use by [^\n]+; stop it or set another DATA_DIR\n$/

measuredTest(
  'one data folder, several PID namespaces: one server holds it, others and the command line are refused, also after kill -9',
  async (): Promise<Figure[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'quintet-two-containers-'))
    const env = { APIS: 'waste-sorting', LOG_LEVEL: 'warn', DATA_DIR: folder }
    try {
      const refused = await killAgainAndAgain(env)
      for (let race = 0; race < RACES; race += 1) await startTogether(env)
      return [
        { name: 'second servers and commands, in another namespace, refused in one line', value: refused },
        { name: 'servers killed with -9, next start in another namespace takes over', value: `${KILLS} of ${KILLS}` },
        { name: `${STARTS} starts at once after a kill, exactly one up`, value: `${RACES} of ${RACES}` }
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
)

async function killAgainAndAgain(env: Record<string, string>): Promise<string> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const server = await spawnServer(env, NAMESPACE)
    try {
      const second = launchServer(env, NAMESPACE)
      assertRefused(await second.ended, second.output())
      await assertCommandRefused(env, NAMESPACE)
      await assertCommandRefused(env, [])
      await logInAsAdministrator(server.origin)
    } finally {
      await server.end('SIGKILL')
    }
    const left = readdirSync(env.DATA_DIR!).filter((file) => file.startsWith('lock')).length
    if (left !== 2) throw new Error(`${left} files of the lock after a kill`)
  }
  return `${3 * KILLS} of ${3 * KILLS}`
}

/** They find the lock of a server that was killed, and each other. */
async function startTogether(env: Record<string, string>): Promise<void> {
  const starts = Array.from({ length: STARTS }, () => launchServer(env, NAMESPACE))
  try {
    await until(() => starts.filter(({ isGone }) => isGone()).length >= STARTS - 1)
    const winner = starts.find(({ isGone }) => !isGone())
    if (winner === undefined) throw new Error('every start was refused')
    await until(() => winner.isGone() || /is up/.test(winner.output()))
    if (winner.isGone()) throw new Error(`the only start that was not refused failed: ${winner.output()}`)
    for (const start of starts) if (start !== winner) assertRefused(await start.ended, start.output())
  } finally {
    await Promise.all(starts.map(({ end }) => end('SIGKILL')))
  }
}

async function assertCommandRefused(env: Record<string, string>, prefix: string[]): Promise<void> {
  const [program, ...args] = [...prefix, process.execPath, CLI, 'list', '--realm', 'tms']
  const ended = promisify(execFile)(program!, args, { env: { PATH: process.env.PATH, ...env } })
  const { code, stderr } = await ended.then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error
  )
  assertRefused(code, stderr)
}

function assertRefused(code: number | null, output: string): void {
  if (code !== 1 || !IN_USE.test(output)) throw new Error(`not refused in one line: ${code}, ${output}`)
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('ten servers did not settle who has the folder')
    await delay(LOOK_INTERVAL_MS)
  }
}
