import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { readConfig } from '../../src/config/config.js'
import { longestStop, readDeployFile, unknownVariables } from './support.js'

interface Service {
  environment?: Record<string, string>
  ports?: string[]
  secrets?: string[]
  stop_grace_period?: string
}

const { services, secrets } = parse(readDeployFile('compose/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>
  secrets: object
}
const haproxy = readDeployFile('compose/haproxy.cfg')
const pgbouncer = readDeployFile('compose/pgbouncer.ini')
const replicas = [...haproxy.matchAll(/^ *server \w+ ([\w-]+):(\d+)$/gm)].map(([, name = '', port]) => ({ name, port }))

/** What the image sets, and the contents of a secret. */
const PRODUCTION = { NODE_ENV: 'production', TOKEN_SECRET: 'k3v9QpL7xWm2RtY8uZc4Nb6Hj1Gf5Ds0' }

const secretIn = (path: string): string | undefined => /^\/run\/secrets\/(.*)$/.exec(path)?.[1]

describe('the set-up with HAProxy, PgBouncer and two replicas', () => {
  for (const { name, port } of replicas) {
    it(`${name}: has variables that the server knows, and its port`, () => {
      const { environment = {}, secrets: given = [], stop_grace_period: grace = '' } = services[name]!
      assert.deepEqual(unknownVariables(Object.keys(environment)), [])
      const files = Object.values(environment).flatMap((value) => secretIn(value) ?? [])
      assert.deepEqual(files.sort(), [...given].sort())
      const plain = Object.entries(environment).filter(([, value]) => secretIn(value) === undefined)
      const env = { ...PRODUCTION, ...Object.fromEntries(plain) }
      const config = readConfig(env)
      assert.deepEqual([config.namedStatements, config.trustedProxies, String(config.ports[0])], [false, 1, port])
      assert.match(grace, /^\d+s$/)
      assert.ok(parseInt(grace) > longestStop(env))
    })
  }

  it('has two replicas, which HAProxy finds down before they take no more connections', () => {
    assert.deepEqual(
      replicas.map(({ name }) => name),
      Object.keys(services).filter((name) => name.startsWith('server-'))
    )
    assert.equal(replicas.length, 2)
    const [, seconds, checks] = /inter (\d+)s fall (\d+)/.exec(haproxy) ?? []
    const { shutdownDelay } = readConfig(PRODUCTION)
    assert.ok(shutdownDelay > Number(seconds) * Number(checks))
  })

  it('leads from HAProxy over PgBouncer to PostgreSQL', () => {
    const [, bound] = /^ *bind :(\d+)$/m.exec(haproxy) ?? []
    assert.deepEqual(services.haproxy!.ports, [`8000:${bound}`])
    const [, listened] = /^listen_port = (\d+)$/m.exec(pgbouncer) ?? []
    const { host, port, pathname } = new URL(services['server-1']!.environment!.DATABASE_URL!)
    assert.deepEqual([host, port], [`pgbouncer:${listened}`, listened])
    const [, database, target = ''] = /^(\w+) = host=(\S+)/m.exec(pgbouncer) ?? []
    assert.equal(`/${database}`, pathname)
    assert.ok(target in services)
  })

  it('has every secret that a service reads', () => {
    const read = Object.values(services).flatMap(({ secrets: names = [] }) => names)
    const [, users = ''] = /^auth_file = (.*)$/m.exec(pgbouncer) ?? []
    assert.ok(services.pgbouncer!.secrets!.includes(secretIn(users)!))
    assert.deepEqual([...new Set(read)].sort(), Object.keys(secrets).sort())
  })
})
