import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { startPostgres } from '../support/postgres.js'
import { processesBelow } from '../support/processes.js'
import { spawnServer, type ServerProcess } from '../support/server-process.js'
import { allowedBy, callsCounted } from '../support/syscalls.js'
import { readDeployFile } from '../deploy/support.js'

const UNIT = 'systemd/quintet.service'
const HIGHEST_EXPOSURE = 3
const LOGIN = { method: 'POST', body: new URLSearchParams({ username: 'admin', password: 'zhou0914.' }) }

measuredTest('systemd: the unit is hardened', async (): Promise<Figure[]> => {
  const file = fileURLToPath(new URL(`docs/deploy/${UNIT}`, packageRoot))
  const { error, stdout, stderr } = spawnSync('systemd-analyze', ['security', '--offline=yes', '--no-pager', file], {
    encoding: 'utf8'
  })
  if (error !== undefined) throw new Error('systemd-analyze is not here; install systemd')
  const [, exposure] = /Overall exposure level for .*: ([\d.]+)/.exec(stdout) ?? []
  if (exposure === undefined) throw new Error(`no exposure level: ${stdout}${stderr}`)
  if (Number(exposure) > HIGHEST_EXPOSURE) throw new Error(`the exposure level is ${exposure}: ${stdout}`)
  return [{ name: 'exposure level', value: exposure }]
})

measuredTest('systemd: the unit allows every system call of the server', async (): Promise<Figure[]> => {
  if (spawnSync('strace', ['-V']).error !== undefined) throw new Error('strace is not here; install strace')
  const postgres = await startPostgres()
  let server: ServerProcess | undefined
  try {
    const file = join(postgres.folder, 'calls')
    const env = { DATABASE_URL: await postgres.createDatabase('systemd'), DATA_DIR: postgres.folder, WORKERS: '2' }
    server = await spawnServer(env, ['strace', '-f', '-c', '-o', file])
    const { status } = await fetch(`${server.origin}/tms/login`, LOGIN)
    if (status !== 200) throw new Error(`the login was answered ${status}`)
    process.kill(processesBelow(server.pid)[0]!, 'SIGTERM')
    await server.ended
    const calls = callsCounted(file)
    const allowed = allowedBy(
      [...readDeployFile(UNIT).matchAll(/^SystemCallFilter=(.*)$/gm)].map(([, text = '']) => text)
    )
    const others = calls.filter((call) => !allowed.has(call))
    if (calls.length === 0) throw new Error('no system call was recorded')
    if (others.length > 0) throw new Error(`not allowed: ${others}`)
    return [{ name: 'system calls from start to stop, all of them allowed', value: String(calls.length) }]
  } finally {
    await server?.end('SIGKILL')
    await postgres.remove()
  }
})
