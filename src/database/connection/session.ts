import type { Knex } from 'knex'

/** The settings that statements here rely on, whatever those of the server, the database and the role are. */
const RELIED_ON = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  default_transaction_isolation: 'read committed',
  lock_timeout: '0',
  gin_fuzzy_search_limit: '0'
}
/** Other values that do as well, which a pooler may have. */
const GOOD_TOO: Record<string, RegExp> = {
  TimeZone: /^(Etc\/)?(UTC|UCT|GMT)$/,
  DateStyle: /^ISO/,
  IntervalStyle: /./,
  extra_float_digits: /^[23]$/
}
const PREFERRED = {
  idle_session_timeout: '0',
  // Compiling a statement takes PostgreSQL half a second, and none of ours runs for so long.
  jit: 'off'
}

/** The parameter `options` of a new connection: those of the address, and behind them ours, of which the last counts. */
export function sessionOptions(ofAddress?: string, more: Record<string, string> = {}): string {
  const ours = Object.entries({ ...RELIED_ON, ...PREFERRED, ...more }).map(
    ([name, value]) => `-c ${name}=${value.replace(/[ \\]/g, '\\$&')}`
  )
  return [ofAddress ?? [], ours].flat().join(' ')
}

/** Returns a warning for the operator. Throws when the database cannot store what it must, or our settings are dropped. */
export async function checkSession(db: Knex): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { name: string; setting: string }[] }>(
    `select name, setting from pg_settings where name = any(?)
     union all select 'database', current_database()
     union all select 'read only', current_setting('default_transaction_read_only')`,
    [['server_encoding', ...Object.keys(RELIED_ON)]]
  )
  const held = new Map(rows.map(({ name, setting }) => [name, setting]))
  checkEncoding(held)
  for (const [name, value] of Object.entries(RELIED_ON)) checkSetting(name, value, held.get(name))
  // Providers set it before a disk is full: it is not for us to lift.
  return held.get('read only') === 'on' ? 'takes no changes: default_transaction_read_only is on' : undefined
}

function checkEncoding(held: Map<string, string>): void {
  const encoding = held.get('server_encoding')
  if (encoding === 'UTF8') return
  throw new Error(
    `the database ${held.get('database')} has the encoding ${encoding}, which cannot store Chinese; make one with: ` +
      `create database … encoding 'UTF8' template template0`
  )
}

function checkSetting(name: string, value: string, held = ''): void {
  if (held === value || GOOD_TOO[name]?.test(held)) return
  throw new Error(
    `sessions have ${name} = ${held} in place of ${value}: a pooler drops the parameter options; ` +
      `set ${name} in the pooler, or by: alter role … set ${name} = '${value}'`
  )
}
