import type { Knex } from 'knex'
import { inputRows, joinById, loadBatched, type BatchStatement } from '../database/queries/batch-statement.js'
import { domainError } from '../domain-error.js'
import type { TaskRow } from './task.js'

/** Tasks that one call asks for at most: they may have some 30 kB each. */
const MOST_TASKS = 100

const TASKS: BatchStatement<number, TaskRow> = {
  name: 'tasks',
  text: `select position, found.* from ${inputRows({ id: 'bigint' })} ${joinById('tms.named_tasks')}`,
  columns: (ids) => [ids],
  share: () => 1 / MOST_TASKS
}

/** Throws `task-not-found`. */
export async function findTask(db: Knex, id: number): Promise<TaskRow> {
  const [row] = await loadBatched(db, TASKS, id)
  if (row === undefined) throw domainError('task-not-found')
  return row
}

/** As `findTask`, its row locked until the transaction ends. */
export async function lockTask(transaction: Knex.Transaction, id: number): Promise<TaskRow> {
  await transaction('tms.tasks').where({ id }).forUpdate().first('id')
  return findTask(transaction, id)
}
