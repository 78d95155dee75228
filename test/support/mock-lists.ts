import type { DocumentedOperation } from '../contract/documented.js'
import { valueAt } from './value-at.js'

/** What the answer of a list in pages has: its items, and the number of all of them. */
export function listIn(
  { pages }: DocumentedOperation,
  { body, headers }: { body: unknown; headers: Record<string, string> }
): { items: { id?: number; _id?: string }[]; total: number } {
  const { items, total } = pages!
  const all = total.startsWith('/') ? valueAt(body, total) : headers[total.toLowerCase()]
  return { items: valueAt(body, items) as [], total: Number(all) }
}
