import { expression, VARIABLE, type CollectedRequest, type Found, type Save } from './model.js'

/** How the scripts of a program read and change what scripts work with, as JavaScript. */
export interface Dialect {
  body: string
  status: string
  get: (name: string) => string
  set: (name: string, value: string) => string
  clear: (name: string) => string
  test: string
  assert: (condition: string, message: string) => string
}

/** Makes the value of `run`. */
export const RUN = 'Date.now().toString(36) + Math.random().toString(36).slice(2, 8)'

/** Lines before a request: what it saves is cleared, so that a failure leaves no value of an earlier run. */
export function beforeRequest({ set, clear }: Dialect, { saves, authorized }: CollectedRequest): string[] {
  return Object.entries(saves)
    .filter(([name]) => !(authorized && name === 'token'))
    .map(([name, save]) => (save === 'run' ? set(name, RUN) : clear(name)))
}

/** Lines after a response: a test that it is a success, or what is expected, and what it saves. */
export function afterResponse(dialect: Dialect, { saves, expects }: CollectedRequest): string[] {
  const { status, test, set, assert } = dialect
  const saved = Object.entries(saves).flatMap(([name, save], index) => {
    const value = valueOf(dialect, save)
    if (value === undefined) return []
    const local = `value${index + 1}`
    return [`const ${local} = ${value}`, assert(local, `no ${name} in the response`), set(name, local)]
  })
  const isExpected =
    expects === undefined
      ? assert(`${status} >= 200 && ${status} < 300`, 'the status is not a success')
      : assert(`${status} === ${expects}`, `the status is not ${expects}`)
  const lines = [isExpected, ...saved]
  return [
    `${test}('${expects === undefined ? 'succeeds' : `answers ${expects}`}', () => {`,
    ...lines.map((line) => `  ${line}`),
    '})'
  ]
}

function valueOf(dialect: Dialect, save: Save): string | undefined {
  if (save === 'run') return undefined
  if (typeof save === 'object') return found(dialect, save)
  return save === '' || save.startsWith('/') ? expression(dialect.body, save) : template(dialect, save)
}

/** The field of the one record of a list whose other field equals a text. */
function found(dialect: Dialect, { list, field, equals, value }: Found): string {
  const isIt = `(one) => one.${field} === ${template(dialect, equals)}`
  return `(${expression(dialect.body, list)}.find(${isIt}) || {}).${value}`
}

/** A text that names variables, as an expression. */
function template({ get }: Dialect, text: string): string {
  const parts = text.split(/(\{\{\w+\}\})/).filter((part) => part !== '')
  return parts.map((part) => (VARIABLE.test(part) ? get(part.slice(2, -2)) : `'${part}'`)).join(' + ')
}
