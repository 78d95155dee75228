import Koa from 'koa'
import { OpenAPIBackend } from 'openapi-backend'
import { fileURLToPath } from 'node:url'
import { logWhenAnswered } from './access-log.js'
import { found, REFUSED, tmsUser } from './present.js'
import { createPool } from './pool.js'
import { settings } from './settings.js'
import { callers } from './statements.js'
import { holds, readToken } from './token.js'

const pool = createPool()
const api = new OpenAPIBackend({
  definition: fileURLToPath(new URL('../../../generated/tms.json', import.meta.url)),
  quick: true,
  ajvOpts: { strict: false, formats: { password: true, 'new-password': true } }
})
api.register({
  getCurrentUser(_, ctx) {
    ctx.body = found(tmsUser(ctx.state.account))
  },
  notFound(_, ctx) {
    ctx.status = 404
  },
  unauthorizedHandler(_, ctx) {
    ctx.status = 401
    ctx.body = REFUSED
  }
})
api.registerSecurityHandler('bearer', async (_, ctx) => {
  const token = readToken('tms', ctx.headers.authorization)
  if (token === undefined) return false
  const { rows } = await pool.query({ name: 'caller', text: callers.tms, values: [token.id, token.jti] })
  ctx.state.account = rows[0]
  return holds(token, rows[0])
})
await api.init()

const app = new Koa()
app.use((ctx, next) => {
  logWhenAnswered(ctx.req, ctx.res)
  return next()
})
app.use((ctx) => api.handleRequest({ method: ctx.method, path: ctx.path, query: ctx.query, headers: ctx.headers }, ctx))
app.listen(settings.port, '127.0.0.1')
