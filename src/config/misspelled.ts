import { ConfigError } from './error.js'
import type { Environment } from './environment.js'
import { variables } from './variables.js'

/** Names of so many letters may differ in two edits, for no other word is as near; shorter ones in one. */
const LONG = 8
/** A name of so few letters is another word when it begins with another letter: `COST`, `VHOST`, `SORT`. */
const SHORT = 4
/** Near ours, but of other programs: Docker and Kubernetes for a service `database`, Python, npm on Windows. */
const OF_OTHERS = new Set(['DATABASE_PORT', 'LOGLEVEL', 'NODE_EXE', 'POST', 'HOSTS_FILE'])
/** Platforms that provide a database set several variables with this beginning, ours among them. */
const OF_PLATFORMS = /^DATABASE_/

const known = Object.values(variables).flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]))
const accepted = new Set(known.flatMap((name) => [name, `${name}_FILE`]))
const longTwins = known.filter(({ length }) => length >= LONG).map((name) => `${name}_FILE`)

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
  const meant = nearest(base, known)
  // Else the ending may be what is misspelled.
  return meant === undefined ? nearest(name, longTwins) : meant + ending
}

function nearest(name: string, candidates: string[]): string | undefined {
  const near = candidates.flatMap((candidate) => {
    const edits = distance(name.toUpperCase(), candidate, candidate.length >= LONG ? 2 : 1)
    return edits < Infinity && !isOtherWord(name, candidate) ? [{ candidate, edits }] : []
  })
  return near.sort((a, b) => a.edits - b.edits)[0]?.candidate
}

function isOtherWord(name: string, candidate: string): boolean {
  if (candidate.length > SHORT) return false
  const [first, second] = name.toUpperCase()
  return first !== candidate[0] && !(second === candidate[0] && first === candidate[1])
}

/** Characters to insert, remove, replace or exchange with their neighbour; infinite where they are more than `most`. */
function distance(a: string, b: string, most: number): number {
  if (most < 0) return Infinity
  if (a === b) return 0
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1), most)
  const exchanged = a[0] === b[1] && a[1] === b[0]
  return (
    1 +
    Math.min(
      a === '' ? Infinity : distance(a.slice(1), b, most - 1),
      b === '' ? Infinity : distance(a, b.slice(1), most - 1),
      distance(a.slice(1), b.slice(1), most - 1),
      exchanged ? distance(a.slice(2), b.slice(2), most - 1) : Infinity
    )
  )
}
