import type { Knex } from 'knex'
import { COUNTED } from '../0007-counts.js'
import { GROUPED, type Grouped } from '../0014-groups.js'

/** What tasks are grouped by: SQL of the key, by kind. */
const TASK_KEYS = { assignee: "coalesce(assignee_id::text, '')", status: 'status', type: 'type' }

/** What triggers count in the other schema is counted here whenever it is read. */
export async function createCounts(db: Knex): Promise<void> {
  await db.raw(`
    create view quintet.account_counts as ${union(Object.entries(COUNTED).map(accountsByBlock))};
    create view quintet.account_groups as ${union(GROUPED.map(accountsByGroup))};

    create view tms.task_counts as
      select block, count(*)::integer as tasks from (select id / 4000 as block from tms.tasks) blocks group by block;
    create view tms.task_groups as ${union(Object.entries(TASK_KEYS).map(tasksByKey))};
  `)
}

function accountsByBlock([realm, table]: [string, string]): string {
  return `
    select '${realm}'::text as realm, block, count(*)::integer as accounts
    from (select id / 4000 as block from ${table} where removed_at is null) blocks group by block`
}

function accountsByGroup({ realm, table, points }: Grouped): string {
  return `
    select '${realm}'::text as realm, role_id::bigint as role_id, disabled, points_from,
      count(*)::integer as accounts, sum(points)::bigint as points
    from (
      select role_id, disabled, points,
        case when points < 1 then 0 when points < 100 then 1 when points < 500 then 100 when points < 1000 then 500
          when points < 5000 then 1000 when points < 10000 then 5000 else 10000 end as points_from
      from (select role_id, disabled, ${points} as points from ${table} where removed_at is null) accounts
    ) grouped group by role_id, disabled, points_from`
}

function tasksByKey([kind, key]: [string, string]): string {
  return `
    select '${kind}'::text as kind, ${key} as key, count(*)::integer as tasks, sum(price) as price
    from tms.tasks group by ${key}`
}

function union(selects: string[]): string {
  return selects.join(' union all ')
}
