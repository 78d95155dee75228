import type { IncomingMessage } from 'node:http'
import { holdsRight, type CallerLoader } from '../accounts/caller.js'
import { domainError } from '../domain-error.js'
import type { TokenVerifier } from '../tokens/verifier.js'
import type { Contract, Operation } from './contract.js'
import { HttpProblem } from './problems.js'
import { countHeader } from './raw-headers.js'
import type { ApiMiddleware } from './state.js'

export interface Authenticator {
  verify: TokenVerifier
  /** The account of a believed token. Throws where it does not hold any more. */
  loadCaller: CallerLoader
}

/** Takes the token out of an `Authorization` header; undefined when the header is not of the scheme's form. */
type TokenReader = (header: string) => string | undefined

interface SecurityScheme {
  type: string
  scheme?: string
  in?: string
  name?: string
}

/** The word may be there twice: a token that is answered with it gets another from a client's bearer setting. */
const bearer: TokenReader = (header) => /^(?:bearer +){1,2}(\S+) *$/i.exec(header)?.[1]
const bare: TokenReader = (header) => /^\s*(\S+)\s*$/.exec(header)?.[1]

/**
 * The middleware that authenticates the caller, by the operation's `security`; undefined for a public operation.
 * Throws at start when the contract names a scheme that nothing here can check.
 */
export function authenticateMiddleware(
  contract: Contract,
  operation: Operation,
  authenticator: Authenticator
): ApiMiddleware | undefined {
  if (operation.security === undefined) throw new Error(`${operation.operationId} does not state its security`)
  if (operation.security.length === 0) return undefined
  const readers = operation.security.map((requirement) => readerFor(contract, operation, requirement))
  const { verify, loadCaller } = authenticator
  const ignoreExpiration = (operation as { 'x-expired-token'?: string })['x-expired-token'] === 'accepted'
  const acceptsUnenrolled = (operation as { 'x-unenrolled'?: string })['x-unenrolled'] === 'accepted'
  return async ({ req, state }) => {
    const verification = verify(readToken(req, readers), { ignoreExpiration })
    if ('problem' in verification) throw new HttpProblem(`token-${verification.problem}`, {})
    state.token = verification.token
    if (ignoreExpiration) return
    state.caller = await loadCaller(verification.token)
    if (state.caller.mustEnrol && !acceptsUnenrolled) throw domainError('enrolment-required')
  }
}

/** The middleware that requires the right which the operation names, `x-right`. */
export function authoriseMiddleware(operation: Operation): ApiMiddleware | undefined {
  const right = (operation as { 'x-right'?: string })['x-right']
  if (right === undefined) return undefined
  if (!operation.security?.length) throw new Error(`${operation.operationId} asks for a right but for no token`)
  return ({ state: { caller } }) => {
    if (caller === undefined || !holdsRight(caller, right)) throw new HttpProblem('right-missing', { right })
  }
}

function readerFor(contract: Contract, operation: Operation, requirement: Record<string, unknown>): TokenReader {
  const [name, ...more] = Object.keys(requirement)
  const schemes = contract.document.components?.securitySchemes as Record<string, SecurityScheme> | undefined
  const scheme = name === undefined || more.length > 0 ? undefined : schemes?.[name]
  if (scheme?.type === 'http' && scheme.scheme === 'bearer') return bearer
  if (scheme?.type === 'apiKey' && scheme.in === 'header' && scheme.name?.toLowerCase() === 'authorization') return bare
  throw new Error(
    `${operation.operationId} asks for security that the server cannot check: ${JSON.stringify(requirement)}`
  )
}

function readToken(
  { headers: { authorization: header = '' }, rawHeaders }: IncomingMessage,
  readers: TokenReader[]
): string {
  if (header.trim() === '') throw new HttpProblem('token-missing', {})
  // Two of them are no credentials at all.
  if (countHeader(rawHeaders, 'authorization') > 1) throw new HttpProblem('token-malformed', {})
  for (const read of readers) {
    const token = read(header)
    if (token !== undefined) return token
  }
  throw new HttpProblem('token-malformed', {})
}
