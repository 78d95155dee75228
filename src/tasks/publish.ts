import type { Knex } from 'knex'
import { namedQuery } from '../database/named.js'
import { checkPrice, findAssignee } from './fields.js'
import type { TaskRow, TaskText } from './task.js'

export interface NewTask extends TaskText {
  /** A username, or null for nobody yet. */
  assignee: string | null
}

/** Returns the row as `tms.named_tasks` has it. */
const INSERT = `
  insert into tms.tasks (description, detail, type, price, status, publisher_id, assignee_id)
  values (:description, :detail, :type, :price, :status, :publisher, :assignee)
  returning id, description, detail, type, price::float8 as price, status,
    publisher_id, (select username from tms.users where id = publisher_id) as publisher,
    assignee_id, (select name from tms.accounts where id = assignee_id) as assignee, created_at, updated_at`

/** Creates a task of this publisher and returns it. Throws `invalid` for its price or its assignee. */
export async function publishTask(db: Knex, publisherId: number, task: NewTask): Promise<TaskRow> {
  const { assignee, ...text } = task
  checkPrice(text.price)
  const row = { ...text, publisher: publisherId, assignee: await findAssignee(db, assignee) }
  const [published] = await namedQuery<TaskRow>(db, 'publish task', INSERT, row)
  return published!
}
