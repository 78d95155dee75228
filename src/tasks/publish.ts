import type { Knex } from 'knex'
import { inTransaction } from '../database/transaction.js'
import { checkPrice, findAssignee } from './fields.js'
import { findTask } from './find.js'
import type { TaskRow, TaskText } from './task.js'

export interface NewTask extends TaskText {
  /** A username, or null for nobody yet. */
  assignee: string | null
}

/** Creates a task of this publisher and returns it. Throws `invalid` for its price or its assignee. */
export async function publishTask(db: Knex, publisherId: number, task: NewTask): Promise<TaskRow> {
  const { assignee, ...text } = task
  checkPrice(text.price)
  return inTransaction(db, async (transaction) => {
    const row = { ...text, publisher_id: publisherId, assignee_id: await findAssignee(transaction, assignee) }
    const [inserted] = await transaction('tms.tasks').insert(row).returning('id')
    return findTask(transaction, inserted.id)
  })
}
