import { limits } from '../../../generated/limits/tms.ts'
import { addTask } from './task-actions.ts'
import { emptyTask } from './task-form.ts'
import { taskRules } from './task-rules.ts'
import type { Task } from './task.ts'

/** Tasks in a file that is exported. */
export const taskExport = {
  name: 'tms-tasks',
  fields: [
    'id',
    'description',
    'detail',
    'type',
    'price',
    'status',
    'publisher',
    'assignee',
    'created_time',
    'updated_time'
  ] as const satisfies (keyof Task)[],
  rowKey: ({ id }: Task): string => String(id)
}

/** Tasks in a file that is imported. */
export const taskImport = {
  name: taskExport.name,
  limits: limits.createTask,
  rules: taskRules,
  create: (values: Record<keyof typeof emptyTask, string>) =>
    addTask({ ...values, status: values.status || emptyTask.status })
}
