import type { RouteLocationRaw } from 'vue-router'

/** The filters of the audit trail by their names in the address, as they are at first. Times are ISO 8601. */
export const AUDIT_FILTERS = { actor: '', action: '', result: '', from: '', to: '' }

export type AuditFilters = typeof AUDIT_FILTERS

/** The entries of the audit trail that these filters keep. */
export function auditRoute(filters: Partial<AuditFilters>): RouteLocationRaw {
  return { name: 'julong-audit', query: { ...filters } }
}

export interface AuditQuery {
  actor?: string
  action?: string
  result?: 'done' | 'failed'
  from?: string
  to?: string
}

/** The query of `listAudit`; a result or a time that makes no sense is no filter. */
export function auditQuery({ actor, action, result, from, to }: AuditFilters): AuditQuery {
  return {
    ...(actor && { actor }),
    ...(action && { action }),
    ...((result === 'done' || result === 'failed') && { result }),
    ...(isTime(from) && { from }),
    ...(isTime(to) && { to })
  }
}

export function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}
