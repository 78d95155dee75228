import type { Issue } from '../domain-error.js'

/** One field of a request that was refused, in words for the person who filled it in. */
export interface FieldError {
  /** Property names and indices down to the value, with dots between them; empty for the body itself. */
  path: string
  message: string
}

const COMBINED = new Set(['oneOf', 'anyOf'])

const TYPES: Record<string, string> = {
  string: '字符串',
  integer: '整数',
  number: '数字',
  boolean: '布尔值',
  object: '对象',
  array: '数组'
}

const SENTENCES: Record<string, (label: string, params: Record<string, unknown>) => string> = {
  required: (label) => `${label}不能为空`,
  type: (label, { type, from, to }) => {
    const integers = typeof to === 'number' ? `，或 ${String(from)} 至 ${String(to)} 的整数` : ''
    return `${label}必须是${TYPES[String(type)] ?? String(type)}${integers}`
  },
  minLength: (label, { limit }) => (limit === 1 ? `${label}不能为空` : `${label}不能少于 ${String(limit)} 个字符`),
  maxLength: (label, { limit }) => `${label}不能超过 ${String(limit)} 个字符`,
  minimum: (label, { limit }) => `${label}不能小于 ${String(limit)}`,
  maximum: (label, { limit }) => `${label}不能大于 ${String(limit)}`,
  enum: (label, { allowedValues }) => `${label}只能是 ${(allowedValues as unknown[]).join('、')} 之一`,
  pattern: (label, { pattern }) => (pattern === '\\S' ? `${label}不能为空` : `${label}的格式不正确`),
  format: (label, { format }) => `${label}${/password$/.test(String(format)) ? '过短或过长' : '的格式不正确'}`,
  oneOf: (label) => `${label}的格式不正确`,
  anyOf: (label) => `${label}的格式不正确`,
  additionalProperties: (label) => `不支持参数 ${label.trim()}`,
  differsFromPath: (label) => `${label}与路径中的值不一致`,
  text: (label) => `${label}含有不支持的字符`,
  years: (label) => `${label}必须在 1970 年至 9999 年之间`,
  laterThanFrom: (label) => `${label}必须晚于开始时间`,
  buckets: (_, { limit }) => `时间范围过长，最多统计 ${String(limit)} 段`,
  decimalPlaces: (label) => `${label}最多保留两位小数`,
  exists: (label) => `${label}不存在`
}

/** The issues in Chinese, one for each field: of several, the one that covers the others, else the first. */
export function fieldErrors(issues: Issue[]): FieldError[] {
  const byField = new Map<string, Issue>()
  for (const issue of issues) {
    const path = issue.path.slice(1).join('.')
    if (!byField.has(path) || COMBINED.has(issue.rule)) byField.set(path, issue)
  }
  return [...byField].map(([path, issue]) => ({ path, message: sentenceOf(issue) }))
}

function sentenceOf({ path, rule, label = path[0] === 'body' ? '请求体' : '请求', params = {} }: Issue): string {
  // Chinese is set apart from Latin letters by a space.
  const subject = /\w$/.test(label) ? `${label} ` : label
  return SENTENCES[rule]?.(subject, params) ?? `${subject}不正确`
}

/** A refusal of one field for a reason that is the message of the whole answer too. */
export function refusedField(path: string, message: string): { message: string; errors: FieldError[] } {
  return { message, errors: [{ path, message }] }
}

/** What the documents have 422 for; a query or a path is no body. */
export function areOfBody(issues: Issue[]): boolean {
  return issues.every(({ path }) => path[0] === 'body')
}
