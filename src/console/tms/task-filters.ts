import { isStatus, type Status } from './task.ts'

/** The filters of tasks in the address, as they are at first. `untyped` is for tasks without a type. */
export const FILTERS = { mine: '', status: '', type: '', untyped: '' }

export type TaskFilters = Record<keyof typeof FILTERS, string>

export interface TaskQuery {
  mine?: 'published' | 'assigned'
  status?: Status
  type?: string
}

/** The query of `listTasks`; a value that makes no sense is no filter. */
export function taskQuery({ mine, status, type, untyped }: TaskFilters): TaskQuery {
  return {
    ...((mine === 'published' || mine === 'assigned') && { mine }),
    ...(isStatus(status) && { status }),
    ...(untyped !== '' ? { type: '' } : type !== '' && { type })
  }
}
