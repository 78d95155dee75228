import { ask, startPostgres } from '../support/postgres.js'
import { spawnServer, UNLIMITED } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const ROWS = 1_000_000
/** A name of 12 characters, like no other; an address of 24 and a telephone number of 11. */
const NAME = 'substr(md5(i::text), 1, 12)'
const EMAIL = `${NAME} || '@example.com'`
const MOBILE = `(13000000000 + hashtext(i::text)::bigint % 1000000000)::text`
/** As long as the ones that the server makes. */
const BCRYPT = `'$2b$10$' || substr(md5(i::text) || md5(i::text), 1, 53)`
const ARGON = `'$argon2i$v=19$m=65536,t=3,p=4$' || substr(md5(i::text) || md5(i::text), 1, 65)`

/** Rows of accounts that have logged in; none of them outdated, as each change leaves one until it is vacuumed. */
const TABLES: Record<string, string> = {
  'tms.users': `(username, canonical_name, password_hash, activated_at, telephone)
    select ${NAME}, ${NAME}, ${BCRYPT}, now(), ${MOBILE}`,
  'julong.users': `(username, canonical_name, password_hash, activated_at, mobile, email)
    select ${NAME}, ${NAME}, ${BCRYPT}, now(), ${MOBILE}, ${EMAIL}`,
  // Filled by the insert before, as is that of back-office.
  'julong.search_texts': `(id, text) select id, '' from julong.users on conflict do nothing`,
  'waste_sorting.users': `(username, canonical_name, password_hash, activated_at)
    select ${NAME}, ${NAME}, ${BCRYPT}, now()`,
  'user_login.users': `(email, canonical_name, hashed_password, activated_at)
    select ${EMAIL}, ${EMAIL}, ${ARGON}, now()`,
  'user_login.user_info': `(user_id, first_name, last_name, phone_number)
    select u.id, '三', '张', '13800138000' from user_login.users u
    on conflict do nothing`,
  'back_office.admins': `(id, name, canonical_name, password_hash, activated_at, mobile, email)
    select substr(md5(i::text), 1, 24), ${NAME}, ${NAME}, ${BCRYPT}, now(), ${MOBILE}, ${EMAIL}`,
  'back_office.search_texts': `(id, text) select id, '' from back_office.admins on conflict do nothing`,
  'tms.tasks': `(description, publisher_id, assignee_id)
    select '整理六月的会议纪要', 1 + i % 1000, 1 + i % 999`,
  'audit.events': `(realm, action, result, actor_id, actor_name, actor_key, target_id, target_name, target_key, address, request_id)
    select 'tms', 'login', 'done', i::text, ${NAME}, ${NAME}, i::text, ${NAME}, ${NAME}, '203.0.113.7', md5(i::text)::uuid::text`,
  'quintet.revoked_tokens': `(jti, expires_at) select md5(i::text)::uuid, now() + i * interval '1 ms'`
}

measuredTest('capacity: the bytes of a row in its table and indexes, of a million', async (): Promise<Figure[]> => {
  const postgres = await startPostgres({ fsync: 'off', max_wal_size: '4GB', maintenance_work_mem: '256MB' })
  try {
    const databaseUrl = await postgres.createDatabase('capacity')
    const server = await spawnServer({ ...UNLIMITED, DATABASE_URL: databaseUrl, DATA_DIR: postgres.folder })
    await server.end()
    const figures: Figure[] = []
    for (const [table, values] of Object.entries(TABLES)) {
      const rows = values.includes(' from ') ? '' : ` from generate_series(1, ${ROWS}) i`
      await ask(databaseUrl, `insert into ${table} ${values}${rows}`)
      await ask(databaseUrl, `vacuum analyze ${table}`)
      figures.push(await sizeOf(databaseUrl, table))
    }
    return figures
  } finally {
    await postgres.remove()
  }
})

async function sizeOf(databaseUrl: string, table: string): Promise<Figure> {
  const [size] = await ask(
    databaseUrl,
    `select (select count(*) from ${table}) as rows, sum(pg_table_size(part)) as heap, sum(pg_indexes_size(part)) as indexes
     from (select '${table}'::regclass as part union select relid from pg_partition_tree('${table}')) parts`
  )
  const [rows, heap, indexes] = [size?.rows, size?.heap, size?.indexes].map(Number) as [number, number, number]
  if (rows < ROWS) throw new Error(`${table} has ${rows} rows`)
  const each = (bytes: number): number => Math.round(bytes / rows)
  return {
    name: table,
    value: `${each(heap + indexes)} bytes a row: ${each(heap)} in the table, ${each(indexes)} in its indexes`
  }
}
