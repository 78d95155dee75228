import type { Knex } from 'knex'
import { joinFirstOfPage, runningCounts } from '../database/queries/blocks.js'
import { BATCH_BYTES, type PageNumber } from '../database/queries/lists.js'
import { inputRows, loadBatched, type BatchStatement } from '../database/queries/batch-statement.js'
import { foundPage, PAGE_COLUMNS, pageStatement, type PageKey } from '../database/queries/pages.js'
import { TASK_COLUMNS, type TaskRow } from './task.js'

type FoundTask = TaskRow & { tasks_in_all: number; tasks_in_page: number; last_in_page: number | null }

export interface FoundPage {
  total: number
  /** As many from the first on as have `BATCH_BYTES`. */
  tasks: TaskRow[]
  inPage: number
  /** The highest id of the page; null where it is empty. */
  last: number | null
}

export async function findPage(db: Knex, where: Record<string, string | number>, page: PageNumber): Promise<FoundPage> {
  const { of, rows } = foundPage(await loadBatched(db, pagesBy(where), { ...page, where }))
  return { total: of.tasks_in_all, inPage: of.tasks_in_page, last: of.last_in_page, tasks: rows }
}

const COLUMN_TYPES = { status: 'text', type: 'text', publisher_id: 'bigint', assignee_id: 'bigint' }

/** Steps over tasks of a filter that take as long as reading one. */
const STEPS_A_TASK = 50
/** So many long tasks fill a page's first part, and each counts for as many in a call as hold as much. */
const LONG_TASKS = 8
const A_LONG_TASK = 4

function pagesBy(where: object): BatchStatement<PageKey, FoundTask> {
  const typed = Object.entries(COLUMN_TYPES).filter(([column]) => column in where)
  const columns = typed.map(([column]) => column)
  const types = Object.fromEntries(typed.map(([column, type]) => [`asked_${column}`, type]))
  const pages = `pages as materialized (select * from ${inputRows({ ...PAGE_COLUMNS, ...types })})`
  const isNarrowed = columns.length > 0
  const matching = isNarrowed ? columns.map((column) => `${column} = asked_${column}`).join(' and ') : 'true'
  return pageStatement({
    name: `pages by ${columns.join()}`,
    text: `with ${pages}, ${isNarrowed ? narrowed(Object.keys(types), matching) : all}
    select position, begun.total as tasks_in_all, coalesce(at.in_page, 0) as tasks_in_page, at.last as last_in_page,
      ${TASK_COLUMNS}
    from begun
    left join lateral (
      select id, count(*) over () as in_page, max(id) over () as last,
        sum(octet_length(detail)) over (order by id rows unbounded preceding) - octet_length(detail) as before
      from (select id, detail from tms.tasks where ${matching} and id >= begun.first_id order by id limit size) page
    ) at on before < ${BATCH_BYTES}
    left join lateral (select * from tms.tasks one where one.id = at.id offset 0) t on true
    order by position, t.id`,
    where: columns,
    cost: ({ page, size }) => {
      const steps = isNarrowed ? ((page - 1) * size) / STEPS_A_TASK : 0
      return Math.max(size, Math.min(size, LONG_TASKS) * A_LONG_TASK) + steps
    }
  })
}

/** The pages of all tasks, `begun`: with their total, and the id with which each begins. */
const all = `${runningCounts({ table: 'tms.task_counts', column: 'tasks' })},
    begun as (
      select pages.*, place.total::bigint as total, first.id as first_id from pages ${joinFirstOfPage('tms.tasks')}
    )`

/** The same of matching tasks, counted once for each filter, from the nearer end. */
function narrowed(names: string[], matching: string): string {
  return `counted as materialized (
      select *, (select count(*) from tms.tasks where ${matching}) as total
      from (select distinct ${names.join()} from pages) filters
    ),
    begun as (
      select pages.*, total, case when skip >= total then null
        when skip <= total - skip then (select id from tms.tasks where ${matching} order by id limit 1 offset skip)
        else (select id from tms.tasks where ${matching} order by id desc limit 1 offset total - skip - 1) end as first_id
      from pages join counted using (${names.join()})
    )`
}
