import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { requireRole } from '../../roles/require-role.js'
import { Refusal } from '../../refusal.js'
import type { RealmContext } from '../../accounts/realm-context.js'
import { createLineReader, type TransferredAccount } from '../../transfer/format.js'
import { importBatch, linesDone, type NumberedAccount } from '../../transfer/import.js'
import { printable } from '../printable.js'
import { Stop } from '../stop.js'
import { needed, text } from '../option.js'
import { command } from './command.js'

const BATCH = 500
/** Wrong lines that are shown; a file of another kind would have nothing but. */
const SHOWN_ERRORS = 20

/** Checks the whole file first: when a line is wrong, nothing of it is imported. */
export const importRealm = command({
  summary: 'Reads accounts from lines as export writes them.',
  details:
    "Each has name and password_hash (bcrypt or argon2), and as wanted disabled, created_at and the realm's own columns. A " +
    'file with a wrong line is not imported at all; names that are taken are reported by line and left out; an import that ' +
    'was cut short goes on where it was.',
  options: { file: needed(text('path', 'The file to read.')) },
  async run(context, { file }, { say, print }) {
    const { source, total } = await checkFile(context, file, say)
    const done = await linesDone(context.db, context.realm, source)
    if (done > 0) say(`lines 1 to ${done} are done already`)
    let imported = 0
    let duplicates = 0
    for await (const batch of batches(context, file, done)) {
      const result = await importBatch(context, source, batch)
      imported += result.imported
      duplicates += result.duplicates.length
      for (const { line, account } of result.duplicates) print(`line ${line}: ${printable(account.name)} is taken`)
      say(`line ${batch.at(-1)?.line} of ${total}`)
    }
    say(`${imported} imported, ${duplicates} left out because their name is taken`)
    return undefined
  }
})

async function checkFile(
  { db, realm }: RealmContext,
  file: string,
  say: (line: string) => void
): Promise<{ source: string; total: number }> {
  const read = createLineReader(realm.name)
  const digest = createHash('sha256')
  const roles = new Map<number, boolean>()
  let total = 0
  let wrong = 0
  for await (const { line, text } of linesOf(file)) {
    digest.update(text).update('\n')
    total = line
    const account = read(text)
    const reason = typeof account === 'string' ? account : await roleProblem(account)
    if (reason === undefined) continue
    wrong += 1
    if (wrong <= SHOWN_ERRORS) say(`line ${line}: ${printable(reason)}`)
  }
  if (wrong > 0) throw new Stop(`${wrong} of ${total} lines are wrong; nothing is imported`)
  return { source: digest.digest('hex'), total }

  async function roleProblem({ role_id: role }: TransferredAccount): Promise<string | undefined> {
    if (typeof role !== 'number') return undefined
    const known = roles.get(role) ?? (await isRole(role))
    roles.set(role, known)
    return known ? undefined : `role_id ${role} is no role of ${realm.name}`
  }

  async function isRole(role: number): Promise<boolean> {
    try {
      await requireRole(db, realm, role)
      return true
    } catch (error) {
      if (error instanceof Refusal && error.code === 'role-not-found') return false
      throw error
    }
  }
}

/** The accounts after line `done`, in batches. */
async function* batches({ realm }: RealmContext, file: string, done: number): AsyncGenerator<NumberedAccount[]> {
  const read = createLineReader(realm.name)
  let batch: NumberedAccount[] = []
  for await (const { line, text } of linesOf(file)) {
    if (line <= done) continue
    const account = read(text)
    if (typeof account === 'string') throw new Stop(`line ${line} has changed since it was checked`)
    batch.push({ line, account })
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function* linesOf(file: string): AsyncGenerator<{ line: number; text: string }> {
  let line = 0
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1
    yield { line, text }
  }
}
