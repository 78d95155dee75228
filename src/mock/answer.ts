import { DomainError } from '../domain-error.js'
import type { Api } from '../http/api.js'
import type { ResponseCheck } from '../http/check-response.js'
import type { Contract, Operation } from '../http/contract.js'
import { HttpProblem } from '../http/problems.js'
import { respond } from '../http/respond.js'
import type { ApiContext, ApiMiddleware } from '../http/state.js'
import type { TokenKeys } from '../tokens/keys.js'
import type { Change, MockRequest } from './change.js'
import { repeatSent } from './echo.js'
import { examplesOf, type ExampleAnswer } from './examples.js'
import { readPreference, type Preference } from './preference.js'
import { listRows, pagesOf } from './rows.js'
import { freshToken } from './tokens.js'
import { createVary, dynamicValues, type Vary } from './vary.js'
import { preferenceProblem } from './with-preferences.js'

export interface MockedApi {
  api: Api
  contract: Contract
  /** Sign the tokens of examples. */
  keys: TokenKeys
}

/** An example with what makes an answer of it. */
interface Template {
  example: ExampleAnswer
  changes: Change[]
}

const RETRY_AFTER_SECONDS = 60

/** What any operation may meet: not an example of its own, but what its API answers then. */
const SHARED_PROBLEMS = new Map<string, () => Error>([
  ['400', () => new HttpProblem('malformed', { message: 'as requested' })],
  ['408', () => new HttpProblem('timeout', {})],
  ['413', () => new HttpProblem('too-large', {})],
  ['415', () => new HttpProblem('unsupported-media-type', {})],
  ['429', () => new DomainError('too-many-attempts', { retryAfter: RETRY_AFTER_SECONDS })],
  ['431', () => new HttpProblem('headers-too-large', {})],
  ['500', () => new HttpProblem('internal-error', {})],
  ['503', () => new DomainError('unavailable', { retryAfter: RETRY_AFTER_SECONDS })]
])

/** Makes, for each operation, the middleware that answers a checked request from an example of the contract. */
export function exampleMiddleware(mocked: MockedApi): (operation: Operation, check?: ResponseCheck) => ApiMiddleware {
  const { problems, envelope } = mocked.api
  const vary = createVary(mocked.contract)
  return (operation, check) => {
    const templates = examplesOf(operation).map((example) => templateOf(mocked, vary, operation, example))
    return (ctx) => {
      const request = requestOf(ctx)
      const problem = sharedProblem(templates, request.preference)
      if (problem !== undefined) throw problem
      const template = choose(templates, request)
      const reason = whyNot(operation, templates, template, request.preference)
      if (template === undefined || reason !== undefined) {
        return respond(ctx, preferenceProblem(problems, reason ?? ''), { check, envelope })
      }
      respond(ctx, answerOf(template, request), { check, envelope })
    }
  }
}

/** What is thrown for a preferred status that the operation does not document itself. */
function sharedProblem(templates: Template[], { code = '', example }: Preference): Error | undefined {
  const isDocumented = templates.some((template) => String(template.example.status) === code)
  return isDocumented || example !== undefined ? undefined : SHARED_PROBLEMS.get(code)?.()
}

function templateOf({ api, keys }: MockedApi, vary: Vary, operation: Operation, example: ExampleAnswer): Template {
  const changes = [
    dynamicValues(vary, operation, example.status),
    listRows(vary, operation, example),
    repeatSent(operation, example),
    freshToken({ realm: api.realm, keys }, operation, example)
  ]
  return { example, changes: changes.filter((change) => change !== undefined) }
}

function requestOf(ctx: ApiContext): MockRequest {
  const { path = {}, query = {}, body } = ctx.state
  return { path, query, body, authorization: ctx.get('Authorization'), preference: readPreference(ctx.get('Prefer')) }
}

/** Without a preference the first success, or the one with the name of a value sent: `/rights/tree` is `tree`. */
function choose(
  templates: Template[],
  { path, query, body, preference: { code, example } }: MockRequest
): Template | undefined {
  if (code === undefined && example === undefined) {
    const successes = templates.filter((template) => template.example.status < 300)
    const values = [path, query, body ?? {}].flatMap((sent): unknown[] => Object.values(sent))
    return successes.find((template) => values.includes(template.example.name ?? null)) ?? successes[0]
  }
  return templates.find(
    ({ example: { status, name } }) =>
      (code === undefined || String(status) === code) && (example === undefined || name === example)
  )
}

/** What the contract does not have of what was preferred, and what it has. */
function whyNot(
  operation: Operation,
  templates: Template[],
  chosen: Template | undefined,
  { rows }: Preference
): string | undefined {
  const { operationId } = operation
  if (chosen === undefined) return `${operationId} has ${namesOf(templates)}`
  if (rows === undefined || (pagesOf(operation) !== undefined && chosen.example.status < 300)) return undefined
  return `rows is for lists in pages, and ${operationId} ${chosen.example.status} is none`
}

function namesOf(templates: Template[]): string {
  const statuses = templates.map(({ example: { status } }) => String(status))
  const codes = [...new Set([...statuses, ...SHARED_PROBLEMS.keys()])].sort()
  const names = templates.flatMap(({ example: { name } }) => name ?? [])
  const examples = names.length === 0 ? '' : ` and the examples ${names.join(', ')}`
  return `the codes ${codes.join(', ')}${examples}`
}

function answerOf({ example, changes }: Template, request: MockRequest): ExampleAnswer {
  const answer = { ...example, body: structuredClone(example.body), headers: { ...example.headers } }
  for (const change of changes) change(answer, request)
  return answer
}
