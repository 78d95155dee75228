import type { Knex } from 'knex'
import { canonicalName } from '../realms/names.js'
import { preparedQuery } from '../database/queries/prepared.js'
import { checkPrice, unknownAssignee } from './fields.js'
import { TASK_COLUMNS, type TaskRow, type TaskText } from './task.js'

export interface NewTask extends TaskText {
  /** A username, or null for nobody yet. */
  assignee: string | null
}

/** Writes nothing when there is no account of the assignee's name. */
const INSERT = `
  with t as (
    insert into tms.tasks (description, detail, type, price, status, publisher_id, assignee_id)
    select $1::text, $2::text, $3::text, $4::numeric, $5::text, $6::bigint, a.id
    from (select $7::text as name) input left join tms.users a on a.canonical_name = input.name
    where input.name is null or a.id is not null
    returning *
  )
  select ${TASK_COLUMNS} from t`

/** Creates a task of this publisher and returns it. Throws `invalid` for its price or its assignee. */
export async function publishTask(db: Knex, publisherId: number, task: NewTask): Promise<TaskRow> {
  const { description, detail, type, price, status, assignee } = task
  checkPrice(price)
  const name = assignee === null ? null : canonicalName(assignee)
  const values = [description, detail, type, price, status, publisherId, name]
  const [published] = await preparedQuery<TaskRow>(db, 'publish task', INSERT, values)
  if (published === undefined) throw unknownAssignee()
  return published
}
