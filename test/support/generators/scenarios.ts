import { readContract } from '../../../src/http/contract.js'
import type { RealmName } from '../../../src/config/realm-names.js'
import { sampleAccountsOf } from '../../../src/server/samples.js'

/** A call of an operation through a generated client, and what of the answer is looked at. */
interface Step {
  operation: string
  path?: Record<string, string | number>
  body?: Record<string, unknown>
  status: number
  /** Keys down to a value in the body; without them the body is the token itself. */
  at?: (string | number)[]
  value?: unknown
}

/** A step as a client in any language takes it. */
export interface Call extends Step {
  method: string
  template: string
  tag: string
  /** Names of the schemas of the body and of the answer. */
  schema?: string
  answer?: string
  form: boolean
}

export interface Scenario {
  calls: Call[]
  /** Keys down to the token in the answer of the first call. */
  token: string[]
}

/** The steps of a client; what it makes has a name that no other client gives. */
const STEPS: Record<RealmName, (name: string) => Step[]> = {
  tms: (name) => [
    { operation: 'login', body: logIn('username', 'tms'), status: 200, at: ['data', 'username'], value: 'admin' },
    { operation: 'getCurrentUser', status: 200, at: ['data', 'username'], value: 'admin' },
    { operation: 'createTask', body: { description: name }, status: 200, at: ['data', 'description'], value: name },
    { operation: 'getTask', path: { id: 2_000_000_000 }, status: 404, at: ['message'], value: '任务不存在' }
  ],
  julong: (name) => [
    { operation: 'login', body: logIn('username', 'julong'), status: 200, at: ['data', 'username'], value: 'admin' },
    { operation: 'getRole', path: { id: 30 }, status: 200, at: ['data', 'roleId'], value: 30 },
    { operation: 'createRole', body: { roleName: name }, status: 201, at: ['data', 'roleName'], value: name },
    { operation: 'getRole', path: { id: 2_000_000_000 }, status: 404, at: ['meta', 'message'], value: '角色不存在' }
  ],
  'waste-sorting': (name) => [
    { operation: 'login', body: logIn('username', 'waste-sorting'), status: 200, at: ['role'], value: 1 },
    { operation: 'listUsers', status: 200, at: [0, 'username'], value: 'admintest' },
    {
      operation: 'createAdministrator',
      body: { username: name, password: 'a password of ours' },
      status: 201,
      at: ['user', 'username'],
      value: name
    },
    { operation: 'getUser', path: { user_id: 2_000_000_000 }, status: 404, at: ['message'], value: '用户不存在' }
  ],
  'user-login': (name) => [
    { operation: 'login', body: logIn('email', 'user-login'), status: 200, at: ['token_type'], value: 'bearer' },
    { operation: 'getCurrentUser', status: 200, at: ['email'], value: 'user@example.com' },
    {
      operation: 'register',
      body: newUser(`${name}@example.com`),
      status: 200,
      at: ['message'],
      value: 'User registered successfully.'
    },
    {
      operation: 'register',
      body: newUser('user@example.com'),
      status: 400,
      at: ['detail'],
      value: 'Email already registered'
    }
  ],
  'back-office': (name) => [
    { operation: 'login', body: logIn('name', 'back-office'), status: 200 },
    { operation: 'listRoles', status: 200, at: [0, 'role'], value: 'admin' },
    {
      operation: 'createAdmin',
      body: { name, password: 'a password of ours' },
      status: 201,
      at: [],
      value: null
    },
    {
      operation: 'removeAdmin',
      path: { id: 'f'.repeat(24) },
      status: 404,
      at: ['message'],
      value: '管理员不存在'
    }
  ]
}

/** Login, read, write and a refusal, in this API. */
export function scenarioOf(api: RealmName, name: string): Scenario {
  const { paths, components } = readContract(api) as unknown as Contract
  const operations = Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({ template, method, ...operation }))
  )
  const calls = STEPS[api](name).map((step): Call => {
    const operation = operations.find(({ operationId }) => operationId === step.operation)!
    const { method, template, tags, requestBody, responses } = operation
    const response = responses[step.status]!
    const { content } = '$ref' in response ? components.responses[lastOf(response.$ref)]! : response
    return {
      ...step,
      method,
      template,
      tag: tags[0]!,
      form: Object.keys(requestBody?.content ?? {}).some((mediaType) => mediaType.includes('form')),
      ...schemaOf('schema', requestBody?.content),
      ...schemaOf('answer', content)
    }
  })
  const login = operations.find((operation) => operation['x-session']?.opens !== undefined)!
  return { calls, token: login['x-session']!.opens!.split('/').slice(1) }
}

type Content = Record<string, { schema: { $ref?: string } }>

interface Operation {
  operationId?: string
  tags: string[]
  requestBody?: { content: Content }
  responses: Record<string, { $ref: string } | { content: Content }>
  'x-session'?: { opens?: string }
}

interface Contract {
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, { content: Content }> }
}

const lastOf = (reference: string): string => reference.split('/').at(-1)!

function schemaOf(key: 'schema' | 'answer', content: Content = {}): Partial<Call> {
  const reference = Object.values(content)[0]?.schema.$ref
  return reference === undefined ? {} : { [key]: lastOf(reference) }
}

function logIn(field: string, api: RealmName): Record<string, unknown> {
  const { name, password } = sampleAccountsOf(api)[0]
  return { [field]: name, password }
}

function newUser(email: string): Record<string, unknown> {
  return { email, password: 'a password of ours', first_name: 'Jane', last_name: 'Doe', phone_number: '1' }
}
