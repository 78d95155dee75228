import { readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import fastify from 'fastify'
import { found, REFUSED, tmsUser } from './present.js'
import { createPool } from './pool.js'
import { settings } from './settings.js'
import { callers } from './statements.js'
import { holds, readToken } from './token.js'

// All operations of the five contracts, with their schemas: what Fastify takes to start. One of them does its work.
const APIS = ['tms', 'julong', 'waste-sorting', 'user-login', 'back-office']

const pool = createPool()
const app = fastify({
  logger: true,
  ajv: { customOptions: { strict: false, formats: { password: true, 'new-password': true } }, plugins: [addFormats] }
})
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) =>
  done(null, Object.fromEntries(new URLSearchParams(body)))
)

async function getCurrentUser(request, reply) {
  const token = readToken('tms', request.headers.authorization)
  if (token === undefined) return reply.code(401).send(REFUSED)
  const { rows } = await pool.query({ name: 'caller', text: callers.tms, values: [token.id, token.jti] })
  return holds(token, rows[0]) ? found(tmsUser(rows[0])) : reply.code(401).send(REFUSED)
}

const parametersIn = (place, parameters) => {
  const some = parameters.filter((parameter) => parameter.in === place)
  return {
    type: 'object',
    properties: Object.fromEntries(some.map(({ name, schema }) => [name, schema])),
    required: some.filter(({ required }) => required).map(({ name }) => name)
  }
}
const contentOf = ({ content = {} }) => Object.values(content)[0]?.schema

for (const api of APIS) {
  const text = readFileSync(new URL(`../../../generated/${api}.json`, import.meta.url), 'utf8')
  const document = JSON.parse(text.replaceAll('"#/', `"${api}#/`))
  const resolve = (node) =>
    node.$ref
      ? node.$ref
          .split('#/')[1]
          .split('/')
          .reduce((at, key) => at[key], document)
      : node
  app.addSchema({ $id: api, components: { schemas: document.components.schemas } })
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (operation.operationId === undefined) continue
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve)
      const body = operation.requestBody && contentOf(resolve(operation.requestBody))
      const response = Object.entries(operation.responses)
        .map(([status, answer]) => [status, contentOf(resolve(answer))])
        .filter(([, schema]) => schema !== undefined)
      app.route({
        method: method.toUpperCase(),
        url: path.replace(/\{(\w+)\}/g, ':$1'),
        schema: {
          params: parametersIn('path', parameters),
          querystring: parametersIn('query', parameters),
          ...(body && { body }),
          response: Object.fromEntries(response)
        },
        handler:
          `${api} ${operation.operationId}` === 'tms getCurrentUser' ? getCurrentUser : async () => ({ message: '' })
      })
    }
  }
}
await app.listen({ port: settings.port, host: '127.0.0.1' })
