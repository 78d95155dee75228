import { foldText } from './fold.js'

/** Characters that an index compares. A name that was only tried may have thousands, more than an index takes. */
export const KEY_LENGTH = 256

/** What the audit trail finds a name by: all spellings that log in to one account have the same. */
export function keyOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const canonical = foldText(name).trim() || name
  return canonical.length > KEY_LENGTH ? Array.from(canonical).slice(0, KEY_LENGTH).join('') : canonical
}
