import { foldText } from '../database/fold.js'
import { domainError } from '../domain-error.js'

/**
 * The form under which a login name is unique: NFKC, without surrounding white space, without regard to case.
 * `Ａdmin ` and `admin` are one name, and so are `Straße` and `STRASSE`.
 */
export function canonicalName(name: string): string {
  return foldText(name).trim()
}

/**
 * Characters that nobody sees, or that only change how their neighbours are drawn: control and format characters, line and
 * paragraph separators, what Unicode lets a font leave out, code points that are no characters, and two blanks that
 * count as symbols. Characters of private use and of a later Unicode are not among them: fonts show them, rare Chinese ones
 * in names for instance.
 */
const HIDDEN =
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
