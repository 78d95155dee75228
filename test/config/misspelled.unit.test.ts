import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { refusal } from './refusal.js'

const SECRET = 'a-secret-of-more-than-thirty-two-bytes'
const URL = 'postgres://quintet:pw@db.example:5433/quintet'

describe('readConfig on a variable that it does not know', () => {
  it('refuses one that is spelled nearly like one of ours, and never repeats its value', () => {
    const misspelled: [name: string, meant: string][] = [
      ['TOKN_SECRET', 'TOKEN_SECRET'],
      ['TOKENSECRET', 'TOKEN_SECRET'],
      ['token_secret', 'TOKEN_SECRET'],
      ['TOKEN_SECRET_PREVOIUS', 'TOKEN_SECRET_PREVIOUS'],
      ['TOKN_SECRET_FILE', 'TOKEN_SECRET_FILE'],
      ['TOKEN_SECRET_FIEL', 'TOKEN_SECRET_FILE'],
      ['DATABASE_URI', 'DATABASE_URL'],
      ['DATABSE_URL', 'DATABASE_URL'],
      ['DATADIR', 'DATA_DIR'],
      ['LOG_LEVLE', 'LOG_LEVEL'],
      ['NODE_EVN', 'NODE_ENV'],
      ['WORKER', 'WORKERS'],
      ['WROKERS', 'WORKERS'],
      ['SAMPLE_ACCOUNT', 'SAMPLE_ACCOUNTS'],
      ['TRUSTED_PROXYS', 'TRUSTED_PROXIES'],
      ['PROT', 'PORT'],
      ['OPRT', 'PORT'],
      ['POTR', 'PORT'],
      ['port', 'PORT'],
      ['POTS', 'PORTS'],
      ['HSOT', 'HOST'],
      ['HOSTS', 'HOST'],
      ['HOTS', 'HOST'],
      ['APSI', 'APIS'],
      ['PAIS', 'APIS'],
      ['API', 'APIS'],
      ['DCOS', 'DOCS'],
      ['DOC', 'DOCS'],
      ['OTEL_EXPORTER_OTLP_ENDPIONT', 'OTEL_EXPORTER_OTLP_ENDPOINT'],
      ['OTEL_EXPORTER_OTLP_HEADER', 'OTEL_EXPORTER_OTLP_HEADERS'],
      ['OTEL_TRACE_SAMPLER', 'OTEL_TRACES_SAMPLER'],
      ['APSI_FILE', 'APIS_FILE']
    ]
    for (const [name, meant] of misspelled) {
      assert.equal(refusal({ [name]: 'hunter2' }), `unknown variable ${name}; did you mean ${meant}?`)
    }
    assert.match(refusal({ TOKN_SECRET: SECRET, TOKEN_SECRET: 'y' + SECRET }), /^unknown variable TOKN_SECRET/)
  })

  it('leaves alone an empty one, and names of shells, Node, npm, containers and platforms', () => {
    const ofOthers = [
      ...[
        'HOSTNAME',
        'HOSTTYPE',
        'PATH',
        'HOME',
        'SHELL',
        'PWD',
        'LANG',
        'TZ',
        'LS_COLORS',
        'XDG_DATA_DIRS',
        'PID_FILE',
        'POST',
        'COST',
        'SORT',
        'VHOST',
        'RHOST',
        'LPORT',
        'HOSTS_FILE',
        'TERM',
        'USER',
        'PS_FORMAT'
      ],
      ...[
        'NODE',
        'NODE_OPTIONS',
        'NODE_PATH',
        'NODE_VERSION',
        'NODE_EXE',
        'NODE_DEBUG',
        'NODE_NAME',
        'NODE_EXTRA_CA_CERTS',
        'NODE_NO_WARNINGS',
        'NODE_PENDING_DEPRECATION',
        'NODENV_DIR',
        'INIT_CWD',
        'npm_config_node_gyp',
        'LOGLEVEL'
      ],
      ...[
        'KUBERNETES_PORT',
        'PORT_8000_TCP',
        'PORT_8000_TCP_PORT',
        'PORT_HTTP',
        'PORT_RANGE',
        'HOST_IP',
        'API_PORT',
        'API_SERVICE_HOST',
        'DOCS_PORT',
        'QUINTET_PORT',
        'QUINTET_SERVICE_HOST',
        'REDIS_PORT'
      ],
      ...[
        'DATABASE_PORT',
        'DATABASE_HOST',
        'DATABASE_NAME',
        'DATABASE_USER',
        'DATABASE_SERVICE_PORT',
        'DATABASE_URL_1'
      ],
      ...[
        'OTEL_EXPORTER_OTLP_TIMEOUT',
        'OTEL_EXPORTER_OTLP_COMPRESSION',
        'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT',
        'OTEL_TRACES_EXPORTER',
        'OTEL_LOGS_EXPORTER',
        'OTEL_METRIC_EXPORT_TIMEOUT',
        'OTEL_BSP_SCHEDULE_DELAY',
        'OTEL_PROPAGATORS',
        'OTEL_SDK_DISABLED'
      ],
      ...['PGHOST', 'PGPASSWORD', 'POSTGRES_URL', 'METRICS_PATH', 'SECRET', 'TOKEN', 'LOG_FILE', 'APP_FILE', 'PASSWORD']
    ]
    assert.deepEqual(
      readConfig({ TOKN_SECRET: '', ...Object.fromEntries(ofOthers.map((name) => [name, 'x'])) }),
      readConfig({})
    )
    assert.equal(readConfig({ DATABASE_URL: URL, DATABASE_URI: 'postgres://other' }).databaseUrl, URL)
  })
})
