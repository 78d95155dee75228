import type { Knex } from 'knex'
import { namedQuery } from '../database/named.js'
import { refuse } from '../refusal.js'
import type { TaskRow } from './task.js'

/** Throws `task-not-found`. */
export async function findTask(db: Knex, id: number): Promise<TaskRow> {
  const [row] = await namedQuery<TaskRow>(db, 'task', 'select * from tms.named_tasks where id = ?', [id])
  if (row === undefined) throw refuse('task-not-found')
  return row
}

/** As `findTask`, its row locked until the transaction ends. */
export async function lockTask(transaction: Knex.Transaction, id: number): Promise<TaskRow> {
  await transaction('tms.tasks').where({ id }).forUpdate().first('id')
  return findTask(transaction, id)
}
