import { confirm, typedForMany } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import type { ListBatch } from '../lists/use-batch.ts'
import { removeTask, taskChanges, updateTask } from './task-actions.ts'
import type { Status, Task } from './task.ts'
import { t } from './texts.ts'

export interface TaskBatch {
  /** Sets the status of the selected tasks, and offers to take it back. */
  setStatus(status: Status): Promise<void>
  /** Deletes these tasks after a confirmation. */
  removeAll(tasks: Task[]): Promise<void>
}

/** What may be done with several tasks of a list at once. */
export function taskBatch(batch: ListBatch<Task>): TaskBatch {
  async function run(tasks: readonly Task[], work: (task: Task) => Promise<unknown>): Promise<void> {
    await batch.run(work, tasks)
    taskChanges.tellOthers(tasks.map(({ id }) => id))
  }

  async function setStatus(status: Status): Promise<void> {
    const changed: Task[] = []
    await run(batch.selection.rows.value, async ({ id }) => {
      const { before, after } = await updateTask(id, { status })
      if (before.status !== after.status) changed.push(before)
    })
    if (changed.length === 0) return
    const undo = (): void => void run(changed, ({ id, status: old }) => updateTask(id, { status: old }))
    notify(t('tasks.setDone', { count: changed.length }), 'done', { label: t('task.undo'), run: undo })
  }

  async function removeAll(tasks: Task[]): Promise<void> {
    const count = tasks.length
    const isWanted = await confirm({
      title: t('tasks.removeSelectedTitle', { count }),
      text: t('task.removeText'),
      action: t('task.remove'),
      danger: true,
      ...typedForMany(count)
    })
    if (!isWanted) return
    await run(tasks, removeTask)
    const removed = batch.batch.done - batch.batch.failures.length
    if (removed > 0) notify(t('tasks.removedSelected', { count: removed }))
  }
  return { setStatus, removeAll }
}
