import type { Knex } from 'knex'
import { wholeList, type Databases, type PageNumber } from '../database/lists.js'
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

/** One page of the tasks by id, and how many match in all. */
export async function pageOfTasks(
  db: Knex,
  filter: TaskFilter,
  page: PageNumber
): Promise<{ total: number; rows: TaskRow[] }> {
  const where = givenColumns(filter)
  const rows = await lookUp(db, pagesBy(Object.keys(where)), { ...page, where })
  // A page behind the last one is a single row without a task.
  return { total: rows[0]!.tasks_in_all, rows: rows.filter(({ id }: Partial<TaskRow>) => id !== null) }
}

const COLUMN_TYPES: Record<string, string> = {
  status: 'text',
  type: 'text',
  publisher_id: 'integer',
  assignee_id: 'integer'
}

function pagesBy(columns: string[]): LookUp<PageKey, TaskRow & { tasks_in_all: number }> {
  const types = Object.fromEntries(columns.map((column) => [`asked_${column}`, COLUMN_TYPES[column]!]))
  const where =
    columns.length === 0 ? '' : `where ${columns.map((column) => `${column} = asked_${column}`).join(' and ')}`
  return pageLookUp(
    `pages by ${columns}`,
    `select position, counted.total as tasks_in_all, ${TASK_COLUMNS}
    from ${asked({ ...PAGE_COLUMNS, ...types })}
    cross join lateral (select count(*) as total from tms.tasks ${where}) counted
    left join lateral (select * from tms.tasks ${where} order by id limit size offset skip) t on true
    order by position, t.id`,
    columns
  )
}

/** These columns of all tasks that match, by id, read in batches while they are sent, and how many tasks there are. */
export async function allTasks<Column extends keyof TaskRow>(
  databases: Databases,
  filter: TaskFilter,
  columns: readonly ('id' | Column)[]
): Promise<{ total: number; batches: AsyncIterable<Pick<TaskRow, 'id' | Column>[]> }> {
  return wholeList(databases, (db) => db('tms.named_tasks').where(givenColumns(filter)), columns)
}

function givenColumns({ status, type, publisherId, assigneeId }: TaskFilter): Record<string, string | number> {
  const columns = { status, type, publisher_id: publisherId, assignee_id: assigneeId }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Record<string, string | number>
}
