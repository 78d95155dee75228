import fastify, { LogController } from 'fastify'
import * as answers from './answers.js'
import { found, julongUser, profile, REFUSED, tmsTask, tmsUser, wasteUser } from './present.js'
import { createPool } from './pool.js'
import { settings } from './settings.js'
import { callers, statements } from './statements.js'
import { holds, readToken } from './token.js'

const pool = createPool()
const app = fastify({ logger: true, logController: new LogController({ disableRequestLogging: true }) })

app.decorateRequest('account', null)
app.addHook('onResponse', async (request, reply) => {
  const { id: requestId, method } = request
  const { statusCode: status, elapsedTime: durationMs } = reply
  request.log.info({ requestId, method, status, durationMs }, 'request')
})

async function ask(name, values) {
  const { rows } = await pool.query({ name, text: statements[name], values })
  return rows
}

/** Lets in who has a good token of the realm and, where `may` is given, the right. */
function signedIn(realm, may = () => true) {
  return async (request, reply) => {
    const token = readToken(realm, request.headers.authorization)
    if (token === undefined) return reply.code(401).send(REFUSED)
    const { rows } = await pool.query({ name: realm, text: callers[realm], values: [token.id, token.jti] })
    if (!holds(token, rows[0])) return reply.code(401).send(REFUSED)
    if (!may(rows[0])) return reply.code(403).send({ message: 'Forbidden' })
    request.account = rows[0]
  }
}

const ok = (schema) => ({ response: { 200: schema } })
const page = (number, size) => ({
  type: 'object',
  properties: { [number]: { type: 'integer', minimum: 1 }, [size]: { type: 'integer', minimum: 1, maximum: 100 } }
})

app.get('/tms/user/me', { preHandler: signedIn('tms'), schema: ok(answers.me) }, async (request) =>
  found(tmsUser(request.account))
)

app.get(
  '/tms/task/list',
  { preHandler: signedIn('tms'), schema: { querystring: page('page', 'limit'), ...ok(answers.tasks) } },
  async ({ query: { page: number, limit } }) => {
    const [[{ total }], rows] = await Promise.all([
      ask('countTasks', []),
      ask('pageOfTasks', [limit, (number - 1) * limit])
    ])
    return found({ total, tasks: rows.map(tmsTask) })
  }
)

app.post(
  '/tms/task/create',
  { preHandler: signedIn('tms'), schema: { body: answers.newTask, ...ok(answers.task) } },
  async ({ body, account }, reply) => {
    const { description, detail, type, price, status, assignee } = body
    const [known] = assignee === null ? [{ id: null }] : await ask('tmsIdByName', [assignee.toLowerCase()])
    if (known === undefined) return reply.code(422).send({ code: 422, message: '请求参数错误' })
    const [row] = await ask('addTask', [description, detail, type, price, status, account.id, known.id])
    return found(tmsTask(row), '新增成功')
  }
)

app.get(
  '/api/private/v1/user',
  {
    preHandler: signedIn('julong', (account) => account.may_read),
    schema: { querystring: page('pagenum', 'pagesize'), ...ok(answers.julongUsers) }
  },
  async ({ query: { pagenum, pagesize } }) => {
    const [[{ total }], rows] = await Promise.all([
      ask('countJulongUsers', []),
      ask('pageOfJulongUsers', [pagesize, (pagenum - 1) * pagesize])
    ])
    return { data: { total, pagenum, users: rows.map(julongUser) }, meta: { message: '获取成功', status: 200 } }
  }
)

app.get(
  '/api/admin/users/:id',
  {
    preHandler: signedIn('waste-sorting', (account) => account.role_id === 1),
    schema: { params: answers.id, ...ok(answers.wasteUser) }
  },
  async ({ params }, reply) => {
    const [row] = await ask('wasteUser', [params.id])
    return row === undefined ? reply.code(404).send({ message: '用户不存在' }) : wasteUser(row)
  }
)

app.get('/api/me', { preHandler: signedIn('user-login'), schema: ok(answers.profile) }, async ({ account }) =>
  profile(account)
)

// Everything in one string, as one writes it before there are many.
app.get('/tms/user/list', { preHandler: signedIn('tms') }, async (request, reply) => {
  const users = (await ask('allTmsUsers', [])).map(tmsUser)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(found({ total: users.length, users })))
})

await app.listen({ port: settings.port, host: '127.0.0.1' })
