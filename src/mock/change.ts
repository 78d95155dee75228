import type { ExampleAnswer } from './examples.js'
import type { Preference } from './preference.js'

/** A request that its contract allows. */
export interface MockRequest {
  path: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
  /** The header `Authorization`, '' without one. */
  authorization: string
  preference: Preference
}

/** Changes an answer, which is a copy of an example, for one request. */
export type Change = (answer: ExampleAnswer, request: MockRequest) => void
