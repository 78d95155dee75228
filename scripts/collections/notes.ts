import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { packageRoot } from '../../src/config/package-root.js'
import type { Save } from './model.js'

/** What the contract does not say of an operation's request in the collection. */
export interface Note {
  /** In place of the contract's examples. */
  path?: Record<string, string>
  query?: Record<string, string>
  /** Fields in place of those of the example; null leaves a field out. */
  body?: Record<string, unknown>
  /** The status of the answer, where no request that is written down can succeed. */
  expects?: number
  /** What a success saves, by the names of the values. */
  saves?: Record<string, Save>
}

/** By operationId, in the order in which the requests are sent. */
export type Notes = Record<string, Note>

/** Reads `openapi/collections/<api>.yaml`, which an API may have. */
export function readNotes(api: string): Notes {
  const file = new URL(`openapi/collections/${api}.yaml`, packageRoot)
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Notes) : {}
}
