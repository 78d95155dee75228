import type { Knex } from 'knex'
import { keyOf } from '../database/name-key.js'

/** Who and what stands behind a change; null where there is none, as for an operator at the command line. */
export interface Origin {
  actor: { id: number | string; name: string } | null
  address: string | null
  /** What the `User-Agent` header says. */
  userAgent: string | null
  requestId: string | null
}

export const auditActions = [
  'login',
  'logout',
  'token-exchange',
  'account-create',
  'account-update',
  'account-import',
  'account-export',
  'account-disable',
  'account-enable',
  'account-unlock',
  'account-remove',
  'account-role',
  'session-end',
  'password-change',
  'password-reset',
  'password-set',
  'second-factor-begin',
  'second-factor-enable',
  'second-factor-disable',
  'second-factor-remove',
  'recovery-codes-renew',
  'recovery-code-use',
  'role-create',
  'role-update',
  'role-remove',
  'role-rights',
  'role-second-factor',
  'webhook-add',
  'webhook-secret',
  'webhook-pause',
  'webhook-resume',
  'webhook-remove'
] as const
export type AuditAction = (typeof auditActions)[number]

/** What changed, by name; never a password, code, hash or token. */
export interface AuditDetail {
  fields?: string[]
  role?: number
  granted?: number[]
  revoked?: number
  /** Whether the role requires a second factor from now on. */
  required?: boolean
  /** How many tries the entry stands for, all refused with 429 in one window. */
  refused?: number
  accounts?: number
  /** Of the account, that were ended. */
  sessions?: number
}

export interface AuditEntry {
  action: AuditAction
  /** `failed` for a password or a code that was refused, or not looked at after too many; changes that are refused leave no entry. */
  result?: 'done' | 'failed'
  target?: { id?: number | string | undefined; name?: string | undefined }
  detail?: AuditDetail
}

interface Recorded {
  realm: { name: string }
  origin: Origin
}

/** The statements of a change, by name, that run with its entry in one. Each may read the rows of those before it. */
export interface Together {
  statements: Record<string, Knex.Raw | Knex.QueryBuilder>
  /** The entry is written only when this one of them returns a row, of which it must not return two. */
  onlyIf?: string
}

/**
 * Writes one entry of the audit trail; `db` is the transaction of the change, or none where all of the change is in
 * `together`.
 */
export async function record(
  db: Knex,
  { realm, origin }: Recorded,
  { action, result = 'done', target, detail }: AuditEntry,
  { statements, onlyIf }: Together = { statements: {} }
): Promise<void> {
  const columns = {
    realm: realm.name,
    action,
    result,
    actor_id: origin.actor?.id,
    actor_name: origin.actor?.name,
    actor_key: keyOf(origin.actor?.name),
    target_id: target?.id,
    target_name: target?.name,
    target_key: keyOf(target?.name),
    detail: detail === undefined ? undefined : JSON.stringify(detail),
    address: origin.address,
    request_id: origin.requestId
  }
  const values = db.select(Object.values(columns).map((value) => db.raw('?', [value ?? null])))
  if (onlyIf !== undefined) void values.from(onlyIf)
  const statement = db.queryBuilder()
  for (const [name, part] of Object.entries(statements)) void statement.with(name, part)
  await statement.into(db.raw('?? (??)', ['audit.events', Object.keys(columns)])).insert(values)
}
