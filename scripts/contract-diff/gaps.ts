import type { Change } from './redocly.js'
import type { RuleName } from './reasons.js'
import type { User } from './users.js'

interface Gap {
  rule: RuleName
  what: string
}

/** What a change breaks that `redocly diff` lets pass: the rest of oasdiff's rules, and what the contracts' own extensions mean. */
export function findGap(change: Change, users: User[]): Gap | undefined {
  const { typeName, kind, property, path } = change
  const [before, after] = [change.base?.value, change.revision?.value]
  const name = path.slice(path.lastIndexOf('/') + 1)

  if (typeName === 'Header' && property === 'required' && before === true) {
    return { rule: 'response-header-became-optional', what: `Header \`${name}\` is no longer sent for certain.` }
  }
  if (typeName === 'RequestBody' && kind === 'added' && (after as { required?: boolean }).required === true) {
    return { rule: 'request-body-added', what: 'A required request body was added.' }
  }
  const isProperty = typeName === 'Schema' && /\/properties\/[^/]+$/.test(path)
  if (isProperty && kind === 'removed' && users.some(({ place }) => place === 'request')) {
    return { rule: 'request-property-removed', what: `Property \`${name}\` of a request was removed.` }
  }
  if (property === 'x-right' && after !== undefined) {
    return { rule: 'right-changed', what: `The right ${JSON.stringify(after)} is required.` }
  }
  if (property === 'x-unknown-query' && after === 'refused') {
    return { rule: 'unknown-query-refused', what: 'Unknown query parameters are refused.' }
  }
  if (property === 'x-expired-token' && before === 'accepted') {
    return { rule: 'expired-token-refused', what: 'An expired token is no longer accepted.' }
  }
  return undefined
}
