import { HttpProblem, type ProblemResponse, type ProblemTable } from '../http/problems.js'
import type { Api } from '../http/api.js'
import type { Envelope } from '../http/envelope.js'
import type { ResponseCheck } from '../http/check-response.js'
import type { Operation } from '../http/contract.js'
import { respond } from '../http/respond.js'
import type { ApiMiddleware } from '../http/state.js'
import { DomainError } from '../domain-error.js'
import { examplesOf, type ExampleAnswer } from './examples.js'
import { readPreference, type Preference } from './preference.js'

const RETRY_AFTER_SECONDS = 60

/** What any operation may meet: not an example of its own, but what its API answers then. */
const SHARED_PROBLEMS: Record<string, () => Error> = {
  400: () => new HttpProblem('malformed', { message: 'as requested' }),
  413: () => new HttpProblem('too-large', {}),
  415: () => new HttpProblem('unsupported-media-type', {}),
  429: () => new DomainError('too-many-attempts', { retryAfter: RETRY_AFTER_SECONDS }),
  500: () => new HttpProblem('internal-error', {}),
  503: () => new DomainError('unavailable', { retryAfter: RETRY_AFTER_SECONDS })
}

/** The middleware that answers a checked request with the example that `Prefer` names, or else the first of success. */
export function exampleMiddleware(
  { problems, envelope }: Pick<Api, 'problems'> & { envelope: Envelope | undefined },
  operation: Operation,
  check?: ResponseCheck
): ApiMiddleware {
  const examples = examplesOf(operation)
  return (ctx) => {
    const preference = readPreference(ctx.get('Prefer'))
    const { code } = preference
    const documented = examples.some(({ status }) => String(status) === code)
    const problem = code !== undefined && !documented && !preference.example && SHARED_PROBLEMS[code]
    if (problem) throw problem()
    respond(ctx, choose(examples, preference) ?? unknownPreference(problems, operation, examples), { check, envelope })
  }
}

function choose(examples: ExampleAnswer[], { code, example }: Preference): ExampleAnswer | undefined {
  if (code === undefined && example === undefined) return examples.find(({ status }) => status < 300)
  return examples.find(
    ({ status, name }) => (code === undefined || String(status) === code) && (example === undefined || name === example)
  )
}

/** 400 in the API's own error body, which says what there is to ask for. */
function unknownPreference(problems: ProblemTable, operation: Operation, examples: ExampleAnswer[]): ProblemResponse {
  const codes = [...new Set([...examples.map(({ status }) => String(status)), ...Object.keys(SHARED_PROBLEMS)])].sort()
  const names = examples.flatMap(({ name }) => name ?? [])
  const words = [`Prefer: ${operation.operationId} has the codes ${codes.join(', ')}`]
  if (names.length > 0) words.push(`the examples ${names.join(', ')}`)
  const { status, body } = problems.malformed({ message: '' }, undefined)
  return { status, body: withText(body, words.join(' and ')) }
}

/** An error body with this text in the place of its own. */
function withText(body: unknown, text: string): unknown {
  if (typeof body === 'string') return text
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, withText(value, text)]))
}
