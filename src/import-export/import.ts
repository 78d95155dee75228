import type { Knex } from 'knex'
import type { Realm } from '../realms/realm.js'
import type { RealmContext } from '../accounts/realm-context.js'
import type { JulongAccount } from '../realms/julong.js'
import { record } from '../audit/record.js'
import { createRole } from '../roles/change.js'
import { rolesOfRealm } from '../roles/realm-roles.js'
import { createAccountCheck } from './check.js'
import type { TransferredAccount } from './columns.js'
import type { FileRecord } from './file-record.js'
import { RoleFinder, type RoleOptions } from './roles.js'
import { createStaging, LEFT_OUT, stage, STAGED, type StagedAccount } from './staging.js'
import { compareStaged, writeStaged } from './write.js'

const BATCH = 500

export interface ImportOptions extends RoleOptions {
  /** Everything but the writing. */
  dryRun: boolean
}

/** A line whose account is not imported because its name is taken. */
export interface LeftOut {
  line: number
  name: string
  /** The line of the file that has the same name; null where an account has it. */
  earlier: number | null
}

export interface ImportEvents {
  wrongLine(line: number, reason: string): void
  leftOut(line: LeftOut): void
  /** Accounts read so far. */
  progress(read: number): void
}

export interface ImportResult {
  read: number
  wrong: number
  imported: number
  taken: number
  repeated: number
  /** Names of the roles that were made, or would be. */
  roles: string[]
}

/** Imports all accounts whose name is free, in one transaction; none when a line is wrong. */
export async function importAccounts(
  context: RealmContext,
  records: AsyncIterable<FileRecord>,
  options: ImportOptions,
  events: ImportEvents
): Promise<ImportResult> {
  return context.db.transaction(async (transaction) => {
    await createStaging(transaction, context.realm)
    const { read, wrong, roles } = await stageAll(transaction, context, records, options, events)
    const nothing = { read, wrong, imported: 0, taken: 0, repeated: 0, roles }
    if (wrong > 0) return nothing
    if (options.dryRun) await compareStaged(transaction, context.realm)
    else await write({ ...context, db: transaction }, transaction, roles)
    const leftOut = await reportLeftOut(transaction, events)
    const imported = read - leftOut.taken - leftOut.repeated
    if (!options.dryRun) {
      await record(transaction, context, { action: 'account-import', detail: { accounts: imported } })
    }
    return { ...nothing, ...leftOut, imported }
  })
}

async function stageAll(
  transaction: Knex.Transaction,
  { realm }: RealmContext,
  records: AsyncIterable<FileRecord>,
  options: ImportOptions,
  events: ImportEvents
): Promise<Pick<ImportResult, 'read' | 'wrong' | 'roles'>> {
  const examine = await createExaminer(transaction, realm, options)
  const roles = new Set<string>()
  let batch: StagedAccount[] = []
  let read = 0
  let wrong = 0
  for await (const fileRecord of records) {
    read += 1
    const found = examine(fileRecord)
    if (typeof found === 'string') {
      wrong += 1
      events.wrongLine(fileRecord.line, found)
    } else if (wrong === 0) {
      if (found.roleToMake !== undefined) roles.add(found.roleToMake)
      batch.push(found)
    }
    if (batch.length < BATCH) continue
    await stage(transaction, realm, batch)
    batch = []
    events.progress(read)
  }
  if (batch.length > 0 && wrong === 0) await stage(transaction, realm, batch)
  return { read, wrong, roles: [...roles] }
}

type Examine = (record: FileRecord) => StagedAccount | string

/** Makes of a record an account to stage, or says what is wrong with it. */
async function createExaminer(db: Knex, realm: Realm, options: RoleOptions): Promise<Examine> {
  const check = createAccountCheck(realm)
  const { storedName = (name: string) => name } = realm
  const roles = new RoleFinder(await rolesOfRealm(db, realm), options)
  return ({ line, value, problem }) => {
    const wrong = problem ?? check(value)
    if (wrong !== undefined) return wrong
    const given = value as TransferredAccount
    const account = { ...given, name: storedName(given.name) }
    const role = roles.find(account)
    if ('problem' in role) return role.problem
    if ('make' in role) return { line, account: { ...account, role_id: undefined }, roleToMake: role.make }
    return { line, account: { ...account, ...(role.id !== undefined && { role_id: role.id }) } }
  }
}

async function write(context: RealmContext, transaction: Knex.Transaction, roles: string[]): Promise<void> {
  for (const name of roles) {
    const { id } = await createRole(context as unknown as RealmContext<JulongAccount>, { name })
    await transaction(STAGED).where({ role_to_make: name }).update({ role_id: id })
  }
  await writeStaged(transaction, context)
}

async function reportLeftOut(
  transaction: Knex.Transaction,
  events: ImportEvents
): Promise<Pick<ImportResult, 'taken' | 'repeated'>> {
  const counts = { taken: 0, repeated: 0 }
  for (let after = 0; ;) {
    const lines = (await transaction(LEFT_OUT).where('line', '>', after).orderBy('line').limit(10_000)) as LeftOut[]
    for (const line of lines) {
      counts[line.earlier === null ? 'taken' : 'repeated'] += 1
      events.leftOut(line)
      after = line.line
    }
    if (lines.length === 0) return counts
  }
}
