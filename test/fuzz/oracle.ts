import assert from 'node:assert/strict'
import type { RealmName } from '../../src/config/realm-names.js'
import type { ResponseValidator } from '../contract/response-validator.js'
import type { Answer } from '../support/client.js'
import type { FuzzedOperation } from './parts.js'

/** What any operation may meet, which the contract describes as its `default` response. */
const SHARED = new Set([400, 413, 415, 429, 503])

/** How each API says that a request breaks its contract. */
const REFUSALS: Record<RealmName, (answer: Answer) => boolean> = {
  // That nobody has an assignee's name is no matter of the schema, and neither is what a new name is made of.
  tms: ({ status, body }) =>
    status === 422 && !['用户名不存在', '名称含有控制字符或不可见字符'].includes(body.data.errors[0].message),
  julong: ({ status, body }) => [400, 422].includes(status) && body.meta.message === '请求参数错误',
  'waste-sorting': ({ status, body }) =>
    status === 400 && ['请求参数不完整', '无效的状态值', '缺少新密码'].includes(body.message),
  'user-login': ({ status }) => status === 422,
  'back-office': ({ status, body }) => [400, 422].includes(status) && body.message === '请求参数错误'
}

/** Whether the answer says that the request breaks the contract. */
export function refusesRequest(api: RealmName, answer: Answer): boolean {
  return REFUSALS[api](answer)
}

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
