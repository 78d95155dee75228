import type { Knex } from 'knex'

/** The realms whose accounts are searched. */
const SEARCHED = {
  julong: { table: 'julong.users', name: 'username' },
  back_office: { table: 'back_office.admins', name: 'name' }
}

/** Of each account that is not removed, name, mobile and email, folded and with U+001F between them, at each search. */
export async function createSearch(db: Knex): Promise<void> {
  for (const [schema, { table, name }] of Object.entries(SEARCHED)) {
    await db.raw(`
      create view ${schema}.search_texts as
        select id, quintet.fold(${name} || chr(31) || mobile || chr(31) || email) as text
        from ${table} where removed_at is null`)
  }
}
