import { confirm } from '../app/confirm.ts'
import { notify } from '../app/notices.ts'
import { createBatch, type Batch } from '../lists/batch.ts'
import type { Selection } from '../lists/use-selection.ts'
import { removeTask, taskChanges, updateTask } from './task-actions.ts'
import type { Status, Task } from './task.ts'
import { t } from './texts.ts'

/** From this many on, the number has to be typed before they are deleted. */
const MANY = 5

interface TaskList {
  rows: Readonly<{ value: Task[] }>
  reload(): Promise<void>
}

export interface TaskBatch {
  batch: Batch<Task>
  /** Sets the status of the selected tasks, and offers to take it back. */
  setStatus(status: Status): Promise<void>
  /** Deletes these tasks after a confirmation. */
  removeAll(tasks: Task[]): Promise<void>
}

/** What may be done with several tasks of a list at once. Those that failed stay selected. */
export function useTaskBatch(list: TaskList, selection: Selection<Task>): TaskBatch {
  const batch = createBatch<Task>()

  async function run(tasks: readonly Task[], work: (task: Task) => Promise<unknown>): Promise<void> {
    await batch.run(tasks, work)
    const failed = new Set(batch.failures.map(({ item }) => item.id))
    await list.reload()
    selection.keep(list.rows.value.filter(({ id }) => failed.has(id)))
    taskChanges.tellOthers(tasks.map(({ id }) => id))
  }

  async function setStatus(status: Status): Promise<void> {
    const changed: Task[] = []
    await run(selection.rows.value, async ({ id }) => {
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
      ...(count >= MANY && { typed: String(count) })
    })
    if (!isWanted) return
    await run(tasks, removeTask)
    const removed = batch.done - batch.failures.length
    if (removed > 0) notify(t('tasks.removedSelected', { count: removed }))
  }
  return { batch, setStatus, removeAll }
}
