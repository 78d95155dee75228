import { confirm, typedForMany, type Question } from '../app/confirm.ts'
import type { ListBatch } from '../lists/use-batch.ts'
import { t } from './texts.ts'
import { assignRole, removeUser, roleQuestion, setState, type User } from './user-actions.ts'

export interface UserBatch {
  setState(on: boolean): Promise<void>
  assignRole(role: { value: string; label: string }): Promise<void>
  remove(): Promise<void>
}

/** What can be done with the selected users, after a question where it takes something away. */
export function userBatch(batch: ListBatch<User>): UserBatch {
  const selected = (): readonly User[] => batch.selection.rows.value
  async function ask(question: Question, work: (user: User) => Promise<unknown>): Promise<void> {
    if (await confirm(question)) await batch.run(work)
  }
  return {
    setState: (on) =>
      on
        ? batch.run((user) => setState(user, true))
        : ask(disableQuestion(selected()), (user) => setState(user, false)),
    assignRole: ({ value, label }) => ask(roleQuestion(selected(), label), (user) => assignRole(user, Number(value))),
    remove: () => ask(removeQuestion(selected()), removeUser)
  }
}

function disableQuestion({ length: count }: readonly User[]): Question {
  return {
    title: t('users.batchDisableTitle', { count }),
    text: t('users.disableText'),
    action: t('users.disableAction'),
    danger: true,
    ...typedForMany(count)
  }
}

function removeQuestion(users: readonly User[]): Question {
  const count = users.length
  return {
    title: t('users.batchRemoveTitle', { count }),
    text: t('users.removeText'),
    lines: users.map(({ username }) => username),
    action: t('users.remove'),
    danger: true,
    typed: String(count)
  }
}
