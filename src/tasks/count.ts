import type { Knex } from 'knex'
import { withHeavyLimit } from '../database/queries/heavy-limit.js'
import { unpreparedQuery } from '../database/queries/prepared.js'
import type { TaskOwner } from './list.js'
import { TASK_STATUSES } from './task.js'

export type TaskGrouping = 'status' | 'type' | 'assignee'

export interface TaskCount {
  /** Empty: without a type or an assignee. Null: all others. */
  key: string | null
  tasks: number
  /** The sum of their prices. */
  price: number
}

/** Names that are counted by themselves. */
const MOST_NAMES = 20

/**
 * How many tasks there are by status, or by type or assignee: these by the names with the most tasks, then without a name,
 * then all others. Those of everyone are counted by triggers, those of one account are read.
 */
export async function countTasks(db: Knex, by: TaskGrouping, owner: TaskOwner): Promise<TaskCount[]> {
  const [text, values] = statementFor(by, owner)
  const counts = await withHeavyLimit(db, () => unpreparedQuery<TaskCount>(db, `tasks by ${by}`, text, values))
  if (by !== 'status') return counts
  return TASK_STATUSES.map((key) => counts.find((count) => count.key === key) ?? { key, tasks: 0, price: 0 })
}

function statementFor(by: TaskGrouping, { publisherId, assigneeId }: TaskOwner): [text: string, values: number[]] {
  if (publisherId !== undefined) return [statement(by, tasksOf('publisher_id', by)), [publisherId]]
  if (assigneeId !== undefined) return [statement(by, tasksOf('assignee_id', by)), [assigneeId]]
  return by === 'assignee' ? [named(mostAssignees), []] : [ranked(grouped(by)), []]
}

function statement(by: TaskGrouping, counted: string): string {
  return by === 'assignee' ? named(ranked(withoutRemoved(counted))) : ranked(counted)
}

/** As the triggers have counted. The key is null where it is empty. */
function grouped(by: 'status' | 'type'): string {
  return `
    select nullif(key, '') collate "C" as key, sum(tasks) as tasks, sum(price) as price
    from tms.task_groups where kind = '${by}' group by key`
}

function tasksOf(column: 'publisher_id' | 'assignee_id', by: TaskGrouping): string {
  const key = by === 'assignee' ? 'assignee_id' : `nullif(${by}, '') collate "C"`
  return `
    select ${key} as key, count(*) as tasks, sum(price) as price from tms.tasks where ${column} = $1 group by 1`
}

/** The same, with null for the ids of accounts that are removed. */
function withoutRemoved(counted: string): string {
  return `
    select case when removed.id is null then key end as key, tasks, price
    from (${counted}) counted
    left join (select id from tms.users where removed_at is not null) removed on removed.id = key`
}

/** Those with the most tasks, then the empty key, then null for all others. */
const ORDER = `order by key is null, key = '', tasks desc, key collate "C"`

function ranked(counted: string): string {
  return `
    with counted as materialized (${counted}),
    kept as (
      (
        select key::text as key, tasks, price from counted
        where key is not null and tasks > 0 order by counted.tasks desc, counted.key limit ${MOST_NAMES}
      )
      union all
      select '', sum(tasks), sum(price) from counted where key is null
    )
    ${withOthers('counted')}`
}

/** What is kept, and under the key null the difference to all that `all` sums up to. */
function withOthers(all: string): string {
  return `
    select key, tasks::bigint as tasks, price::float8 as price from (
      select key, tasks, price from kept
      union all
      select null, sum(tasks) - (select coalesce(sum(tasks), 0) from kept),
        sum(price) - (select coalesce(sum(price), 0) from kept)
      from ${all}
    ) counts where tasks > 0 ${ORDER}`
}

/** The same with the names of accounts in place of their ids. */
function named(counts: string): string {
  return `
    select coalesce(u.username, key) as key, tasks, price
    from (${counts}) counts left join tms.users u on u.id = nullif(key, '')::bigint ${ORDER}`
}

/** There may be as many assignees as tasks: those with the most come from an index, the others from the sum of all. */
const mostAssignees = `
    with assignees as not materialized (select key, tasks, price from tms.task_groups where kind = 'assignee'),
    none as (
      select tasks, price from assignees where key = ''
      union all
      select g.tasks, g.price
      from tms.users u cross join lateral (select * from assignees where key = u.id::text offset 0) g
      where u.removed_at is not null
    ),
    kept as (
      (
        select key, tasks, price from assignees
        where key <> '' and tasks > 0
          and not exists (select from tms.users u where u.id = key::bigint and u.removed_at is not null)
        order by tasks desc, key collate "C" limit ${MOST_NAMES}
      )
      union all
      select '', sum(tasks), sum(price) from none
    )
    ${withOthers(`tms.task_groups where kind = 'status'`)}`
