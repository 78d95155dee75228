import { createServer } from 'node:http'
import { logWhenAnswered } from './access-log.js'
import { found, REFUSED, tmsUser } from './present.js'
import { createPool } from './pool.js'
import { settings } from './settings.js'
import { manyTmsCallers } from './statements.js'
import { holds, readToken } from './token.js'

// By hand for one route: no framework, and one query for all requests that wait at the same moment.
const BATCHES_AT_ONCE = 2

const pool = createPool()
let waiting = []
let running = 0

function look(token) {
  return new Promise((resolve, reject) => {
    waiting.push({ token, resolve, reject })
    if (waiting.length === 1 && running < BATCHES_AT_ONCE) setImmediate(flush)
  })
}

async function flush() {
  if (waiting.length === 0 || running === BATCHES_AT_ONCE) return
  const batch = waiting
  waiting = []
  running += 1
  try {
    const values = [batch.map(({ token }) => token.id), batch.map(({ token }) => token.jti)]
    const { rows } = await pool.query({ name: 'callers', text: manyTmsCallers, values })
    batch.forEach(({ resolve }, index) => resolve(rows[index]))
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
  running -= 1
  void flush()
}

function send(response, status, body) {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text)
  })
  response.end(text)
}

async function answer(request, response) {
  if (request.method !== 'GET' || request.url !== '/tms/user/me') return send(response, 404, { message: 'Not Found' })
  const token = readToken('tms', request.headers.authorization)
  const account = token && (await look(token))
  if (!token || account.id === null || !holds(token, account)) return send(response, 401, REFUSED)
  send(response, 200, found(tmsUser(account)))
}

createServer((request, response) => {
  logWhenAnswered(request, response)
  answer(request, response).catch(() => send(response, 500, { message: 'Internal Server Error' }))
}).listen(settings.port, '127.0.0.1')
