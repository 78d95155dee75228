import type { Timestamp } from '../database/types.js'

export const TASK_STATUSES = ['待办', '进行中', '已完成'] as const

export type TaskStatus = (typeof TASK_STATUSES)[number]

export interface TaskText {
  description: string
  detail: string
  type: string
  /** Not below 0, two decimal places at most. */
  price: number
  status: TaskStatus
}

export interface TaskRow extends TaskText {
  id: number
  publisher_id: number
  publisher: string
  /** Null together: for nobody yet, or for an account that is removed. */
  assignee_id: number | null
  assignee: string | null
  created_at: Timestamp
  updated_at: Timestamp
}

/** The columns of `TaskRow`, of a row `t` of the table. Names are looked up one by one, where few rows are read. */
export const TASK_COLUMNS = `
    t.id, t.description, t.detail, t.type, t.price::float8 as price, t.status, t.publisher_id,
    (select p.username from tms.users p where p.id = t.publisher_id) as publisher,
    (select a.id from tms.accounts a where a.id = t.assignee_id) as assignee_id,
    (select a.name from tms.accounts a where a.id = t.assignee_id) as assignee, t.created_at, t.updated_at`
