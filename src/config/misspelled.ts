import { ConfigError } from './error.js'
import type { Environment } from './environment.js'
import { variables } from './variables.js'

/** Edits by which a name may differ from a long one of ours, of a length at which two are no other word. */
const LONG = { length: 8, edits: 2 }
/** Shorter names than these are near too many words to guess at. */
const MEDIUM = { length: 5, edits: 1 }
/** Names near ours that other programs set: Docker and Kubernetes for a service called `database`, Python programs. */
const OF_OTHERS = new Set(['DATABASE_PORT', 'LOGLEVEL'])
/** Platforms that provide a database set several variables with this beginning, ours among them. */
const OF_PLATFORMS = /^DATABASE_/

const known = Object.values(variables).flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]))
const accepted = new Set(known.flatMap((name) => [name, `${name}_FILE`]))
const guessed = known.filter(({ length }) => length >= MEDIUM.length)
const longTwins = known.filter(({ length }) => length >= LONG.length).map((name) => `${name}_FILE`)

/** Throws `ConfigError` for a variable that is none of ours and is spelled nearly like one. */
export function refuseMisspelled(env: Environment): void {
  const isSet = (name: string): boolean => Boolean(env[name] || env[`${name}_FILE`])
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value === '' || accepted.has(name) || isOfOthers(name)) continue
    const meant = meantBy(name)
    if (meant === undefined || (OF_PLATFORMS.test(name) && isSet(meant))) continue
    throw new ConfigError(`unknown variable ${name}; did you mean ${meant}?`)
  }
}

/** Names of ours have no digits; those of numbered instances do. */
function isOfOthers(name: string): boolean {
  return OF_OTHERS.has(name) || /\d/.test(name)
}

/** The name of ours that is nearest to `name`; undefined when none is near. */
function meantBy(name: string): string | undefined {
  const [base, ending] = /_FILE$/i.test(name) ? [name.slice(0, -5), '_FILE'] : [name, '']
  const meant = nearest(base, guessed)
  // Else the ending may be what is misspelled.
  return meant === undefined ? nearest(name, longTwins) : meant + ending
}

function nearest(name: string, candidates: string[]): string | undefined {
  const near = candidates.flatMap((candidate) => {
    const edits = distance(name, candidate)
    return edits <= mostEdits(candidate) ? [{ candidate, edits }] : []
  })
  return near.sort((a, b) => a.edits - b.edits)[0]?.candidate
}

function mostEdits({ length }: string): number {
  return length >= LONG.length ? LONG.edits : MEDIUM.edits
}

/** Characters to insert, remove, replace or exchange with their neighbour, in whichever case. */
function distance(from: string, to: string): number {
  const [a, b] = [from.toUpperCase(), to.toUpperCase()]
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const edits = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + other]
      row.push(Math.min(...edits, exchanged ? rows[i - 2]![j - 2]! + 1 : Infinity))
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
