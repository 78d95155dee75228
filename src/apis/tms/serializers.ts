import type { components } from '../../../generated/tms.js'
import type { TmsAccount } from '../../realms/tms.js'
import type { Session } from '../../sessions/list.js'
import type { TaskCount } from '../../tasks/count.js'
import type { TaskRow } from '../../tasks/task.js'
import { chinaTime } from '../../http/timestamps.js'

/** What `serializeUser` needs of an account. */
export const userColumns = ['id', 'name', 'nickname', 'gender', 'telephone', 'created_at', 'updated_at'] as const

export function serializeUser(account: Pick<TmsAccount, (typeof userColumns)[number]>): components['schemas']['User'] {
  return {
    created_time: chinaTime(account.created_at),
    updated_time: chinaTime(account.updated_at),
    id: account.id,
    username: account.name,
    nickname: account.nickname,
    gender: account.gender,
    telephone: account.telephone
  }
}

/** What `serializeTask` needs of a task. */
export const taskColumns = [
  'id',
  'description',
  'detail',
  'type',
  'price',
  'status',
  'publisher',
  'assignee',
  'created_at',
  'updated_at'
] as const

export function serializeTask(task: Pick<TaskRow, (typeof taskColumns)[number]>): components['schemas']['Task'] {
  return {
    created_time: chinaTime(task.created_at),
    updated_time: chinaTime(task.updated_at),
    id: task.id,
    description: task.description,
    detail: task.detail,
    type: task.type,
    price: task.price,
    status: task.status,
    publisher: task.publisher,
    assignee: task.assignee
  }
}

export function serializeTaskCount({ key, tasks, price }: TaskCount): components['schemas']['TaskCount'] {
  return { key, count: tasks, price }
}

export function serializeOwnSession(session: Session): components['schemas']['Session'] {
  return {
    id: session.id,
    created_time: chinaTime(session.begunAt),
    expires_time: chinaTime(session.expiresAt),
    address: session.address,
    device: session.device,
    current: session.current
  }
}
