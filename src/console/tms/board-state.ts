import { STATUSES, type Status, type Task } from './task.ts'

/** The tasks of one status as far as they are read, by id, and how many there are. */
export interface Lane {
  rows: Task[]
  total: number
}

export type Board = Record<Status, Lane>

/** The task as the board shows it, which may be older than it is. */
export function shownTask(board: Board, id: number): Task | undefined {
  return STATUSES.flatMap((status) => board[status].rows).find((task) => task.id === id)
}

/**
 * The board with a task of it as it is now, in the lane of its status. Undefined where the board has to be read again: it does
 * not show the task, or a filter may not match it any more.
 */
export function withTask(board: Board, task: Task): Board | undefined {
  const shown = shownTask(board, task.id)
  if (shown === undefined || shown.type !== task.type || shown.assignee !== task.assignee) return undefined
  const lanes = STATUSES.map((status): [Status, Lane] => {
    const left = without(board[status], task.id)
    return [status, status === task.status ? withRow(left, task) : left]
  })
  return Object.fromEntries(lanes) as Board
}

function without({ rows, total }: Lane, id: number): Lane {
  const left = rows.filter((task) => task.id !== id)
  return { rows: left, total: total - (rows.length - left.length) }
}

function withRow({ rows, total }: Lane, task: Task): Lane {
  return { rows: [...rows, task].sort((one, other) => one.id - other.id), total: total + 1 }
}
