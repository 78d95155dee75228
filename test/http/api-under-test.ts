import assert from 'node:assert/strict'
import type { NewAccount } from '../../src/accounts/register.js'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { documentedOperations, type DocumentedOperation, type Parameter } from '../contract/documented.js'
import { createResponseValidator, type ResponseValidator } from '../contract/response-validator.js'
import type { Answer, Client, RequestOptions } from '../support/client.js'
import { login } from '../support/sessions.js'

/** What the tests of things that all APIs share need to know of one of them, read from its contract. */
export interface ApiUnderTest {
  name: RealmName
  basePath: string
  refusesUnknownQuery: boolean
  operations: DocumentedOperation[]
  login: DocumentedOperation
  /** A public operation with a JSON body. */
  json: DocumentedOperation
  /** The sample account that may do everything. */
  sample: NewAccount
  validate: ResponseValidator
}

export const apisUnderTest: ApiUnderTest[] = realmNames.map((name) => {
  const contract = readContract(name)
  const operations = documentedOperations(contract)
  const find = (test: (operation: DocumentedOperation) => boolean) => operations.find(test) as DocumentedOperation
  return {
    name,
    basePath: contract['x-base-paths'][0] as string,
    refusesUnknownQuery: contract['x-unknown-query'] === 'refused',
    operations,
    login: find(({ operationId }) => operationId === 'login'),
    json: find(({ needsToken, body }) => !needsToken && body?.mediaType === 'application/json'),
    sample: sampleAccountsOf(name)[0],
    validate: createResponseValidator(contract)
  }
})

export const APIS = realmNames.join(',')

/** What no operation answers: a path or a method of none. */
const OF_NO_OPERATION = [404, 405]

/** Fails unless the answer has this status and the documented body of it: the operation's own, or the `default` one. */
export function assertAnswer(
  api: ApiUnderTest,
  { status, headers, body }: Answer,
  expected: number,
  operation: DocumentedOperation = api.login
): void {
  assert.equal(status, expected, `${operation.operationId} ${JSON.stringify(body)?.slice(0, 200)}`)
  const own = operation.responses.get(String(status))
  const documented =
    own !== undefined || [...(operation.problem['x-statuses'] ?? []), ...OF_NO_OPERATION].includes(status)
  assert.ok(documented, `${operation.operationId} has no ${status}`)
  const response = own ?? operation.problem
  assert.deepEqual(api.validate(response, { headers: Object.fromEntries(headers), body: JSON.stringify(body) }), [])
}

/** The body in the operation's media type. */
export function bodyOptions({ body }: DocumentedOperation, fields: object): RequestOptions {
  return body?.mediaType === 'application/json' ? { json: fields } : { form: fields as Record<string, string> }
}

/** The login of the sample account, or of another. */
export function logIn(client: Client, { login: operation, sample }: ApiUnderTest, changes: object = {}) {
  const example = operation.body?.example as Record<string, string>
  const [nameField] = Object.keys(example).filter((field) => field !== 'password')
  const fields = { ...example, [nameField!]: sample.name, password: sample.password, ...changes }
  return client.request(operation.method, operation.path, bodyOptions(operation, fields))
}

export const tokenOf = (client: Client, { name, sample }: ApiUnderTest) =>
  login(client, name, sample.name, sample.password)

/** The status of a value that breaks the schema: of a body, or else of a parameter. */
export function invalidStatus({ responses }: DocumentedOperation): number {
  return responses.has('422') ? 422 : 400
}

/** The operation's path and query with the contract's examples, or with `values` in their place. */
export function target({ path, parameters }: DocumentedOperation, values: Record<string, string> = {}): string {
  const textOf = ({ name, example }: Parameter) => values[name] ?? encodeURIComponent(String(example))
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => textOf(parameters.find((p) => p.name === name)!))
  const query = parameters.filter((parameter) => parameter.in === 'query')
  return query.length === 0 ? filled : `${filled}?${query.map((p) => `${p.name}=${textOf(p)}`).join('&')}`
}
