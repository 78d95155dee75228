/** The end of a name such as `0023-drop-mobile.needs-0021`: servers that do not know 0021 use what 0023 takes away. */
const NEEDS = /\.needs-(\d{4})$/

/**
 * Throws where a server that knows the migrations `known` must not use a database that has `unknown` ones of a newer
 * version, and lacks `pending` ones.
 */
export function refuseNewer(unknown: string[], known: string[], pending: string[]): void {
  const barring = unknown.find((name) => !isServedBy(name, known))
  if (barring !== undefined)
    throw new Error(`a newer version has changed the database so that this one cannot use it: ${barring}`)
  if (unknown.length > 0 && pending.length > 0) {
    throw new Error(
      `another version has changed the database: it has ${unknown.join(', ')} and lacks ${pending.join(', ')}`
    )
  }
}

/** Whether servers that know the migrations `known` may use a database that has this one. */
export function isServedBy(name: string, known: string[]): boolean {
  const needed = NEEDS.exec(name)?.[1]
  return needed === undefined || known.some((own) => own.startsWith(needed))
}
