import type { Knex } from 'knex'
import {
  batchesOf,
  wholeList,
  type Counted,
  type Databases,
  type Listed,
  type PageNumber
} from '../database/queries/lists.js'
import { findPage } from './page.js'
import type { TaskRow, TaskStatus } from './task.js'

/** Whose tasks; everyone's where nothing is given. */
export interface TaskOwner {
  publisherId?: number
  assigneeId?: number
}

/** What is given has to match, all of it. */
export interface TaskFilter extends TaskOwner {
  status?: TaskStatus | undefined
  /** The whole type; empty: tasks without one. */
  type?: string | undefined
}

export interface FoundTasks<Column extends keyof TaskRow> {
  /** Of all tasks that match. */
  total: number
  /** In one piece, or in batches that are read while they are sent. */
  tasks: Pick<TaskRow, 'id' | Column>[] | AsyncIterable<Pick<TaskRow, 'id' | Column>[]>
}

/** One page of the tasks by id, and how many match in all. What of it is too long to be held is read while it is sent. */
export async function pageOfTasks<Column extends keyof TaskRow>(
  databases: Databases,
  filter: TaskFilter,
  page: PageNumber,
  columns: readonly ('id' | Column)[]
): Promise<FoundTasks<Column>> {
  const { total, tasks, inPage, last } = await findPage(databases.db, givenColumns(filter), page)
  const end = tasks.at(-1)
  if (end === undefined || tasks.length === inPage) return { total, tasks }
  await databases.takePlace()
  const range = { after: end.id, last, most: inPage - tasks.length }
  return { total, tasks: withRest(tasks, batchesOf(databases.read, tasksBy(filter, columns), range)) }
}

async function* withRest<Row>(first: Row[], rest: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  yield first
  yield* rest
}

/** These columns of all tasks that match, by id, read in batches while they are sent, and how many tasks there are. */
export async function allTasks<Column extends keyof TaskRow>(
  databases: Databases,
  filter: TaskFilter,
  columns: readonly ('id' | Column)[]
): Promise<FoundTasks<Column>> {
  const isNarrowed = Object.keys(givenColumns(filter)).length > 0
  const { total, batches } = await wholeList(databases, tasksBy(filter, columns), isNarrowed ? undefined : countAll)
  return { total, tasks: batches }
}

function countAll(db: Knex): Promise<Counted<TaskRow>> {
  const counted = db('tms.task_counts').sum('tasks')
  return db.first({ total: db.raw('coalesce((?), 0)', [counted]), last: db('tms.tasks').max('id') })
}

function tasksBy<Column extends keyof TaskRow>(
  filter: TaskFilter,
  columns: readonly ('id' | Column)[]
): Listed<Pick<TaskRow, 'id' | Column>> {
  return { matchingIn: (db) => db('tms.named_tasks').where(givenColumns(filter)), columns, wide: 'detail' }
}

function givenColumns({ status, type, publisherId, assigneeId }: TaskFilter): Record<string, string | number> {
  const columns = { status, type, publisher_id: publisherId, assignee_id: assigneeId }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Record<string, string | number>
}
