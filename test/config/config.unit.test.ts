import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { readConfig, withoutSecrets, type Config } from '../../src/config/config.js'
import { realmNames } from '../../src/config/realm-names.js'
import { refusal } from './refusal.js'
import { telemetryDefaults, telemetryVariables, type VariableCase } from './telemetry-variables.js'

const SECRET = 'a-secret-of-more-than-thirty-two-bytes'
const OTHER_SECRET = 'another-secret-of-more-than-32-bytes'
const PRODUCTION = { NODE_ENV: 'production', TOKEN_SECRET: SECRET }
const URL = 'postgres://quintet:pw@db.example:5433/quintet'

const DEFAULTS: Config = {
  production: false,
  host: '127.0.0.1',
  ports: [8000],
  workers: 1,
  apis: [...realmNames],
  julongStatus: 'http',
  tmsStatus: 'http',
  databaseUrl: undefined,
  databaseReadUrl: undefined,
  databaseSchema: 'postgresql',
  databasePool: 10,
  namedStatements: true,
  dataDir: './data',
  tokenSecret: undefined,
  tokenSecretPrevious: undefined,
  tokenAlgorithm: 'HS256',
  tokenKeyDir: undefined,
  passwordMinLength: 1,
  hashCost: 'full',
  hideAccounts: false,
  loginFailures: 10,
  loginFailuresPerAddress: 100,
  registrationsPerAddress: 100,
  writesPerAccount: 300,
  auditKeepDays: undefined,
  trustedProxies: 0,
  sampleAccounts: true,
  docs: true,
  console: true,
  logLevel: 'info',
  metricsPort: undefined,
  metricsHost: '127.0.0.1',
  ...telemetryDefaults,
  shutdownDelay: 0
}

const variables: VariableCase[] = [
  ['HOST', '::1', { host: '::1' }, []],
  ['PORT', '3000', { ports: [3000] }, ['x', '-1', '65536', '80.5', '1e3', '0x50', ' ', '8000,3000x']],
  ['PORTS', '8000, 3000,8888', { ports: [8000, 3000, 8888] }, ['8000,8000', '8000,,3000', '8000,x', ',']],
  ['WORKERS', '1', { workers: 1 }, ['0', '257', '-1', '1.5', 'all']],
  ['APIS', 'julong, tms', { apis: ['tms', 'julong'] }, ['nonsense', 'tms,', 'TMS', 'tms julong']],
  ['JULONG_STATUS', 'body', { julongStatus: 'body' }, ['200', 'BODY', '1']],
  ['TMS_STATUS', 'body', { tmsStatus: 'body' }, ['200', 'BODY', '1']],
  [
    'DATABASE_URL',
    URL,
    { databaseUrl: URL, sampleAccounts: false },
    ['mysql://x/y', 'db.example', 'http://db.example']
  ],
  ['DATABASE_SCHEMA', 'portable', { databaseSchema: 'portable' }, ['PORTABLE', 'full', '1']],
  ['DATABASE_POOL', '25', { databasePool: 25 }, ['0', '1001', 'x', '-3']],
  ['NAMED_STATEMENTS', '0', { namedStatements: false }, ['no', '2']],
  ['DATA_DIR', '/srv/quintet', { dataDir: '/srv/quintet' }, []],
  ['TOKEN_SECRET', SECRET, { tokenSecret: SECRET }, ['short', 'x'.repeat(31), 'ab'.repeat(40)]],
  ['TOKEN_SECRET_PREVIOUS', SECRET, { tokenSecretPrevious: SECRET }, ['short', 'x'.repeat(64)]],
  ['TOKEN_ALGORITHM', 'ES256', { tokenAlgorithm: 'ES256' }, ['es256', 'RS256', 'EdDSA', 'none', 'HS512']],
  ['TOKEN_KEY_DIR', '/run/keys', { tokenKeyDir: '/run/keys' }, []],
  ['PASSWORD_MIN_LENGTH', '12', { passwordMinLength: 12 }, ['0', '73', 'x']],
  ['HASH_COST', 'least', { hashCost: 'least' }, ['10', 'none']],
  ['HIDE_ACCOUNTS', '1', { hideAccounts: true }, ['true', 'yes', '2']],
  ['LOGIN_FAILURES', '0', { loginFailures: 0 }, ['-1', 'x', '1000001']],
  ['LOGIN_FAILURES_PER_ADDRESS', '7', { loginFailuresPerAddress: 7 }, ['-1', 'x', '1000001']],
  ['REGISTRATIONS_PER_ADDRESS', '7', { registrationsPerAddress: 7 }, ['-1', 'x', '1000001']],
  ['WRITES_PER_ACCOUNT', '7', { writesPerAccount: 7 }, ['-1', 'x', '1000001']],
  ['AUDIT_KEEP_DAYS', '365', { auditKeepDays: 365 }, ['0', '-1', 'x', '36501']],
  ...telemetryVariables,
  ['TRUSTED_PROXIES', '2', { trustedProxies: 2 }, ['-1', '11', '10.0.0.0/8']],
  ['SAMPLE_ACCOUNTS', '0', { sampleAccounts: false }, ['no', 'false']],
  ['DOCS', '0', { docs: false }, ['no', 'off']],
  ['CONSOLE', '0', { console: false }, ['no', 'off']],
  ['METRICS_PORT', '9090', { metricsPort: 9090 }, ['x', '-1', '65536']],
  ['METRICS_HOST', '::1', { metricsHost: '::1' }, []],
  ['SHUTDOWN_DELAY', '12', { shutdownDelay: 12 }, ['x', '-1', '301', '1.5']],
  ['LOG_LEVEL', 'debug', { logLevel: 'debug' }, ['loud', 'INFO']]
]

