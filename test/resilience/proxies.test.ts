import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import { request, type RequestOptions } from 'node:https'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { selfSigned, type Certificate } from '../support/certificate.js'
import { startConfigured, type Configuration } from '../support/configured-program.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { freePort } from '../support/ports.js'
import { startPostgres } from '../support/postgres.js'
import { spawnServer } from '../support/server-process.js'
import { readDeployFile } from '../deploy/support.js'

const NAME = 'quintet.example'
/** Of loopback, and not what a proxy would have by mistake. */
const CLIENT = '127.0.0.2'
const FORGED = {
  'X-Forwarded-For': '203.0.113.7',
  'X-Forwarded-Host': 'forged.example',
  'X-Forwarded-Prefix': '/forged'
}
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const TOO_LARGE = 200_000
/** In which a proxy that passes on what it has does so, however busy the machine. */
const PATIENCE_MS = 10_000

type Recipe = (port: number, serverPort: number, certificate: Certificate) => Configuration

/** The files of `docs/deploy/proxies`, with other ports and a certificate of the test. */
const recipes: Record<string, Recipe> = {
  nginx(port, serverPort, { certificate, key }) {
    const site = readDeployFile('proxies/nginx.conf')
      .replace('listen 443', `listen 127.0.0.1:${port}`)
      .replace('/etc/ssl/quintet.pem', certificate)
      .replace('/etc/ssl/quintet.key', key)
      .replace('127.0.0.1:8000', `127.0.0.1:${serverPort}`)
    const around = 'daemon off; error_log stderr; pid FOLDER/pid; events {} http { access_log off;'
    return { files: { 'nginx.conf': `${around}\n${site}}` }, args: ['-p', 'FOLDER', '-c', 'FOLDER/nginx.conf'], port }
  },
  haproxy(port, serverPort, { both }) {
    const file = readDeployFile('proxies/haproxy.cfg')
      .replace('bind :443', `bind 127.0.0.1:${port}`)
      .replace('/etc/ssl/quintet.pem', both)
      .replace('127.0.0.1:8000', `127.0.0.1:${serverPort}`)
    return { files: { 'haproxy.cfg': file }, args: ['-db', '-f', 'FOLDER/haproxy.cfg'], port }
  },
  caddy(port, serverPort, { certificate, key }) {
    const site = readDeployFile('proxies/Caddyfile')
      .replace(`${NAME} {`, `${NAME}:${port} {`)
      .replace('/etc/ssl/quintet.pem', certificate)
      .replace('/etc/ssl/quintet.key', key)
      .replace('127.0.0.1:8000', `127.0.0.1:${serverPort}`)
    const file = `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`
    return { files: { Caddyfile: file }, args: ['run', '--config', 'FOLDER/Caddyfile', '--adapter', 'caddyfile'], port }
  }
}

measuredTest('proxies: TLS and a path prefix by nginx, HAProxy and Caddy', async (): Promise<Figure[]> => {
  const postgres = await startPostgres()
  const database = { DATABASE_URL: await postgres.createDatabase('proxies'), DATA_DIR: postgres.folder }
  const server = await spawnServer({ ...database, TRUSTED_PROXIES: '1', LOG_LEVEL: 'error' })
  try {
    const certificate = selfSigned(postgres.folder, NAME)
    for (const [name, recipe] of Object.entries(recipes)) {
      const port = await freePort()
      const proxy = await startConfigured(name, recipe(port, server.port, certificate))
      try {
        await checkAnswers(port, certificate.text)
      } catch (error) {
        throw new Error(`${name}: ${String(error)}`, { cause: error })
      } finally {
        await proxy.end()
      }
    }
    return [
      {
        name: 'prefix, address of the client and a refusal of the server through',
        value: Object.keys(recipes).join(', ')
      }
    ]
  } finally {
    await server.end()
    await postgres.remove()
  }
})

async function checkAnswers(port: number, ca: string): Promise<void> {
  const ask = (path: string, { headers, ...options }: RequestOptions = {}, body = ''): Promise<Answer> =>
    send({ ...options, port, ca, path, headers: { Host: `${NAME}:${port}`, ...FORGED, ...headers } }, body)

  const bare = await ask('/quintet')
  assert.deepEqual([bare.status, new URL(bare.location!, `https://${NAME}:${port}`).pathname], [308, '/quintet/'])
  const { text: contract } = await ask('/quintet/openapi/tms.yaml')
  assert.match(contract, new RegExp(`url: ['"]?https://${NAME}:${port}/quintet`))
  assert.doesNotMatch(contract, /forged/)

  const credentials = 'username=admin&password=zhou0914.'
  const login = await ask('/quintet/tms/login', { method: 'POST', headers: FORM }, credentials)
  const token = (JSON.parse(login.text) as { data: { access_token: string } }).data.access_token
  const headers = { Authorization: `Bearer ${token}` }
  const { data } = JSON.parse((await ask('/quintet/tms/session/list', { headers })).text) as {
    data: { sessions: { address: string }[] }
  }
  assert.equal(data.sessions[0]!.address, CLIENT)

  const large = { method: 'POST', headers: FORM }
  const refused = await ask('/quintet/tms/login', large, `username=${'x'.repeat(TOO_LARGE)}`)
  assert.deepEqual([refused.status, (JSON.parse(refused.text) as { code: number }).code], [413, 413])
}

measuredTest('proxies: the client has the begin of an answer before its end', async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-proxies-'))
  const upstream = await startUpstream()
  try {
    const certificate = selfSigned(folder, NAME)
    for (const [name, recipe] of Object.entries(recipes)) {
      const port = await freePort()
      const proxy = await startConfigured(name, recipe(port, upstream.port, certificate))
      try {
        const headers = { Host: `${NAME}:${port}` }
        await send(
          { port, ca: certificate.text, path: '/quintet/list', headers, timeout: PATIENCE_MS },
          '',
          upstream.finish
        )
      } catch (error) {
        throw new Error(`${name} keeps the begin of an answer back`, { cause: error })
      } finally {
        await proxy.end()
      }
    }
    return [{ name: 'not kept back by', value: Object.keys(recipes).join(', ') }]
  } finally {
    upstream.close()
    rmSync(folder, { recursive: true })
  }
})

/** Answers with a begin, and with the rest when `finish` is called. */
async function startUpstream(): Promise<{ port: number; finish: () => void; close: () => void }> {
  let answering: ServerResponse | undefined
  const server = createServer(({ url }, response) => {
    if (url !== '/list') return void response.end('ready')
    answering = response
    response.write('begin ')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    finish: () => void answering?.end('end'),
    close() {
      server.closeAllConnections()
      server.close()
    }
  }
}

interface Answer {
  status: number
  location: string | undefined
  text: string
}

async function send(options: RequestOptions, body: string, onBegin = (): void => {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const place = { host: '127.0.0.1', servername: NAME, localAddress: CLIENT, agent: false }
    const sent = request({ ...place, ...options }, (answer) => {
      const { statusCode = 0, headers } = answer
      answer.once('data', onBegin)
      text(answer).then((read) => resolve({ status: statusCode, location: headers.location, text: read }), reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('nothing comes any more')))
    sent.on('error', reject).end(body)
  })
}
