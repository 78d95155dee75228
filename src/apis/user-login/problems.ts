import type { components } from '../../../generated/user-login.js'
import { problemTable, type ProblemResponse } from '../../http/problems.js'
import { validationIssues } from './validation.js'

type Problem = components['schemas']['Problem']
type ValidationIssue = components['schemas']['ValidationIssue']
type ValidationProblem = components['schemas']['ValidationProblem']

const problem = (_status: number, detail: string): Problem => ({ detail })

const unauthorized = (detail: string) => (): ProblemResponse => ({
  status: 401,
  body: problem(401, detail),
  headers: { 'WWW-Authenticate': 'Bearer' }
})

function refused(field: string, message: string, operationId: string | undefined): ProblemResponse {
  return invalid(validationIssues([{ path: ['body', field], rule: 'domain', message }]), operationId)
}

/** The document gives 422 to no reset of a password: 400 is what it has beside 404. */
const RESETS = new Set(['resetPassword', 'resetPasswordHyphenated'])

function invalid(issues: ValidationIssue[], operationId: string | undefined): ProblemResponse {
  if (!RESETS.has(operationId ?? '')) return { status: 422, body: { detail: issues } satisfies ValidationProblem }
  const sentences = issues.map(({ loc, msg }) => `${loc.slice(1).join('.') || 'body'}: ${msg}`)
  return { status: 400, body: problem(400, sentences.join('; ')) }
}

export const problems = problemTable(problem, {
  'path-unknown': [404, 'Not Found'],
  'method-not-allowed': [405, 'Method Not Allowed'],
  malformed: (_, operationId) => {
    // Without an operation it is the path or the query that cannot be read.
    const detail = operationId === undefined ? 'Bad Request' : 'There was an error parsing the body'
    return { status: 400, body: problem(400, detail) }
  },
  'too-large': [413, 'Request body too large'],
  'headers-too-large': [431, 'Request header fields too large'],
  timeout: [408, 'Request timeout'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  invalid: ({ issues }, operationId) => invalid(validationIssues(issues), operationId),
  'too-many-attempts': [429, 'Too many requests'],
  'internal-error': [500, 'Internal server error'],
  busy: [503, 'Service unavailable'],
  unavailable: [503, 'Service unavailable'],

  'token-missing': unauthorized('Not authenticated'),
  'token-malformed': unauthorized('Not authenticated'),
  'token-expired': unauthorized('Token has expired'),
  'token-invalid': unauthorized('Token is invalid'),
  'token-revoked': unauthorized('Token is invalid'),
  'caller-removed': unauthorized('Token is invalid'),
  'caller-disabled': unauthorized('Token is invalid'),
  'refresh-refused': [403, 'Refresh token is invalid or expired'],
  'right-missing': [403, 'Forbidden'],

  'unknown-login': [400, 'Incorrect email or password'],
  'wrong-password': [400, 'Incorrect email or password'],
  'login-failed': [400, 'Incorrect email or password'],
  'login-disabled': [403, 'User is disabled'],
  'wrong-current-password': [400, 'Incorrect password'],
  'name-taken': [400, 'Email already registered'],
  'hidden-characters': (_, operationId) => refused('email', 'must not have characters that nobody sees', operationId),
  'weak-password': ({ field = '' }, operationId) =>
    refused(field, 'the password is a common one, or the email of the account', operationId),
  'account-not-found': [404, 'User not found'],
  'session-not-found': [404, 'Session not found'],
  'profile-not-found': [404, 'User information not found']
})
