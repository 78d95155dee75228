import type { Knex } from 'knex'
import { wholeList, type PageNumber } from '../database/lists.js'
import { namedQuery } from '../database/named.js'
import type { TaskRow, TaskStatus } from './task.js'

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
  { page, size }: PageNumber
): Promise<{ total: number; rows: TaskRow[] }> {
  const given = givenColumns(filter)
  const columns = Object.keys(given)
  const where = columns.length === 0 ? '' : `where ${columns.map((column) => `${column} = :${column}`).join(' and ')}`
  const count = `select count(*) as total from tms.tasks ${where}`
  const query = `select * from tms.named_tasks ${where} order by id limit :size offset :skip`
  const [[counted], rows] = await Promise.all([
    namedQuery<{ total: number }>(db, `tasks by ${columns}`, count, given),
    namedQuery<TaskRow>(db, `page by ${columns}`, query, { ...given, size, skip: (page - 1) * size })
  ])
  return { total: counted!.total, rows }
}

/** These columns of all tasks that match, by id, read in batches while they are sent, and how many tasks there are. */
export async function allTasks<Column extends keyof TaskRow>(
  db: Knex,
  filter: TaskFilter,
  columns: readonly ('id' | Column)[]
): Promise<{ total: number; batches: AsyncIterable<Pick<TaskRow, 'id' | Column>[]> }> {
  return wholeList(matchingTasks(db, filter), columns)
}

function matchingTasks(db: Knex, filter: TaskFilter): Knex.QueryBuilder {
  return db('tms.named_tasks').where(givenColumns(filter))
}

function givenColumns({ status, type, publisherId, assigneeId }: TaskFilter): Record<string, string | number> {
  const columns = { status, type, publisher_id: publisherId, assignee_id: assigneeId }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Record<string, string | number>
}