describe('readConfig', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-test-'))
  after(() => rmSync(folder, { recursive: true }))

  it('needs no variable in development', () => {
    assert.deepEqual(readConfig({}), DEFAULTS)
    for (const name of ['', 'development', 'test']) assert.deepEqual(readConfig({ NODE_ENV: name }), DEFAULTS)
  })

  it('refuses a NODE_ENV that it does not know', () => {
    for (const name of ['prod', 'Production', 'PRODUCTION', 'production ', 'staging', 'develop']) {
      assert.equal(refusal({ NODE_ENV: name }), `NODE_ENV must be one of development, test, production: ${name}`)
    }
  })

  it('tests every variable below', () => {
    const tested = variables.flatMap(([, , read]) => Object.keys(read))
    assert.deepEqual(new Set([...tested, 'production', 'databaseReadUrl']), new Set(Object.keys(DEFAULTS)))
  })

  for (const [name, value, read, refused] of variables) {
    const file = join(folder, name)
    writeFileSync(file, `${value}\n`)

    it(`reads ${name}`, () => {
      assert.deepEqual(readConfig({ [name]: value }), { ...DEFAULTS, ...read })
    })

    it(`takes an empty ${name} for none`, () => {
      assert.deepEqual(readConfig({ [name]: '', [`${name}_FILE`]: '' }), DEFAULTS)
    })

    it(`reads ${name}_FILE, without the line break at its end`, () => {
      assert.deepEqual(readConfig({ [`${name}_FILE`]: file }), { ...DEFAULTS, ...read })
      assert.deepEqual(readConfig({ [`${name}_FILE`]: file, [name]: '' }), { ...DEFAULTS, ...read })
    })

    it(`refuses ${name} beside ${name}_FILE, and a file that cannot be read`, () => {
      assert.equal(refusal({ [name]: value, [`${name}_FILE`]: file }), `both ${name} and ${name}_FILE are set`)
      const message = refusal({ [`${name}_FILE`]: join(folder, 'nowhere') })
      assert.match(message, new RegExp(`^${name}_FILE: ENOENT`))
    })

    if (refused.length > 0) {
      it(`refuses ${refused.map((text) => `${name}=${text}`).join(', ')}`, () => {
        for (const text of refused) assert.match(refusal({ [name]: text }), new RegExp(`^${name} `))
      })
    }
  }

  it('drops no months of the audit trail where the schema has none', () => {
    const message = 'AUDIT_KEEP_DAYS drops months of the audit trail: DATABASE_SCHEMA=portable has none'
    assert.equal(refusal({ AUDIT_KEEP_DAYS: '30', DATABASE_SCHEMA: 'portable' }), message)
  })

  it('takes a read replica beside its primary only, with the same password', () => {
    const both = { DATABASE_URL: URL, DATABASE_READ_URL: 'postgres://replica.example/quintet' }
    assert.equal(readConfig(both).databaseReadUrl, both.DATABASE_READ_URL)
    const { databaseReadUrl } = readConfig({ ...both, DATABASE_PASSWORD: 'p@ss' })
    assert.equal(databaseReadUrl, 'postgres://:p%40ss@replica.example/quintet')
    assert.match(
      refusal({ ...both, DATABASE_SCHEMA: 'portable' }),
      /^DATABASE_READ_URL .* DATABASE_SCHEMA=portable has none$/
    )
    assert.equal(refusal({ DATABASE_READ_URL: URL }), 'DATABASE_READ_URL needs DATABASE_URL')
    assert.match(refusal({ ...both, DATABASE_READ_URL: 'replica' }), /^DATABASE_READ_URL must be/)
  })

  it('takes several workers on PostgreSQL only', () => {
    assert.equal(readConfig({ WORKERS: '3', DATABASE_URL: URL }).workers, 3)
    assert.ok(readConfig({ WORKERS: 'auto', DATABASE_URL: URL }).workers >= 1)
    assert.equal(refusal({ WORKERS: '2' }), 'WORKERS needs DATABASE_URL: the embedded database belongs to one process')
  })

  it('refuses PORT beside PORTS', () => {
    assert.equal(refusal({ PORT: '8000', PORTS: '8000' }), 'both PORT and PORTS are set')
  })

  it('puts DATABASE_PASSWORD, or what its file holds, into DATABASE_URL', () => {
    const file = join(folder, 'DATABASE_PASSWORD')
    writeFileSync(file, 'p@ss/w:rd %41\n')
    for (const given of [{ DATABASE_PASSWORD: 'p@ss/w:rd %41' }, { DATABASE_PASSWORD_FILE: file }]) {
      for (const address of ['postgres://quintet@db.example/x', 'postgres://quintet:old@db.example/x']) {
        const { databaseUrl } = readConfig({ DATABASE_URL: address, ...given })
        assert.equal(databaseUrl, 'postgres://quintet:p%40ss%2Fw%3Ard%20%2541@db.example/x')
      }
    }
    const { databaseUrl } = readConfig({ DATABASE_URL: 'postgres:///x', DATABASE_PASSWORD: 'p@ss' })
    assert.equal(databaseUrl, 'postgres:///x?password=p%40ss')
    assert.equal(refusal({ DATABASE_PASSWORD: 'hunter2' }), 'DATABASE_PASSWORD needs DATABASE_URL')
  })

  it('never repeats a secret that it refuses', () => {
    for (const name of ['TOKEN_SECRET', 'TOKEN_SECRET_PREVIOUS']) {
      assert.doesNotMatch(refusal({ [name]: 'hunter2' }), /hunter2/)
    }
    assert.doesNotMatch(refusal({ DATABASE_URL: 'mysql://u:hunter2@db/x' }), /hunter2/)
  })
})

