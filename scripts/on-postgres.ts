import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startPostgres } from '../test/support/postgres.js'

/*
 * Runs a command with DATABASE_URL of a PostgreSQL server of its own, which ends with it:
 * `node dist/scripts/on-postgres.js npm run test:all`. Exits as the command does.
 */
const [command, ...args] = process.argv.slice(2)
if (command === undefined) throw new Error('no command to run')

// Every test file has servers with pools of their own; nothing in this database outlives the run.
const postgres = await startPostgres({ max_connections: '300', fsync: 'off' })
try {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: postgres.url } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = (await once(child, 'exit')) as [number | null]
  process.exitCode = code ?? 1
} finally {
  await postgres.remove()
}
