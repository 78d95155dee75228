import { foldText } from '../database/fold.js'
import { domainError } from '../domain-error.js'

/** The form under which a name is unique: NFKC, trimmed, case folded. `Straße` and `STRASSE` are one name. */
export function canonicalName(name: string): string {
  return foldText(name).trim()
}

/** Control, format and default-ignorable characters, noncharacters, blank symbols. Private use is not among them. */
export const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1D159}]/u
/** Something that is neither white space nor a mark on the character before it. */
const SEEN = /[^\p{White_Space}\p{M}]/u

/** Whether a reader sees all of a name, so that it neither looks like another one nor like nothing. */
export function isVisible(name: string): boolean {
  return !HIDDEN.test(name) && SEEN.test(name)
}

/** Throws `hidden-characters`. */
export function requireVisible(name: string): void {
  if (!isVisible(name)) throw domainError('hidden-characters')
}
