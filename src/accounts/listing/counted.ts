import type { Knex } from 'knex'
import { joinFirstOfPage, runningCounts } from '../../database/queries/blocks.js'
import { inputRows, joinById, loadBatched, type BatchStatement } from '../../database/queries/batch-statement.js'
import type { PageNumber } from '../../database/queries/lists.js'
import { foundPage, PAGE_COLUMNS, pageStatement, type PageKey } from '../../database/queries/pages.js'
import type { AccountRow, Realm } from '../../realms/realm.js'

/** A realm whose accounts triggers count by blocks of their ids, for there may be millions of them. */
export type CountedRealm<Row extends AccountRow = AccountRow> = Realm<Row> & { counts: string }

export function isCounted<Row extends AccountRow>(realm: Realm<Row>): realm is CountedRealm<Row> {
  return realm.counts !== undefined
}

/** A page by id and the total, in one query. Block counts locate the page, so a far page takes no longer. */
export async function countedPage<Row extends AccountRow>(
  db: Knex,
  realm: CountedRealm<Row>,
  page: PageNumber
): Promise<{ total: number; rows: Row[] }> {
  const { of, rows } = foundPage(await loadBatched(db, pagesOf(realm), page))
  return { total: Number(of.accounts_in_all), rows }
}

function pagesOf<Row extends AccountRow>(
  realm: CountedRealm<Row>
): BatchStatement<PageKey, Row & { accounts_in_all: number }> {
  return pageStatement({
    name: `pages of ${realm.name}`,
    text: `with ${runningCounts({ table: realm.counts, column: 'accounts', where: `realm = '${realm.name}'` })}
    select position, place.total as accounts_in_all, found.*
    from ${inputRows(PAGE_COLUMNS)}
    ${joinFirstOfPage(realm.accounts)}
    left join (
      lateral (select id from ${realm.accounts} where id >= first.id order by id limit size) at
      ${joinById(realm.accounts, 'at')}
    ) on true
    order by position, found.id`
  })
}

/** All accounts that there are, with the highest id among them; null where there are none. */
export async function countedTotal<Row extends AccountRow>(
  db: Knex,
  realm: CountedRealm<Row>
): Promise<{ total: number; last: Row['id'] | null }> {
  const counted = db(realm.counts).where({ realm: realm.name }).sum('accounts')
  return db.first({ total: db.raw('coalesce((?), 0)', [counted]), last: db(realm.accounts).max('id') })
}
