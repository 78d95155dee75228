import type { TmsSchemas } from 'quintet-sdk/tms'
import type { Status, Task } from './task.ts'

type Draft = TmsSchemas['TaskDraft']
type TaskChange = TmsSchemas['TaskChanges']

/** The fields of a task as texts of a form. Nobody is an empty assignee. */
export type TaskValues = Record<'description' | 'detail' | 'type' | 'price' | 'status' | 'assignee', string>

const PRICE = /^\d{1,8}(\.\d{0,2})?$/
const THOUSANDS = /^\d{1,3}(,\d{3})+(?=\.|$)/

export const emptyTask: TaskValues = { description: '', detail: '', type: '', price: '', status: '待办', assignee: '' }

export function valuesOf({ description, detail, type, price, status, assignee }: Task): TaskValues {
  return { description, detail, type, price: String(price), status, assignee: assignee ?? '' }
}

/** Whether a text is a price of at most two decimal places; empty is none. */
export function isPrice(text: string): boolean {
  const plain = plainNumber(text)
  return plain === '' || PRICE.test(plain)
}

/** Digits and the point of Chinese keyboards are taken too, and commas between thousands. */
function plainNumber(text: string): string {
  const plain = text.normalize('NFKC').replaceAll('。', '.').trim()
  return THOUSANDS.test(plain) ? plain.replaceAll(',', '') : plain
}

const priceOf = (text: string): number => Number(plainNumber(text))

/** The body of `createTask`; fields that are empty are left out. */
export function draftOf({ description, detail, type, price, status, assignee }: TaskValues): Draft {
  return {
    description,
    status: status as Status,
    ...(detail !== '' && { detail }),
    ...(type !== '' && { type }),
    ...(price.trim() !== '' && { price: priceOf(price) }),
    ...(assignee.trim() !== '' && { assignee })
  }
}

/** The body of `updateTask`, of the fields that differ. */
export function changeOf({ price, status, assignee, ...texts }: Partial<TaskValues>): TaskChange {
  return {
    ...texts,
    ...(price !== undefined && { price: priceOf(price) }),
    ...(status !== undefined && { status: status as Status }),
    ...(assignee !== undefined && { assignee: assignee.trim() === '' ? null : assignee })
  }
}
