import type { Knex } from 'knex'
import { pageOf, wholeList, type PageNumber } from '../database/lists.js'
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
  page: PageNumber
): Promise<{ total: number; rows: TaskRow[] }> {
  return pageOf(matchingTasks(db, filter), page)
}

/** All tasks that match, by id, read in batches while they are sent, and how many there are. */
export async function allTasks(
  db: Knex,
  filter: TaskFilter
): Promise<{ total: number; batches: AsyncIterable<TaskRow[]> }> {
  return wholeList(matchingTasks(db, filter))
}

function matchingTasks(db: Knex, { status, type, publisherId, assigneeId }: TaskFilter): Knex.QueryBuilder {
  const columns = { status, type, publisher_id: publisherId, assignee_id: assigneeId }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return db('tms.named_tasks').where(Object.fromEntries(given))
}
