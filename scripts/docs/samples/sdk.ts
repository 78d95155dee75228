import type { NewAccount } from '../../../src/accounts/register.js'
import type { RealmName } from '../../../src/config/realm-names.js'
import { sampleAccountsOf } from '../../../src/server/samples.js'
import type { DocumentedApi, DocumentedOperation, Field } from '../model.js'
import { javaScript, literal, type Json } from './literal.js'
import { ORIGIN } from './request.js'

type Call = Record<string, object>

/** The operation called through the SDK, with the contract's examples, after the login of a sample account if it needs one. */
export function sdkSample(api: DocumentedApi, operation: DocumentedOperation): string {
  const create = `create${api.name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())}`
  const login = api.operations.find(({ session }) => session?.opens !== undefined)!
  return [
    `import { ${create} } from 'quintet-sdk'`,
    '',
    `const api = ${create}({ baseUrl: '${ORIGIN}' })`,
    ...(operation.security.length > 0
      ? [`await ${call(as(login, sampleAccountsOf(api.name as RealmName)[0]))}`, '']
      : []),
    `const result = await ${call(operation)}`,
    'console.log(result.status, result.body)'
  ].join('\n')
}

/** The login with the name and password of this account. */
function as(login: DocumentedOperation, { name, password }: NewAccount): DocumentedOperation {
  const valueOf = (key: string): string => (key === 'password' ? password : name)
  const json = login.json && Object.fromEntries(Object.keys(login.json).map((key) => [key, valueOf(key)]))
  return { ...login, json, fields: login.fields.map((field) => ({ ...field, example: valueOf(field.name) })) }
}

function call(operation: DocumentedOperation): string {
  const { operationId, fields, json } = operation
  const form = fields.filter((field) => field.in === 'form')
  const input: Call = {}
  for (const place of ['path', 'query'] as const) {
    const here = fields.filter((field) => field.in === place && field.required)
    if (here.length > 0) input[place] = valuesOf(here)
  }
  if (form.length > 0) input.body = valuesOf(form)
  if (json !== undefined) input.body = json as object
  return `api.${operationId}(${Object.keys(input).length > 0 ? literal(input as Json, javaScript) : ''})`
}

function valuesOf(fields: Field[]): object {
  return Object.fromEntries(fields.map(({ name, example }) => [name, example]))
}
