import { BATCH_BYTES, batchesOf, wholeList, type Databases, type Listed, type PageNumber } from '../database/lists.js'
import { asked, lookUp, type LookUp } from '../database/look-up.js'
import { PAGE_COLUMNS, pageLookUp, type PageKey } from '../database/pages.js'
import { TASK_COLUMNS, type TaskRow, type TaskStatus } from './task.js'

/** What is given has to match, all of it. */
export interface TaskFilter {
  status?: TaskStatus
  /** The whole type; empty: tasks without one. */
  type?: string
  publisherId?: number
  assigneeId?: number
}

type Rows<Row> = Row[] | AsyncIterable<Row[]>
type FoundTask = TaskRow & { tasks_in_all: number; tasks_in_page: number; last_in_page: number }

/** One page of the tasks by id, and how many match in all. What of it is too long to be held is read while it is sent. */
export async function pageOfTasks<Column extends keyof TaskRow>(
  databases: Databases,
  filter: TaskFilter,
  page: PageNumber,
  columns: readonly ('id' | Column)[]
): Promise<{ total: number; tasks: Rows<Pick<TaskRow, 'id' | Column>> }> {
  const where = givenColumns(filter)
  const found = await lookUp(databases.db, pagesBy(Object.keys(where)), { ...page, where })
  const { tasks_in_all: total, tasks_in_page: inPage, last_in_page: last } = found[0]!
  // A page behind the last one is a single row without a task.
  const tasks = found.filter(({ id }: Partial<TaskRow>) => id !== null)
  if (tasks.length === inPage) return { total, tasks }
  await databases.takePlace()
  const range = { after: tasks.at(-1)!.id, last, most: inPage - tasks.length }
  return { total, tasks: withRest(tasks, batchesOf(databases.read, tasksBy(filter, columns), range)) }
}

async function* withRest<Row>(first: Row[], rest: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  yield first
  yield* rest
}

const COLUMN_TYPES: Record<string, string> = {
  status: 'text',
  type: 'text',
  publisher_id: 'integer',
  assignee_id: 'integer'
}

/** Steps over tasks that take as long as reading one. */
const STEPS_A_TASK = 50
/** So many long tasks fill a page's first part, and each counts for as many in a call as hold as much. */
const LONG_TASKS = 8
const A_LONG_TASK = 4

/**
 * Counts what the filters of all pages match, once for each, and begins a page with the task that is so many behind the
 * first, or before the last, whichever is nearer.
 */
function pagesBy(columns: string[]): LookUp<PageKey, FoundTask> {
  const names = columns.map((column) => `asked_${column}`)
  const types = Object.fromEntries(columns.map((column, index) => [names[index], COLUMN_TYPES[column]!]))
  const matching = columns.length === 0 ? 'true' : columns.map((column) => `${column} = asked_${column}`).join(' and ')
  return pageLookUp({
    name: `pages by ${columns}`,
    text: `with pages as materialized (select *, 0 as one from ${asked({ ...PAGE_COLUMNS, ...types })}),
    counted as materialized (
      select *, (select count(*) from tms.tasks where ${matching}) as total
      from (select distinct ${[...names, 'one']} from pages) filters
    )
    select position, counted.total as tasks_in_all, coalesce(at.in_page, 0) as tasks_in_page, at.last as last_in_page,
      ${TASK_COLUMNS}
    from pages join counted using (${[...names, 'one']})
    cross join lateral (
      select case when skip >= total then null
        when skip <= total - skip then (select id from tms.tasks where ${matching} order by id limit 1 offset skip)
        else (select id from tms.tasks where ${matching} order by id desc limit 1 offset total - skip - 1) end as id
    ) first
    left join lateral (
      select id, count(*) over () as in_page, max(id) over () as last,
        sum(octet_length(detail)) over (order by id rows unbounded preceding) - octet_length(detail) as before
      from (select id, detail from tms.tasks where ${matching} and id >= first.id order by id limit size) page
    ) at on before < ${BATCH_BYTES}
    left join lateral (select * from tms.tasks one where one.id = at.id offset 0) t on true
    order by position, t.id`,
    where: columns,
    cost: ({ page, size }) =>
      Math.max(size, Math.min(size, LONG_TASKS) * A_LONG_TASK) + ((page - 1) * size) / STEPS_A_TASK
  })
}

/** These columns of all tasks that match, by id, read in batches while they are sent, and how many tasks there are. */
export async function allTasks<Column extends keyof TaskRow>(
  databases: Databases,
  filter: TaskFilter,
  columns: readonly ('id' | Column)[]
): Promise<{ total: number; batches: AsyncIterable<Pick<TaskRow, 'id' | Column>[]> }> {
  return wholeList(databases, tasksBy(filter, columns))
}

function tasksBy<Column extends keyof TaskRow>(
  filter: TaskFilter,
  columns: readonly ('id' | Column)[]
): Listed<Pick<TaskRow, 'id' | Column>> {
  return { matchingIn: (db) => db('tms.named_tasks').where(givenColumns(filter)), columns, wide: 'detail' as never }
}

function givenColumns({ status, type, publisherId, assigneeId }: TaskFilter): Record<string, string | number> {
  const columns = { status, type, publisher_id: publisherId, assignee_id: assigneeId }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Record<string, string | number>
}
