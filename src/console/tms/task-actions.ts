import type { TmsSchemas } from 'quintet-sdk/tms'
import { confirm } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import { createChanges } from '../session/changes.ts'
import { problemOf, problemText } from '../session/problem.ts'
import { statusLabel } from './labels.ts'
import { session } from './session.ts'
import { draftOf, type TaskValues } from './task-form.ts'
import type { Status, Task } from './task.ts'
import { t } from './texts.ts'

/** Tells lists, boards and drawers of tasks that were changed or removed. */
export const taskChanges = createChanges<Task>('tms', 'task')

/** Creates a task as a form or a file has it. */
export async function addTask(values: TaskValues): Promise<Task> {
  return (await session.call((api) => api.createTask({ body: draftOf(values) }))).body.data
}

interface Updated {
  before: Task
  after: Task
}

/** Sends a change; gives the task before and after, which another change may have come between. */
export async function updateTask(id: number, body: TmsSchemas['TaskChanges']): Promise<Updated> {
  const { data } = (await session.call((api) => api.updateTask({ path: { id }, body }))).body
  const [before] = data['old task']
  const [after] = data['new task']
  return { before: before!, after: after! }
}

/** Sets the status, tells of it, and offers to take it back. `task` is what the reader saw. */
export async function moveTask(task: Task, status: Status): Promise<Task> {
  const { before, after } = await updateTask(task.id, { status })
  tellMove(task, before, after)
  return after
}

/** Saves what was changed of a task, and says when somebody else has changed it since it was read. */
export async function saveTask(task: Task, body: TmsSchemas['TaskChanges']): Promise<void> {
  const { before, after } = await updateTask(task.id, body)
  if (before.status !== after.status) return tellMove(task, before, after)
  notify(before.updated_time === task.updated_time ? t('task.saved') : t('task.savedOverOthers'))
  taskChanges.tell(after.id, after)
}

function tellMove(seen: Task, before: Task, after: Task): void {
  const values = { name: after.description, from: statusLabel(before.status), to: statusLabel(after.status) }
  taskChanges.tell(after.id, after)
  if (before.status === after.status) return notify(t('task.wasThere', values))
  notify(before.status === seen.status ? t('task.moved', values) : t('task.movedByOthers', values), 'done', {
    label: t('task.undo'),
    run: () => void moveTask(after, before.status).catch(notifyProblem)
  })
}

export function notifyProblem(error: unknown): void {
  notify(problemText(problemOf(error)), 'failed')
}

export async function removeTask({ id }: Pick<Task, 'id'>): Promise<void> {
  await session.call((api) => api.deleteTask({ path: { id } }))
}

/** Removes a task after a confirmation; false when the reader did not want it. */
export async function askAndRemove(task: Task): Promise<boolean> {
  const name = task.description
  const question = { title: t('task.removeTitle', { name }), text: t('task.removeText'), action: t('task.remove') }
  if (!(await confirm({ ...question, danger: true }))) return false
  await removeTask(task)
  notify(t('task.removed', { name }))
  taskChanges.tell(task.id)
  return true
}
