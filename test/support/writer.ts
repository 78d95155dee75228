import type { WriteLog } from './write-log.js'
import { isGood, send, type Answered, type Sent } from './send.js'

const PASSWORD = 'correct horse'

/** One client that writes: it registers accounts, changes its own, has tasks, logs in and out, bans and pardons. */
export interface Writer {
  /** Sends its next write and returns the answer. */
  next(): Promise<Answered>
}

/** Sends until it is answered well: for what a load needs before it begins. */
export async function insist(origin: string, sent: Sent): Promise<Answered> {
  const answered = await send(origin, sent)
  if (!isGood(answered)) throw new Error(`${sent.method} ${sent.path}: ${answered.status} ${answered.failure ?? ''}`)
  return answered
}

export async function logIn(origin: string, username: string, password = PASSWORD): Promise<string> {
  const { body } = await insist(origin, { method: 'POST', path: '/tms/login', form: { username, password } })
  return body.data.access_token
}

/** An administrator of waste-sorting: one of the sample accounts. */
export async function logInAsAdministrator(origin: string): Promise<string> {
  const json = { username: 'admintest', password: 'admintest' }
  return (await insist(origin, { method: 'POST', path: '/api/auth/login', json })).body.token
}

/** A writer with accounts of its own, whose promises go into the writeLog. `name` begins with `load-`. */
export async function createWriter(origin: string, name: string, writeLog: WriteLog): Promise<Writer> {
  const registration = { username: name, password: PASSWORD }
  await insist(origin, { method: 'POST', path: '/tms/register', json: registration })
  const token = await logIn(origin, name)
  const admin = await logInAsAdministrator(origin)
  const created = await insist(origin, {
    method: 'POST',
    path: '/api/admin/users/create_admin',
    token: admin,
    json: registration
  })
  for (const realm of ['tms', 'waste_sorting']) writeLog.acknowledge(`account ${realm} ${name}`, 'made')
  writeLog.acknowledge(`nickname ${name}`, '')
  writeLog.acknowledge(`status ${name}`, '0')
  let count = 0
  let task: { id: number; description: string } | undefined

  async function write(key: string, value: string, sent: Sent): Promise<Answered> {
    writeLog.send(key, value)
    const answered = await send(origin, sent)
    if (isGood(answered)) writeLog.acknowledge(key, value)
    return answered
  }

  const register = (realm: string, path: string) => (username: string) =>
    write(`account ${realm} ${username}`, 'made', { method: 'POST', path, json: { username, password: PASSWORD } })

  const rename = (nickname: string) =>
    write(`nickname ${name}`, nickname, { method: 'PUT', path: '/tms/user/update', token, json: { nickname } })

  async function publish(description: string): Promise<Answered> {
    const sent: Sent = { method: 'POST', path: '/tms/task/create', token, json: { description, detail: '0' } }
    const answered = await write(`task ${description}`, '0', sent)
    if (isGood(answered)) task = { id: answered.body.data.id, description }
    return answered
  }

  function detail(text: string): Promise<Answered> {
    if (task === undefined) return publish(text)
    const sent: Sent = { method: 'PUT', path: `/tms/task/update/${task.id}`, token, json: { detail: text } }
    return write(`task ${task.description}`, text, sent)
  }

  async function comeAndGo(): Promise<Answered> {
    const form = { username: name, password: PASSWORD }
    const login = await send(origin, { method: 'POST', path: '/tms/login', form })
    if (!isGood(login)) return login
    const own: string = login.body.data.access_token
    const { jti } = JSON.parse(Buffer.from(own.split('.')[1]!, 'base64url').toString())
    return write(`logout ${jti}`, 'revoked', { method: 'PUT', path: '/tms/logout', token: own })
  }

  function ban(status: 0 | 1): Promise<Answered> {
    const path = `/api/admin/users/${created.body.user.id}/status`
    return write(`status ${name}`, String(status), { method: 'PUT', path, token: admin, json: { status } })
  }

  const writes = [
    register('tms', '/tms/register'),
    rename,
    publish,
    detail,
    () => ban(1),
    comeAndGo,
    rename,
    register('waste_sorting', '/api/auth/register'),
    detail,
    () => ban(0)
  ]
  return {
    next() {
      count += 1
      return writes[count % writes.length]!(`${name}-${count}`)
    }
  }
}
