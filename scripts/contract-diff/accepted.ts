import type { Break } from './breaks.js'

/** A break that was decided on: the break itself, and for its users the reason, which CHANGELOG.md repeats. */
export interface AcceptedBreak extends Pick<Break, 'api' | 'rule' | 'path' | 'what'> {
  reason: string
}

const FIELDS = ['api', 'rule', 'path', 'what', 'reason'] as const

/** The text of openapi/breaks.json. Throws where an entry lacks a field. */
export function readAccepted(text: string): AcceptedBreak[] {
  const entries = JSON.parse(text) as Partial<AcceptedBreak>[]
  for (const entry of entries) {
    const missing = FIELDS.filter((field) => typeof entry[field] !== 'string' || entry[field].trim() === '')
    if (missing.length > 0) throw new Error(`an accepted break lacks ${missing.join(', ')}: ${JSON.stringify(entry)}`)
  }
  return entries as AcceptedBreak[]
}

export function acceptanceOf(found: Break, accepted: AcceptedBreak[]): AcceptedBreak | undefined {
  return accepted.find(({ api, rule, path, what }) => {
    return api === found.api && rule === found.rule && path === found.path && what === found.what
  })
}

/** The accepted breaks whose reason users do not find in the change log, however its lines are broken. */
export function notShown(accepted: AcceptedBreak[], changelog: string): AcceptedBreak[] {
  const shown = oneLine(changelog)
  return accepted.filter(({ reason }) => !shown.includes(oneLine(reason)))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
