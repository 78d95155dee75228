import { realmNames } from './realm-names.js'
import { HIDDEN } from './database-url.js'
import { databaseVariables } from './database-variables.js'
import { anyText, apiList, flag, integer, oneOf, port, portList, processCount, secret } from './parsers.js'
import { telemetryVariables } from './telemetry-variables.js'
import { tokenAlgorithms, type TokenAlgorithm } from './token-algorithms.js'
import { variable, type ValueOf } from './variable.js'

const hidden = (): string => HIDDEN
const limit = integer(0, 1_000_000)

/** Every environment variable, by the property of `Config` it becomes. `<name>_FILE` names a file with its value. */
export const variables = {
  ports: variable<[number, ...number[]]>({
    name: 'PORT',
    alias: 'PORTS',
    meaning: 'one port, or several for the same server',
    parse: portList,
    default: [8000]
  }),
  host: variable({
    name: 'HOST',
    meaning: 'address to listen on',
    parse: anyText,
    default: '127.0.0.1',
    production: '0.0.0.0'
  }),
  workers: variable({
    name: 'WORKERS',
    meaning: 'processes that share the ports, or `auto`: one a core; PostgreSQL only',
    parse: processCount,
    default: 1
  }),
  apis: variable({
    name: 'APIS',
    meaning: 'which APIs are open, comma-separated',
    parse: apiList,
    default: [...realmNames],
    defaultText: 'all'
  }),
  julongStatus: variable({
    name: 'JULONG_STATUS',
    meaning: '`body`: julong answers HTTP 200 always, with the status in `meta.status` alone',
    parse: oneOf('http', 'body'),
    default: 'http'
  }),
  tmsStatus: variable({
    name: 'TMS_STATUS',
    meaning: '`body`: tms answers HTTP 200 always but for 401, with the status in `code` alone',
    parse: oneOf('http', 'body'),
    default: 'http'
  }),
  ...databaseVariables,
  tokenSecret: variable({
    name: 'TOKEN_SECRET',
    meaning: 'signs tokens; at least 32 bytes',
    parse: secret,
    default: undefined,
    defaultText: 'made and kept in `DATA_DIR`; required in production',
    show: hidden
  }),
  tokenSecretPrevious: variable({
    name: 'TOKEN_SECRET_PREVIOUS',
    meaning: 'still verifies, so that a new secret logs nobody out',
    parse: secret,
    default: undefined,
    show: hidden
  }),
  tokenAlgorithm: variable<TokenAlgorithm>({
    name: 'TOKEN_ALGORITHM',
    meaning: '`ES256`: other services verify tokens with public keys, `/<api>/.well-known/jwks.json`',
    parse: oneOf(...tokenAlgorithms),
    default: 'HS256'
  }),
  tokenKeyDir: variable({
    name: 'TOKEN_KEY_DIR',
    meaning: 'folder with the keys of ES256, `<api>.pem` and `<api>.previous.pem`',
    parse: anyText,
    default: undefined,
    defaultText: 'none: derived from `TOKEN_SECRET`'
  }),
  passwordMinLength: variable({
    name: 'PASSWORD_MIN_LENGTH',
    meaning: 'shortest password that may be set',
    parse: integer(1, 72),
    default: 1,
    production: 8
  }),
  hashCost: variable<'full' | 'least'>({
    name: 'HASH_COST',
    meaning: '`least`: new hashes are cheap and insecure, for tests; refused in production',
    parse: oneOf('full', 'least'),
    default: 'full'
  }),
  hideAccounts: variable({
    name: 'HIDE_ACCOUNTS',
    meaning: '1: unknown account and wrong password answer alike, in status, body and time',
    parse: flag,
    default: false
  }),
  loginFailures: variable({
    name: 'LOGIN_FAILURES',
    meaning: 'failed passwords in 15 minutes, per account and address; 0: no limit',
    parse: limit,
    default: 10
  }),
  loginFailuresPerAddress: variable({
    name: 'LOGIN_FAILURES_PER_ADDRESS',
    meaning: 'failed passwords in 15 minutes, per address; 0: no limit',
    parse: limit,
    default: 100
  }),
  registrationsPerAddress: variable({
    name: 'REGISTRATIONS_PER_ADDRESS',
    meaning: 'registrations in an hour, per address; 0: no limit',
    parse: limit,
    default: 100
  }),
  writesPerAccount: variable({
    name: 'WRITES_PER_ACCOUNT',
    meaning: 'changes in a minute by one account, in each process; 0: no limit',
    parse: limit,
    default: 300
  }),
  auditKeepDays: variable({
    name: 'AUDIT_KEEP_DAYS',
    meaning: 'days after which an archived month of the audit trail is dropped',
    parse: integer(1, 36_500),
    default: undefined,
    defaultText: 'none: never'
  }),
  trustedProxies: variable({
    name: 'TRUSTED_PROXIES',
    meaning: 'number of proxies before the server that set `X-Forwarded-For`',
    parse: integer(0, 10),
    default: 0
  }),
  sampleAccounts: variable({
    name: 'SAMPLE_ACCOUNTS',
    meaning: "1: the documents' own accounts are made in realms that have none",
    parse: flag,
    default: undefined,
    defaultText: '1 with the embedded database; in production refused'
  }),
  docs: variable({
    name: 'DOCS',
    meaning: '0: `/docs` and `/openapi` are not served',
    parse: flag,
    default: true
  }),
  console: variable({
    name: 'CONSOLE',
    meaning: '0: the web console at `/console/` is not served',
    parse: flag,
    default: true
  }),
  metricsPort: variable({
    name: 'METRICS_PORT',
    meaning: "port that serves `/metrics` in Prometheus' format",
    parse: port,
    default: undefined
  }),
  metricsHost: variable({
    name: 'METRICS_HOST',
    meaning: 'address that the metrics listen on',
    parse: anyText,
    default: '127.0.0.1'
  }),
  ...telemetryVariables,
  shutdownDelay: variable({
    name: 'SHUTDOWN_DELAY',
    meaning: 'seconds between `not ready` and taking no more connections',
    parse: integer(0, 300),
    default: 0,
    production: 5
  }),
  logLevel: variable({
    name: 'LOG_LEVEL',
    meaning: 'pino level; one JSON line per request on standard output, within 0.1 s',
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    default: 'info'
  }),
  environment: variable({
    name: 'NODE_ENV',
    meaning: '`development`, `test` or `production`, which applies the rules marked above',
    parse: oneOf('development', 'test', 'production'),
    default: 'development'
  })
}

export type Values = { [Key in keyof typeof variables]: ValueOf<(typeof variables)[Key]> }
