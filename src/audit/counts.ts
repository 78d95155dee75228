import type { Knex } from 'knex'
import { realmNames } from '../config/realm-names.js'
import { ADD_BLOCKS } from './blocks.js'
import type { Summary, Window } from './windows.js'

/*
 * Entries are counted by the quarter of an hour, so that hours, days and months of every time zone begin with a slot. A row
 * has all entries up to the end of its slot: those of a period are the difference of two rows. Entries never change.
 */

/**
 * Adds a window: new slots, and all behind the first of them, which are few, for entries come nearly in the order of their
 * times. In `merged` a row has what its slot gets, or what was counted up to its slot.
 */
const ADD = `
  with added as (
    select realm, coalesce(action, '') as action, slot,
      count(*) filter (where result = 'done') as done, count(*) filter (where result = 'failed') as failed
    from (
      select realm, action, result, date_bin('15 minutes', at, 'epoch') as slot
      from audit.events where realm = any(:realms) and id > :from and id <= :to
    ) entries
    group by grouping sets ((realm, action, slot), (realm, slot))
  ), merged as (
    select realm, action, slot, done, failed, 0 as done_before, 0 as failed_before from added
    union all
    select realm, action, slot, 0, 0, done, failed from audit.counts
    join (select realm, action, min(slot) as first from added group by realm, action) firsts using (realm, action)
    where slot >= coalesce((
      select max(c.slot) from audit.counts c
      where c.realm = firsts.realm and c.action = firsts.action and c.slot < first
    ), first)
  )
  insert into audit.counts as kept (realm, action, slot, done, failed)
  select distinct realm, action, slot, max(done_before) over upwards + sum(done) over upwards,
    max(failed_before) over upwards + sum(failed) over upwards
  from merged
  window upwards as (partition by realm, action order by slot)
  on conflict (realm, action, slot)
    do update set done = excluded.done, failed = excluded.failed
    where (kept.done, kept.failed) <> (excluded.done, excluded.failed)`

/** Counts what has come since. */
export const counts: Summary = {
  progress: 'audit.counted',
  async add(transaction: Knex, window: Window) {
    const values = { realms: [...realmNames], ...window }
    await transaction.raw(ADD, values)
    await transaction.raw(ADD_BLOCKS, values)
  }
}

/** Removes the counts of a partition, whose slots no other one has: months begin with a slot. Both are null where it is empty. */
export async function removeCounts(db: Knex, first: string | null, last: string | null): Promise<void> {
  await db.raw(
    `with removed as (
      delete from audit.counts where slot between date_bin('15 minutes', cast(? as timestamptz), 'epoch') and ?
      returning realm, action, slot, done, failed
    ), sums as (
      select realm, action, min(slot) as first, max(done) as done, max(failed) as failed
      from removed group by realm, action
    )
    update audit.counts c
    set done = c.done - sums.done + coalesce(before.done, 0), failed = c.failed - sums.failed + coalesce(before.failed, 0)
    from sums left join lateral (
      select done, failed from audit.counts b
      where b.realm = sums.realm and b.action = sums.action and b.slot < sums.first order by slot desc limit 1
    ) before on true
    where c.realm = sums.realm and c.action = sums.action and c.slot > sums.first
      and (c.realm, c.action, c.slot) not in (select realm, action, slot from removed)`,
    [first, last]
  )
}
