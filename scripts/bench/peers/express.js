import express from 'express'
import * as validator from 'express-openapi-validator'
import knex from 'knex'
import { fileURLToPath } from 'node:url'
import { logWhenAnswered } from './access-log.js'
import { found, REFUSED, tmsUser } from './present.js'
import './pool.js'
import { settings } from './settings.js'
import { holds, readToken } from './token.js'

const { databaseUrl, poolSize, port } = settings
const db = knex({
  client: 'pg',
  connection: { connectionString: databaseUrl, options: '-c TimeZone=UTC' },
  pool: { min: 0, max: poolSize }
})

async function bearer(request) {
  const token = readToken('tms', request.headers.authorization)
  if (token === undefined) return false
  const account = await db({ u: 'tms.users' })
    .leftJoin({ r: 'quintet.revoked_tokens' }, (join) => join.on('r.jti', db.raw('?', [token.jti])))
    .where('u.id', token.id)
    .whereNull('u.removed_at')
    .first('u.*', db.raw('r.jti is not null as revoked'))
  request.account = account
  return holds(token, account)
}

const app = express()
app.disable('x-powered-by')
app.set('etag', false)
app.use((request, response, next) => {
  logWhenAnswered(request, response)
  next()
})
app.use(express.json())
app.use(
  validator.middleware({
    apiSpec: fileURLToPath(new URL('../../../generated/tms.json', import.meta.url)),
    validateSecurity: { handlers: { bearer } },
    formats: { password: true, 'new-password': true }
  })
)
app.get('/tms/user/me', (request, response) => {
  response.json(found(tmsUser(request.account)))
})
app.use((error, request, response, next) => {
  if (response.headersSent) return next(error)
  const status = error.status ?? 500
  response.status(status).json(status === 401 ? REFUSED : { message: error.message })
})
app.listen(port, '127.0.0.1')