describe('readConfig in production', () => {
  it('listens on every address, has no samples, requires longer passwords and stops later', () => {
    const expected = { host: '0.0.0.0', passwordMinLength: 8, sampleAccounts: false, shutdownDelay: 5 }
    assert.deepEqual(readConfig(PRODUCTION), { ...DEFAULTS, ...expected, production: true, tokenSecret: SECRET })
  })

  it('refuses to start without TOKEN_SECRET', () => {
    assert.equal(refusal({ NODE_ENV: 'production' }), 'TOKEN_SECRET is required in production')
    assert.equal(refusal({ ...PRODUCTION, TOKEN_SECRET: '' }), 'TOKEN_SECRET is required in production')
  })

  it('makes sample accounts on PostgreSQL only where they are wanted', () => {
    assert.equal(readConfig({ DATABASE_URL: URL }).sampleAccounts, false)
    assert.equal(readConfig({ DATABASE_URL: URL, SAMPLE_ACCOUNTS: '1' }).sampleAccounts, true)
  })

  it('refuses the sample accounts', () => {
    assert.equal(refusal({ ...PRODUCTION, SAMPLE_ACCOUNTS: '1' }), 'SAMPLE_ACCOUNTS=1 is refused in production')
    assert.equal(readConfig({ ...PRODUCTION, SAMPLE_ACCOUNTS: '0' }).sampleAccounts, false)
  })

  it('refuses cheap hashes', () => {
    assert.equal(refusal({ ...PRODUCTION, HASH_COST: 'least' }), 'HASH_COST=least is refused in production')
  })

  it('lets the operator set HOST and PASSWORD_MIN_LENGTH', () => {
    const { host, passwordMinLength } = readConfig({ ...PRODUCTION, HOST: '10.0.0.1', PASSWORD_MIN_LENGTH: '1' })
    assert.deepEqual({ host, passwordMinLength }, { host: '10.0.0.1', passwordMinLength: 1 })
  })
})

describe('withoutSecrets', () => {
  it('hides every secret and leaves the rest', () => {
    const env = {
      ...PRODUCTION,
      TOKEN_SECRET_PREVIOUS: OTHER_SECRET,
      DATABASE_URL: `${URL}?password=pw&application_name=y`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=pw'
    }
    const shown = withoutSecrets(readConfig(env))
    assert.doesNotMatch(JSON.stringify(shown), /secret-of|pw/)
    assert.deepEqual(shown, {
      ...readConfig(env),
      tokenSecret: '******',
      tokenSecretPrevious: '******',
      otlpHeaders: '******',
      databaseUrl: 'postgres://quintet:******@db.example:5433/quintet?password=******&application_name=y'
    })
  })

  it('shows that a secret is not set', () => {
    const { tokenSecret, databaseUrl } = withoutSecrets(readConfig({}))
    assert.deepEqual({ tokenSecret, databaseUrl }, { tokenSecret: undefined, databaseUrl: undefined })
    assert.equal(withoutSecrets(readConfig({ DATABASE_URL: 'postgres:///x' })).databaseUrl, 'postgres:///x')
  })
})
