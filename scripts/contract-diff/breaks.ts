import { diffDocuments, type Change, type Document } from './redocly.js'
import { findGap } from './gaps.js'
import { sharedPaths } from './paths.js'
import { componentOf, pointerOf, valueAt } from './pointers.js'
import { withoutWrappers } from './wrapped.js'
import { usersOf, type User } from './users.js'
import { REASONS, type RuleName } from './reasons.js'

/** One change of a contract that may break its clients. */
export interface Break {
  api: string
  rule: RuleName
  /** JSON pointer of what changed: `#/paths/~1tms~1login/post/…` or `#/components/…`. */
  path: string
  /** The operations that it concerns, by operationId. */
  operations: string[]
  what: string
  /** What becomes of a client. */
  why: string
}

/** What breaks clients of `base` in `revision`, two bundled documents of one API. Empty when nothing does. */
export function findBreaks(api: string, base: Document, revision: Document): Break[] {
  const shared = sharedPaths(withoutWrappers(base), withoutWrappers(revision))
  const changes = diffDocuments(shared.base, shared.revision)
  return [
    ...shared.removed.map((path) => removedPath(api, base, path)),
    ...changes.flatMap((change) => breaksOf(api, change, shared.base, shared.revision))
  ]
}

function removedPath(api: string, base: Document, removed: string): Break {
  const rule = 'path-removed'
  const path = pointerOf(['paths', removed])
  const operations = operationIds(usersOf(base, path))
  return { api, rule, path, operations, what: `Path \`${removed}\` was removed.`, why: REASONS[rule] }
}

function breaksOf(api: string, change: Change, base: Document, revision: Document): Break[] {
  const path = pathOf(change, base, revision)
  const users = usersOf(change.kind === 'added' ? revision : base, path)
  const gap = change.verdicts.length === 0 ? findGap(change, users) : undefined
  return [...change.verdicts.map(verdictOf), ...(gap === undefined ? [] : [gap])].map(({ rule, what }) => {
    return { api, rule, path, operations: operationIds(users), what, why: REASONS[rule] }
  })
}

function operationIds(users: User[]): string[] {
  return [...new Set(users.map(({ operationId }) => operationId))]
}

/** Where a component itself has changed, its place there, for that is one change of all its users. */
function pathOf({ path, base: from, revision: to }: Change, base: Document, revision: Document): string {
  const pointer = (from ?? to)?.pointer ?? path
  const component = componentOf(pointer)
  if (component === undefined) return path
  const [before, after] = [base, revision].map((document) => JSON.stringify(valueAt(document, component)))
  return before === after ? path : pointer
}

/** The one break when a whole API is gone. */
export function removedApi(api: string): Break {
  const rule = 'api-removed'
  return { api, rule, path: '#/', operations: [], what: `The API ${api} was removed.`, why: REASONS[rule] }
}

function verdictOf({ ruleId, message }: Change['verdicts'][number]): { rule: RuleName; what: string } {
  if (!(ruleId in REASONS)) throw new Error(`a rule without a reason: ${ruleId}`)
  return { rule: ruleId as RuleName, what: message }
}
