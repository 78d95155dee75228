import type { ErrorObject } from 'ajv'
import { DomainError, type Issue } from '../domain-error.js'
import type { Contract, Operation } from './contract.js'
import { namesOfPath, readParameters } from './parameters.js'
import type { ApiMiddleware } from './state.js'
import { findBadText } from './text.js'

/** Of a query that repeats a parameter of the path. */
const OTHER_VALUE = { rule: 'differsFromPath', message: 'must be the value in the path' }

/** Checks path, query and body against the contract. Throws `invalid` with every issue. */
export function validateMiddleware(contract: Contract, operation: Operation): ApiMiddleware {
  if (!takesAnything(contract, operation)) return takeNothing
  const parametersOf = readParameters(contract, operation)
  const ofPath = namesOfPath(operation)
  return (ctx) => {
    const { path, query } = parametersOf(ctx)
    const request = { path, query, ...(ctx.state.body !== undefined && { requestBody: ctx.state.body }) }
    const issues = [
      ...findBadText(request),
      ...contract
        .requestValidators(operation)
        .flatMap((validate) => (validate(request) ? [] : toIssues(validate.errors)))
        .map((issue) => (isOfPath(issue, ofPath) ? { ...issue, ...OTHER_VALUE } : issue))
    ]
    if (issues.length > 0) throw new DomainError('invalid', { issues: issues.map(inBody) })
    ctx.state.path = path
    ctx.state.query = query
  }
}

/** Whether anything but its path and its headers can make a request another one, or a bad one. */
function takesAnything({ refusesUnknownQuery }: Contract, { parameters = [], requestBody }: Operation): boolean {
  return refusesUnknownQuery || parameters.length > 0 || requestBody !== undefined
}

const takeNothing: ApiMiddleware = ({ state }) => {
  state.path = {}
  state.query = {}
}

function toIssues(errors: ErrorObject[] | null | undefined): Issue[] {
  return (errors ?? []).map((error) => ({
    path: [...pathOf(error.instancePath), ...namedIn(error)],
    rule: error.keyword,
    message: error.message ?? error.keyword,
    params: error.params
  }))
}

function pathOf(pointer: string): (string | number)[] {
  const keys = pointer.split('/').slice(1)
  return keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key.replace(/~1/g, '/').replace(/~0/g, '~')))
}

function isOfPath({ rule, path: [place, name] }: Issue, ofPath: Map<unknown, string>): boolean {
  return rule === 'additionalProperties' && place === 'query' && ofPath.has(name)
}

/** The property that is missing or too much is named in the parameters, not in the path. */
function namedIn({ keyword, params }: ErrorObject): string[] {
  if (keyword === 'required') return [params.missingProperty as string]
  if (keyword === 'additionalProperties') return [params.additionalProperty as string]
  return []
}

function inBody(issue: Issue): Issue {
  const [place, ...rest] = issue.path
  return place === 'requestBody' ? { ...issue, path: ['body', ...rest] } : issue
}
