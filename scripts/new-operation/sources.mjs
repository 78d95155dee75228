/** @typedef {import('./contract.mjs').Request} Request */

/** The handler, whose reply does not compile until it is written. @param {Request} request */
export const handlerOf = ({ id }) => `import type { Handler } from './handler.js'

export const ${id}: Handler<'${id}'> = async ({ reply }, context) => reply(200, TODO)
`

/** @param {Request} request */
export function testOf({ api, method, path, id }) {
  const realm = `${camelCase(api)}Realm`
  return `import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ${realm} } from '../../../src/realms/${api}.js'
import { signedUp } from '../../support/accounts.js'
import { useServer } from '../../support/server.js'

describe('${api} ${id}', () => {
  const server = useServer({ APIS: '${api}' })

  it('TODO the behaviour', async () => {
    const { token } = await signedUp(server, ${realm})
    const { status, body } = await server.client.request('${method}', '${path}', { token })
    assert.equal(status, 200)
    assert.deepEqual(body, TODO)
  })

  it('asks for a token', async () => {
    assert.equal((await server.client.request('${method}', '${path}')).status, 401)
  })
})
`
}

/** The index of the API with the handler, where the alphabet puts it. @param {string} index @param {Request} request */
export function withHandler(index, { id }) {
  const start = index.indexOf('  handlers: {\n') + '  handlers: {\n'.length
  const end = index.indexOf('\n  }\n', start)
  const names = index.slice(start, end).match(/\w+/g) ?? []
  const handlers = [...names, id].sort().map((name) => `    ${name}`)
  const next = names.sort().find((name) => name > id) ?? 'problems'
  const changed = index.slice(0, start) + handlers.join(',\n') + index.slice(end)
  const line = `import { ${next} } from './${next}.js'\n`
  return changed.replace(line, () => `import { ${id} } from './${id}.js'\n${line}`)
}

/** The cases of the API with those of the stub's statuses. @param {string} cases @param {Request} request */
export function withCases(cases, { id }) {
  return cases.replace(/\n}\n$/, () => `,\n\n  '${id} 200': () => TODO,\n  '${id} 401': () => ({})\n}\n`)
}

/** @param {string} name */
function camelCase(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}
