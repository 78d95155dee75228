import type { Page } from 'playwright-core'
import type { RealmName } from '../../../src/config/realm-names.js'
import { readContract } from '../../../src/http/contract.js'

export interface Recorder {
  /** Counts what the page calls from now on. */
  record(page: Page): void
  missing(): string[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Which operations of a contract were called. */
export function createRecorder(api: RealmName): Recorder {
  const operations = Object.entries(readContract(api).paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const id = item?.[method]?.operationId
      return id === undefined ? [] : [{ id, method: method.toUpperCase(), path: pathPattern(path) }]
    })
  )
  const called = new Set<string>()
  return {
    record(page) {
      page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        for (const { id, method, path } of operations) {
          if (method === request.method() && path.test(pathname)) called.add(id)
        }
      })
    },
    missing: () =>
      operations
        .map(({ id }) => id)
        .filter((id) => !called.has(id))
        .sort()
  }
}

/** The operations that no view calls, as `operations.ts` of an API says; the page for calls of the docs site has to. */
export function uncalled(operations: Record<string, string>): string[] {
  return Object.keys(operations)
    .filter((id) => operations[id]!.startsWith('twin: '))
    .sort()
}

/** Paths of the contracts have no characters that mean something else in a pattern. */
function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)
}
