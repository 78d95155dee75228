import type { Knex } from 'knex'
import { keyOf } from '../database/name-key.js'

/** Who and what stands behind a change; null where there is none, as for an operator at the command line. */
export interface Origin {
  actor: { id: number | string; name: string } | null
  address: string | null
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
  'password-change',
  'password-reset',
  'password-set',
  'role-create',
  'role-update',
  'role-remove',
  'role-rights'
] as const
export type AuditAction = (typeof auditActions)[number]

/** What changed, by name; never a password, hash or token. */
export interface AuditDetail {
  fields?: string[]
  role?: number
  granted?: number[]
  revoked?: number
  /** How many tries the entry stands for, all refused with 429 in one window. */
  refused?: number
  accounts?: number
}

export interface AuditEntry {
  action: AuditAction
  /** `failed` for a password that was refused, or not looked at after too many; changes that are refused leave no entry. */
  result?: 'done' | 'failed'
  target?: { id?: number | string | undefined; name?: string | undefined }
  detail?: AuditDetail
}

/** Writes one entry of the audit trail; `db` is the transaction of the change. */
export async function record(
  db: Knex,
  { realm, origin }: { realm: { name: string }; origin: Origin },
  { action, result = 'done', target, detail }: AuditEntry
): Promise<void> {
  await db('audit.events').insert({
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
  })
}
