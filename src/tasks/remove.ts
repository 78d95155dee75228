import type { Knex } from 'knex'
import { inTransaction } from '../database/queries/transaction.js'
import { domainError } from '../domain-error.js'
import { lockTask } from './find.js'

/** Removes a task for good, as its publisher alone may. Throws `task-not-found`, `not-permitted`. */
export async function removeTask(db: Knex, callerId: number, id: number): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const task = await lockTask(transaction, id)
    if (callerId !== task.publisher_id) throw domainError('not-permitted')
    await transaction('tms.tasks').where({ id }).del()
  })
}
