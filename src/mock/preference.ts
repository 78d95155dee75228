/** What a client wants of the mock: the header `Prefer` (RFC 7240) with the preferences of Prism, and two more. */
export interface Preference {
  /** The status to answer with, as it was written. */
  code?: string
  /** The name of an example. */
  example?: string
  /** Values that differ from answer to answer. */
  dynamic?: boolean
  /** How many items a list has in all. */
  rows?: number
  /** Milliseconds to wait before the answer. */
  delay?: number
}

/** A header `Prefer` that the mock cannot follow; the message says what is wrong with it. */
export class BadPreference extends Error {}

interface Kind {
  /** Its values, in words. */
  values: string
  /** Undefined where the text is none of its values. */
  read: (text: string) => string | number | boolean | undefined
}

const MOST_ROWS = 100_000
const MOST_DELAY_MS = 60_000
/** The most characters of a header that a message repeats. */
const MOST_REPEATED = 60

const anyText = (text: string): string => text
const wholeNumber = (most: number) => (text: string) =>
  /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined

const kinds = new Map<string, Kind>([
  ['code', { values: 'a status', read: anyText }],
  ['example', { values: 'the name of an example', read: anyText }],
  ['dynamic', { values: 'true or false', read: (text) => (/^(true|false)$/.test(text) ? text === 'true' : undefined) }],
  ['rows', { values: `a whole number from 0 to ${MOST_ROWS}`, read: wholeNumber(MOST_ROWS) }],
  ['delay', { values: `a whole number of milliseconds from 0 to ${MOST_DELAY_MS}`, read: wholeNumber(MOST_DELAY_MS) }]
])

/** One preference: all up to a comma or a semicolon that is in no quotes. */
const PIECE = /(?:[^,;"]|"[^"]*"?)+/g
const NAME_AND_VALUE = /^([^=]*)(?:=(.*))?$/s

/** Reads `code=409, example=nameTaken`, also with semicolons. Throws `BadPreference` for all that it does not know. */
export function readPreference(header: string): Preference {
  const preference: Record<string, unknown> = {}
  for (const piece of header.match(PIECE) ?? []) {
    if (piece.trim() === '') continue
    const [, before = '', value] = NAME_AND_VALUE.exec(piece) ?? []
    const name = before.trim().toLowerCase()
    const kind = kinds.get(name)
    if (kind === undefined) throw new BadPreference(`the mock knows ${knownNames()}, not ${repeated(before)}`)
    if (Object.hasOwn(preference, name)) throw new BadPreference(`${name} is given twice`)
    preference[name] = readValue(name, kind, value)
  }
  return preference
}

/** Whether the answer is to be made of the contract's examples, where there is also another way to make it. */
export function wantsExample({ code, example, dynamic = false, rows }: Preference): boolean {
  return code !== undefined || example !== undefined || dynamic || rows !== undefined
}

function readValue(name: string, { values, read }: Kind, text: string | undefined): string | number | boolean {
  const value = text === undefined ? undefined : read(text.trim().replace(/^"(.*)"$/s, '$1'))
  if (value !== undefined) return value
  throw new BadPreference(`${name} is ${values}${text === undefined ? '' : `, not ${repeated(text)}`}`)
}

function knownNames(): string {
  const names = [...kinds.keys()]
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function repeated(text: string): string {
  const trimmed = text.trim()
  return trimmed.length > MOST_REPEATED ? `${trimmed.slice(0, MOST_REPEATED)}…` : trimmed || 'an empty text'
}
