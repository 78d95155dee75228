import bcrypt from 'bcrypt'
import knex, { type Knex } from 'knex'

/** Accounts in each realm, `user1`, `user2` …, and tasks. */
export const ACCOUNTS = 1_000
export const PASSWORD = 'correct horse'
/** Tokens that ended before their time, none of them of a load. */
const REVOKED = 10_000

/** Each with its own moment, to the microsecond. */
const MOMENT = "timestamptz '2024-06-01 00:04:06.654597+00' + n * interval '61.000013 seconds'"
const NAMES = "'user' || n, 'user' || n"

/** Fills a migrated database; every account may do everything, and has the same password. */
export async function seed(databaseUrl: string, accounts = ACCOUNTS): Promise<void> {
  await onDatabase(databaseUrl, async (db) => {
    const hash = await bcrypt.hash(PASSWORD, 10)
    await seedTms(db, hash, accounts)
    await seedJulong(db, hash, accounts)
    await db.raw(
      `insert into waste_sorting.users (username, canonical_name, password_hash, activated_at, role_id, points)
       select ${NAMES}, ?, now(), 1, n % 500 from generate_series(1, ?) n`,
      [hash, ACCOUNTS]
    )
    await db.raw(
      `with u as (
         insert into user_login.users (email, canonical_name, hashed_password, activated_at)
         select 'user' || n || '@example.com', 'user' || n || '@example.com', ?, now() from generate_series(1, ?) n
         returning id
       )
       insert into user_login.user_info (user_id, first_name, last_name, phone_number)
       select id, '小明', '王', 13800000000 + id from u`,
      [hash, ACCOUNTS]
    )
    await db.raw(
      `insert into tms.tasks (description, detail, type, price, status, publisher_id, assignee_id, created_at, updated_at)
       select '整理六月的会议纪要 ' || n, '汇总后发到项目群', '文档', n * 0.5, '待办', n, n % 100 + 1, ${MOMENT}, ${MOMENT}
       from generate_series(1, ?) n`,
      [ACCOUNTS]
    )
    await db.raw(
      `insert into quintet.revoked_tokens (jti, expires_at)
       select gen_random_uuid(), now() + interval '1 day' from generate_series(1, ?)`,
      [REVOKED]
    )
    await db.raw('vacuum analyze')
    await db.raw('checkpoint')
  })
}

async function seedTms(db: Knex, hash: string, accounts: number): Promise<void> {
  await db.raw(
    `insert into tms.users (username, canonical_name, password_hash, activated_at, nickname, gender, telephone,
       created_at, updated_at)
     select ${NAMES}, ?, now(), '会飞的猪' || n, '男', (13425636267 + n)::text, ${MOMENT}, ${MOMENT}
     from generate_series(1, ?) n`,
    [hash, accounts]
  )
}

async function seedJulong(db: Knex, hash: string, accounts: number): Promise<void> {
  // An index is made faster at once than row by row.
  const { rows } = await db.raw<{ rows: [{ indexdef: string }] }>(
    "select indexdef from pg_indexes where schemaname = 'julong' and indexname = 'search_trigrams'"
  )
  await db.raw('drop index julong.search_trigrams')
  await db.raw(
    `insert into julong.users (username, canonical_name, password_hash, activated_at, role_id, mobile, email,
       created_at, updated_at)
     select ${NAMES}, ?, now(), 0, (13425636267 + n)::text, 'user' || n || '@example.com', ${MOMENT}, ${MOMENT}
     from generate_series(1, ?) n`,
    [hash, accounts]
  )
  await db.raw(rows[0].indexdef)
}

export async function onDatabase<Result>(url: string, work: (db: Knex) => Promise<Result>): Promise<Result> {
  const db = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
