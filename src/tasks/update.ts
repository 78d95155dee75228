import type { Knex } from 'knex'
import { inTransaction } from '../database/queries/transaction.js'
import { domainError } from '../domain-error.js'
import { checkPrice, findAssignee } from './fields.js'
import { lockTask, findTask } from './find.js'
import type { NewTask } from './publish.js'
import type { TaskRow, TaskText } from './task.js'

type TaskColumns = Partial<TaskText & Pick<TaskRow, 'assignee_id'>>
/** What is undefined stays as it is. */
type TaskChange = { [Name in keyof NewTask]?: NewTask[Name] | undefined }

interface Updated {
  before: TaskRow
  after: TaskRow
}

/** Returns the task before and after. Throws `task-not-found`, `not-permitted` (an assignee sets the status), `invalid`. */
export async function updateTask(db: Knex, callerId: number, id: number, change: TaskChange): Promise<Updated> {
  if (change.price !== undefined) checkPrice(change.price)
  return inTransaction(db, async (transaction) => {
    const before = await lockTask(transaction, id)
    const isPublisher = callerId === before.publisher_id
    if (!isPublisher && callerId !== before.assignee_id) throw domainError('not-permitted')
    const columns = await changedColumns(transaction, before, change)
    if (!isPublisher && touchesMoreThanStatus(columns)) throw domainError('not-permitted')
    await writeColumns(transaction, id, columns)
    return { before, after: await findTask(transaction, id) }
  })
}

async function changedColumns(
  transaction: Knex.Transaction,
  before: TaskRow,
  { assignee, description, detail, type, price, status }: TaskChange
): Promise<TaskColumns> {
  const assigneeId = assignee === undefined ? undefined : await findAssignee(transaction, assignee)
  const columns = { description, detail, type, price, status, assignee_id: assigneeId }
  const names = Object.keys(columns) as (keyof typeof columns)[]
  const changed = names.filter((name) => columns[name] !== undefined && columns[name] !== before[name])
  return Object.fromEntries(changed.map((name) => [name, columns[name]]))
}

function touchesMoreThanStatus(columns: TaskColumns): boolean {
  return Object.keys(columns).some((name) => name !== 'status')
}

async function writeColumns(transaction: Knex.Transaction, id: number, columns: TaskColumns): Promise<void> {
  if (Object.keys(columns).length === 0) return
  // The transaction may have waited for the row: `now()` is its start, which can lie before the last change.
  const updatedAt = transaction.raw('clock_timestamp()')
  await transaction('tms.tasks')
    .where({ id })
    .update({ ...columns, updated_at: updatedAt })
}
