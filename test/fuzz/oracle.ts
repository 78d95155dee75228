import assert from 'node:assert/strict'
import type { ResponseValidator } from '../contract/response-validator.js'
import type { Answer } from '../support/client.js'
import type { FuzzedOperation } from './parts.js'

/** What any operation may meet, which the contract describes as its `default` response. */
const SHARED = new Set([400, 413, 415, 429, 503])

/** Fails unless the answer is one that the contract has for the operation, and no internal error. */
export function assertWithinContract(
  { responses, problem }: FuzzedOperation,
  validate: ResponseValidator,
  answer: Answer
): void {
  const { status, headers, body } = answer
  assert.ok(status < 500, `answered ${status}`)
  const response = responses.get(String(status)) ?? (SHARED.has(status) ? problem : undefined)
  assert.ok(response, `answered ${status}, which the contract does not have`)
  assert.deepEqual(validate(response, { headers: Object.fromEntries(headers), body: JSON.stringify(body) }), [])
}
