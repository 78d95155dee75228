import type { ProblemResponse, ProblemTable } from './problems.js'

export interface Enveloped {
  status: number
  body: unknown
}

/** What an API sends in the place of a response of its contract. */
export type Envelope = (response: Enveloped) => Enveloped

/** The problems of an API as it sends them. */
export function envelopeProblems(problems: ProblemTable, envelope: Envelope | undefined): ProblemTable {
  if (envelope === undefined) return problems
  const entries = Object.entries(problems) as [string, (details: unknown, operationId?: string) => ProblemResponse][]
  const enveloped = entries.map(([code, describe]) => [
    code,
    (details: unknown, operationId?: string) => {
      const response = describe(details, operationId)
      return { ...response, ...envelope(response) }
    }
  ])
  return Object.fromEntries(enveloped) as ProblemTable
}
