import { open, type FileHandle } from 'node:fs/promises'
import type { Knex } from 'knex'
import { entriesOfPart, noteArchived } from '../../audit/archive.js'
import { expiredParts, type Part } from '../../audit/months.js'
import { Stop } from '../terminal/stop.js'
import type { Terminal } from './command.js'

export interface ArchiveOptions {
  file: string
  keepDays: number
}

/** Writes expired months to a new file, and notes them as archived once it is on the disk. */
export async function archiveTrail(db: Knex, { file, keepDays }: ArchiveOptions, { say }: Terminal): Promise<void> {
  const parts = await expiredParts(db, keepDays, { archived: false })
  if (parts.length === 0) {
    say(`no month of the audit trail is older than ${keepDays} days and not archived`)
    return
  }
  const written = await writeParts(db, parts, file, say)
  for (const { name, lastId } of written) await noteArchived(db, name, lastId)
  say('archived; the server drops these months at its start or within a minute')
}

interface WrittenPart {
  name: string
  /** Entries, and the highest of their ids. */
  count: number
  lastId: number
}

async function writeParts(db: Knex, parts: Part[], file: string, say: Terminal['say']): Promise<WrittenPart[]> {
  const output = await open(file, 'wx').catch((error: Error) => {
    throw new Stop(`--file: ${error.message}`)
  })
  try {
    const written: WrittenPart[] = []
    for (const { name } of parts) {
      const part = await writePart(db, name, output)
      written.push(part)
      say(`${name}: ${part.count} entries`)
    }
    await output.sync()
    return written
  } finally {
    await output.close()
  }
}

async function writePart(db: Knex, name: string, output: FileHandle): Promise<WrittenPart> {
  const part = { name, count: 0, lastId: 0 }
  for await (const { lines, lastId } of entriesOfPart(db, name)) {
    await output.write(lines.map((line) => `${line}\n`).join(''))
    part.count += lines.length
    part.lastId = Math.max(part.lastId, lastId)
  }
  return part
}
