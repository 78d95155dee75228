import type { JulongInput } from 'quintet-sdk/julong'
import { reading } from '../session/session.ts'
import { session, type Schemas } from './session.ts'

/** How many entries of the audit trail succeeded and failed. It throws what `session.call` throws. */
export async function countAudit(
  query: JulongInput<'countAudit'>['query'],
  signal: AbortSignal
): Promise<Schemas['AuditCount'][]> {
  return (await session.call((api) => api.countAudit({ query, signal, ...reading }))).body.data.counts
}
