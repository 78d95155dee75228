import { hasBody } from './contract.mjs'

/** @typedef {import('./contract.mjs').Request} Request */

/** The handler, whose reply does not compile until it is written. @param {Request} request */
export function handlerOf({ method, path, id }) {
  const input = [path.includes('{') && 'path', hasBody(method) && 'body', 'reply'].filter(Boolean).join(', ')
  return `import type { Handler } from './handler.js'

export const ${id}: Handler<'${id}'> = async ({ ${input} }, context) => reply(200, TODO)
`
}

/** @param {Request} request @param {string} realm The source of the API's realm. */
export function testOf(request, realm) {
  const { api, method, id, isPublic } = request
  const options = [!isPublic && 'token', hasBody(method) && 'json: TODO'].filter(Boolean).join(', ')
  return `import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
${isPublic ? '' : accountImports(api)}import { useServer } from '../../support/server.js'

describe('${api} ${id}', () => {
  const server = useServer({ APIS: '${api}' })

  it(TODO, async () => {
${isPublic ? '' : signUp(api, realm)}    const { status, body } = await ${call(request, options)}
    assert.equal(status, 200)
    assert.deepEqual(body, TODO)
  })
${isPublic ? '' : refusal(request)}})
`
}

const accountImports = (api) => `import { ${realmOf(api)} } from '../../../src/realms/${api}.js'
import { signedUp } from '../../support/accounts.js'
`

/** An account that holds every right, where accounts of the realm have rights. */
function signUp(api, realm) {
  const role = `, { values: { role_id: ${realmOf(api)}.administratorRole } }`
  const account = realm.includes('administratorRole:') ? role : ''
  return `    const { token } = await signedUp(server, ${realmOf(api)}${account})\n`
}

/** Who calls is checked before what they send. @param {Request} request */
const refusal = (request) => `
  it('asks for a token', async () => {
    assert.equal((await ${call({ ...request, path: request.path.replace(/\{\w+\}/g, '1') }, '')}).status, 401)
  })
`

/** @param {Request} request @param {string} options */
function call({ method, path }, options) {
  const quoted = path.includes('{') ? `\`${path.replace(/\{\w+\}/g, '${TODO}')}\`` : `'${path}'`
  return `server.client.${method.toLowerCase()}(${quoted}${options && `, { ${options} }`})`
}

/** The index of the API with the handler, where the alphabet puts it. @param {string} index @param {Request} request */
export function withHandler(index, { id }) {
  const [block, start, listed] = /(handlers: \{\s)([^}]*)\}/.exec(index)
  const names = listed.match(/\w+/g)
  const next = names.find((name) => name > id) ?? 'problems'
  const line = `import { ${next} } from './${next}.js'\n`
  return index
    .replace(block, () => `${start}${[...names, id].sort().join(', ')} }`)
    .replace(line, () => `import { ${id} } from './${id}.js'\n${line}`)
}

/** The cases of the API with those of the stub's statuses. @param {string} cases @param {string[]} statuses */
export function withCases(cases, { id }, statuses) {
  const made = statuses.map((status) => `  '${id} ${status}': () => ${status === '401' ? '({})' : 'TODO'}`)
  return cases.replace(/\n}\n$/, () => `,\n\n${made.join(',\n')}\n}\n`)
}

/** @param {string} api */
function realmOf(api) {
  return `${api.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Realm`
}
