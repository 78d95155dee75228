import type { Knex } from 'knex'
import type { Table } from './tables.js'

interface Partition {
  parent: string
  name: string
  /** As `create table … partition of` takes it. */
  bound: string
  /** Statements that make the triggers that it has of its own. */
  triggers: string[]
}

const PARTITIONS = `
  select format('%I.%I', pn.nspname, p.relname) as parent, format('%I.%I', n.nspname, c.relname) as name,
    pg_get_expr(c.relpartbound, c.oid) as bound,
    array(
      select pg_get_triggerdef(t.oid) from pg_trigger t
      where t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0 order by t.tgname
    ) as triggers
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
  where c.relkind = 'r'
  order by 1, 2`

/** Gives the empty partitioned tables of `target` the partitions that they have in `source`, where they have others. */
export async function makeSamePartitions(source: Knex, target: Knex, tables: Table[]): Promise<void> {
  const [wanted, made] = [await findPartitions(source), await findPartitions(target)]
  for (const { name } of tables) {
    const [theirs, ours] = [wanted, made].map((all) => all.filter(({ parent }) => parent === name)) as [
      Partition[],
      Partition[]
    ]
    if (boundsOf(theirs) === boundsOf(ours)) continue
    for (const partition of ours) await target.raw(`drop table ${partition.name}`)
    for (const partition of theirs) {
      await target.raw(`create table ${partition.name} partition of ${name} ${partition.bound}`)
      for (const trigger of partition.triggers) await target.raw(trigger)
    }
  }
}

export async function withPartitions(db: Knex, tables: Table[]): Promise<string[]> {
  const names = tables.map(({ name }) => name)
  const partitions = (await findPartitions(db)).filter(({ parent }) => names.includes(parent))
  return [...names, ...partitions.map(({ name }) => name)]
}

async function findPartitions(db: Knex): Promise<Partition[]> {
  const { rows } = await db.raw<{ rows: Partition[] }>(PARTITIONS)
  return rows
}

function boundsOf(partitions: Partition[]): string {
  return JSON.stringify(partitions.map(({ name, bound }) => [name, bound]))
}
