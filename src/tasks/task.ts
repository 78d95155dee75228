import type { Timestamp } from '../database/types.js'

export type TaskStatus = '待办' | '进行中' | '已完成'

/** What a task says, whoever has it. */
export interface TaskText {
  description: string
  detail: string
  type: string
  /** Not below 0, two decimal places at most. */
  price: number
  status: TaskStatus
}

/** A row of the view `tms.named_tasks`. */
export interface TaskRow extends TaskText {
  id: number
  publisher_id: number
  /** Present username. */
  publisher: string
  /** Null together: for nobody yet, or for an account that is removed. */
  assignee_id: number | null
  assignee: string | null
  created_at: Timestamp
  updated_at: Timestamp
}
