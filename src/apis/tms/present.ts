import type { components } from '../../../generated/tms.js'
import type { TmsAccount } from '../../accounts/realms.js'
import type { TaskRow } from '../../tasks/task.js'
import { chinaTime } from '../../timestamps.js'

export function presentUser(account: TmsAccount): components['schemas']['User'] {
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

export function presentTask(task: TaskRow): components['schemas']['Task'] {
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
