import type { Fact } from '../lists/FactList.vue'
import type { Schemas } from './session.ts'
import { t } from './audit-texts.ts'
import { t as common } from './texts.ts'

export type AuditEvent = Schemas['AuditEvent']

/** The kinds of entries that julong's trail has. */
export const actions = [
  'login',
  'session-end',
  'account-create',
  'account-update',
  'account-disable',
  'account-enable',
  'account-unlock',
  'account-remove',
  'account-role',
  'account-import',
  'account-export',
  'password-change',
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
type Action = (typeof actions)[number]

/** One that is not known is shown as the server names it. */
export function actionName(action: string): string {
  return actions.includes(action as Action) ? t(`action.${action as Action}`) : action
}

const FIELDS = { email: 'users.email', mobile: 'users.mobile' } as const

/** The names of roles and rights by id, as far as they may be read. */
export interface Names {
  roles: ReadonlyMap<number, string>
  rights: ReadonlyMap<number, string>
}

/** What an entry's detail says, as labels and texts. */
export function detailFacts(detail: AuditEvent['detail'], { roles, rights }: Names): Fact[] {
  const { fields, role, granted, revoked, required, refused, accounts, sessions } = detail ?? {}
  const right = (id: number): string => rights.get(id) ?? String(id)
  const field = (name: string): string => (name in FIELDS ? common(FIELDS[name as keyof typeof FIELDS]) : name)
  const lines: [string, string | undefined][] = [
    [t('audit.fields'), fields?.map(field).join(', ')],
    [t('audit.role'), role === undefined ? undefined : (roles.get(role) ?? String(role))],
    [t('audit.granted'), granted === undefined ? undefined : granted.map(right).join(', ') || t('audit.noRights')],
    [t('audit.revoked'), revoked === undefined ? undefined : right(revoked)],
    [t('audit.required'), required === undefined ? undefined : t(required ? 'audit.isRequired' : 'audit.isOptional')],
    [t('audit.refused'), refused?.toString()],
    [t('audit.accounts'), accounts?.toString()],
    [t('audit.sessions'), sessions?.toString()]
  ]
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}
