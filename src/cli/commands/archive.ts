import { open } from 'node:fs/promises'
import type { Knex } from 'knex'
import { entriesOfPart, noteArchived } from '../../audit/archive.js'
import { expiredParts } from '../../audit/months.js'
import type { Config } from '../../config/config.js'
import { Stop, wrongUsage } from '../terminal/stop.js'
import type { Terminal } from './command.js'

/** Writes expired months to a new file, and notes them as archived once it is on the disk. */
export async function archiveTrail(
  db: Knex,
  { auditKeepDays: keepDays }: Config,
  file: string | undefined,
  { say }: Terminal
): Promise<void> {
  if (file === undefined) throw wrongUsage('audit --archive needs --file', 'audit')
  if (keepDays === undefined) throw new Stop('AUDIT_KEEP_DAYS is not set: no month of the audit trail expires')
  const parts = await expiredParts(db, keepDays, { archived: false })
  if (parts.length === 0) {
    say(`no month of the audit trail is older than ${keepDays} days and not archived`)
    return
  }
  const output = await open(file, 'wx').catch((error: Error) => {
    throw new Stop(`--file: ${error.message}`)
  })
  const archived: { name: string; lastId: number }[] = []
  try {
    for (const { name } of parts) {
      let [count, lastId] = [0, 0]
      for await (const batch of entriesOfPart(db, name)) {
        await output.write(batch.lines.map((line) => `${line}\n`).join(''))
        count += batch.lines.length
        lastId = Math.max(lastId, batch.lastId)
      }
      archived.push({ name, lastId })
      say(`${name}: ${count} entries`)
    }
    await output.sync()
  } finally {
    await output.close()
  }
  for (const { name, lastId } of archived) await noteArchived(db, name, lastId)
  say('archived; the server drops these months at its start or within a minute')
}
