import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ConfigError, readConfig } from '../../src/config/config.js'
import { parseDatabaseAddress, type DatabaseAddress } from '../../src/config/database-address.js'

const at = (text: string): Partial<DatabaseAddress> => {
  const { parameters, ...others } = parseDatabaseAddress(text, 'DATABASE_URL')
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  const present = Object.entries(others).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(present), ...(given.length > 0 && { parameters: Object.fromEntries(given) }) }
}

function refusal(variable: string, text: string): string {
  try {
    readConfig({ DATABASE_URL: 'postgres://db/x', [variable]: text })
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.message
  }
  throw new Error(`${text} is taken`)
}

describe('the address of the database', () => {
  it('names hosts, sockets, ports, a user and a password as in libpq', () => {
    const user = { user: 'u', password: 'p' }
    const cases: [string, Partial<DatabaseAddress>][] = [
      ['postgres://', { hosts: [{}] }],
      ['postgresql://u:p@h:5433/d', { ...user, hosts: [{ host: 'h', port: 5433 }], database: 'd' }],
      ['postgres://u:p@[::1]:5433/d', { ...user, hosts: [{ host: '::1', port: 5433 }], database: 'd' }],
      ['postgres://u@/d?host=/run/postgresql', { user: 'u', hosts: [{ host: '/run/postgresql' }], database: 'd' }],
      ['postgres://u@%2Frun%2Fpostgresql/d', { user: 'u', hosts: [{ host: '/run/postgresql' }], database: 'd' }],
      ['postgres:///d?user=u&password=p%40', { user: 'u', password: 'p@', hosts: [{}], database: 'd' }],
      ['postgres:///?dbname=d&port=5433', { hosts: [{ port: 5433 }], database: 'd' }],
      ['postgres://h1,h2:5433/d', { hosts: [{ host: 'h1' }, { host: 'h2', port: 5433 }], database: 'd' }],
      [
        'postgres:///d?host=h1,h2&port=1,2',
        {
          hosts: [
            { host: 'h1', port: 1 },
            { host: 'h2', port: 2 }
          ],
          database: 'd'
        }
      ],
      [
        'postgres://h/d?options=-c%20a%3Db&sslmode=require',
        {
          hosts: [{ host: 'h' }],
          database: 'd',
          parameters: { options: '-c a=b', sslmode: 'require' }
        }
      ],
      ['postgres://h/d?connect_timeout=10&keepalives_idle=30', { hosts: [{ host: 'h' }], database: 'd' }]
    ]
    for (const [text, expected] of cases) assert.deepEqual(at(text), expected, text)
  })

  it('takes a password with raw special characters where it can be read in one way only', () => {
    for (const password of ['pa#ss', 'pa?ss', 'pa@ss', 'pa:ss', '#?@:', '中文密码']) {
      const url = `postgres://u:${password}@h:5433/d`
      const { databaseUrl } = readConfig({ DATABASE_URL: url })
      assert.equal(parseDatabaseAddress(databaseUrl!, 'x').password, password)
    }
    assert.equal(at(`postgres://u:${encodeURIComponent('a/b%c')}@h/d`).password, 'a/b%c')
  })

  it('is refused in one line that says how to encode a password, and never shows it', () => {
    const refused = [
      'postgres://u:hunter/2@h/d',
      'postgres://u:5432/hunter2@h/d',
      'postgres://u:hunter2%@h/d',
      'postgres://u:hunter2%zz@h/d',
      'postgres://u:a/hunter2?x=y@h/d',
      'postgres://u:a/b#hunter2@h/d'
    ]
    for (const variable of ['DATABASE_URL', 'DATABASE_READ_URL']) {
      for (const text of refused) {
        const message = refusal(variable, text)
        assert.match(message, new RegExp(`^${variable} .*%2`), text)
        assert.doesNotMatch(message, /hunter|\n/)
      }
    }
  })

  it('is refused for what has no meaning here', () => {
    const cases: [string, RegExp][] = [
      ['postgres://h:0/d', /port/],
      ['postgres://h:65536/d', /port/],
      ['postgres:///d?host=a,b,c&port=1,2', /one for each host/],
      ['postgres://h/d?sslmode=always', /sslmode must be one of disable, allow/],
      ['postgres://h/d?sslmode', /without a value, sslmode/],
      ['postgres://h/d?target_session_attrs=standby', /the server writes/]
    ]
    for (const [text, why] of cases) assert.match(refusal('DATABASE_URL', text), why, text)
    assert.equal(
      readConfig({ DATABASE_URL: 'postgres://h', DATABASE_READ_URL: 'postgres://r?target_session_attrs=standby' })
        .databaseReadUrl,
      'postgres://r?target_session_attrs=standby'
    )
  })

  it('is refused for a parameter that is not known, by its name', () => {
    for (const variable of ['DATABASE_URL', 'DATABASE_READ_URL']) {
      for (const name of ['sslrootcrt', 'pgbouncer', 'SSLMODE', 'toString', 'ssl mode']) {
        const message = refusal(variable, `postgres://u:hunter2@h/d?sslmode=require&${name}=hunter2`)
        assert.match(
          message,
          new RegExp(`^${variable} has the parameter "${name}", which is not known here; known are .*$`)
        )
        assert.doesNotMatch(message, /hunter|\n/)
      }
    }
    const ofPassword = refusal('DATABASE_URL', 'postgres://u:a@b/c?hunter2=x@h/d')
    assert.match(ofPassword, /^DATABASE_URL has a parameter that is not known here/)
    assert.doesNotMatch(ofPassword, /hunter/)
  })

  it('is refused for a value that its parameter cannot have', () => {
    const cases: [string, string][] = [
      ['connect_timeout=abc', 'connect_timeout must be an integer'],
      ['connect_timeout=', 'connect_timeout must be an integer'],
      ['keepalives=yes', 'keepalives must be one of 0, 1'],
      ['keepalives_idle=1.5', 'keepalives_idle must be an integer'],
      ['tcp_user_timeout=1s', 'tcp_user_timeout must be an integer'],
      ['channel_binding=always', 'channel_binding must be one of disable, prefer, require'],
      ['gssencmode=require', 'gssencmode must be one of disable, prefer'],
      ['client_encoding=GBK', 'client_encoding must be one of auto, utf8, utf-8, UTF8, UTF-8'],
      [
        'target_session_attrs=any-',
        'target_session_attrs must be one of any, read-write, read-only, primary, standby, prefer-standby'
      ]
    ]
    for (const [parameter, why] of cases) {
      assert.equal(refusal('DATABASE_READ_URL', `postgres://h/d?${parameter}`), `DATABASE_READ_URL: ${why}`)
    }
    const taken = 'connect_timeout=-1&keepalives=1&client_encoding=UTF8&channel_binding=require&gssencmode=disable'
    assert.equal(readConfig({ DATABASE_URL: `postgres://h/d?${taken}` }).databaseUrl, `postgres://h/d?${taken}`)
  })

  it('is refused for a blank around a name, which is named', () => {
    const cases: [string, string][] = [
      ['postgres://h/d?sslmode =require', 'has a blank around the parameter sslmode'],
      ['postgres://h/d?user=u&%20sslmode=require', 'has a blank around the parameter sslmode'],
      ['postgres://h/d?sslmode= require', 'has a blank around the value of sslmode'],
      ['postgres://h/d?dbname=d &port=1', 'has a blank around the value of dbname'],
      ['postgres:// u:p@h/d', 'has a blank around the name of the user'],
      ['postgres://u :p@h/d', 'has a blank around the name of the user'],
      ['postgres://u:p@ h/d', 'has a blank around the name of a host'],
      ['postgres://h1, h2/d', 'has a blank around the name of a host'],
      ['postgres://h :5433/d', 'has a blank around the name of a host'],
      ['postgres://h/d ?port=1', 'has a blank around the name of the database'],
      [' postgres://h/d', 'has a blank around it'],
      ['postgres://h/d\n', 'has a blank around it']
    ]
    for (const [text, why] of cases) assert.equal(refusal('DATABASE_URL', text), `DATABASE_URL ${why}`, text)
    assert.equal(at('postgres://u: p @h/d%20').password, ' p ')
    assert.equal(at('postgres://u:p@h/d%20').database, 'd ')
  })
})
