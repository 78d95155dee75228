import { preferences } from '../app/preferences.ts'
import type { Status, Task } from './task.ts'
import { t } from './texts.ts'

const TAGS = { 待办: 'plain', 进行中: 'warn', 已完成: 'ok' } as const

export const statusLabel = (status: Status): string => t(`status.${status}`)

/** The kind of `StateTag`. */
export const statusTag = (status: Status): (typeof TAGS)[Status] => TAGS[status]

export const assigneeLabel = ({ assignee }: Pick<Task, 'assignee'>): string => assignee ?? t('tasks.nobody')

/** With two decimal places and groups of digits. */
export function formatPrice(price: number): string {
  const locale = preferences.language === 'en' ? 'en' : 'zh-CN'
  return price.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** Who may move a task, for those who may not. */
export function movers({ publisher, assignee }: Pick<Task, 'publisher' | 'assignee'>): string {
  return assignee === null || assignee === publisher
    ? t('task.publisherMoves', { publisher })
    : t('task.bothMove', { publisher, assignee })
}
