import { databaseSchemas, type DatabaseSchema } from './database-schemas.js'
import { databaseUrl, HIDDEN, primaryUrl, withoutPassword } from './database-url.js'
import { anyText, flag, integer, oneOf } from './parsers.js'
import { variable } from './variable.js'

/** The part of `variables` that says where the database is and how it is used. */
export const databaseVariables = {
  databaseUrl: variable({
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL 14 or newer',
    parse: primaryUrl,
    default: undefined,
    defaultText: 'none: embedded',
    show: withoutPassword
  }),
  databasePassword: variable({
    name: 'DATABASE_PASSWORD',
    meaning: 'its password, where the address leaves it out',
    parse: anyText,
    default: undefined,
    show: () => HIDDEN
  }),
  databaseReadUrl: variable({
    name: 'DATABASE_READ_URL',
    meaning: 'a streaming replica of it that answers lists, once it has caught up',
    parse: databaseUrl,
    default: undefined,
    show: withoutPassword
  }),
  databaseSchema: variable<DatabaseSchema>({
    name: 'DATABASE_SCHEMA',
    meaning: '`portable`: counts and search in plain SQL, for other engines that speak PostgreSQL',
    parse: oneOf(...databaseSchemas),
    default: 'postgresql'
  }),
  databasePool: variable({
    name: 'DATABASE_POOL',
    meaning: 'connections that one process opens at most',
    parse: integer(1, 1000),
    default: 10
  }),
  namedStatements: variable({
    name: 'NAMED_STATEMENTS',
    meaning: '0 behind a pooler that changes connections between statements',
    parse: flag,
    default: true
  }),
  dataDir: variable({
    name: 'DATA_DIR',
    meaning: 'embedded database, generated development secret',
    parse: anyText,
    default: './data',
    defaultText: '`./data`'
  })
}
