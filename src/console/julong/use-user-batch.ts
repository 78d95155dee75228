import { confirm, type Question } from '../app/confirm.ts'
import { createBatch, type Batch } from '../lists/batch.ts'
import type { Selection } from '../lists/use-selection.ts'
import { t } from './texts.ts'
import { assignRole, MANY, removeUser, roleQuestion, setState, type User } from './user-actions.ts'

export interface UserBatch {
  readonly batch: Batch<User>
  setState(on: boolean): Promise<void>
  assignRole(role: { value: string; label: string }): Promise<void>
  remove(): Promise<void>
  /** Selects nothing and forgets what failed. */
  clear(): void
}

/** What can be done with the selected users; those that failed stay selected. `reload` reads the list again. */
export function useUserBatch<Row extends User>(selection: Selection<Row>, reload: () => Promise<unknown>): UserBatch {
  const batch = createBatch<User>()
  async function run(question: Question | undefined, work: (user: User) => Promise<unknown>): Promise<void> {
    if (question !== undefined && !(await confirm(question))) return
    await batch.run(selection.rows.value, work)
    const failed = new Set(batch.failures.map(({ item }) => item.id))
    const kept = selection.rows.value.filter(({ id }) => failed.has(id))
    await reload()
    selection.keep(kept)
  }
  return {
    batch,
    setState: (on) => run(on ? undefined : disableQuestion(selection.rows.value), (user) => setState(user, on)),
    assignRole: ({ value, label }) =>
      run(roleQuestion(selection.rows.value, label), (user) => assignRole(user, Number(value))),
    remove: () => run(removeQuestion(selection.rows.value), removeUser),
    clear() {
      selection.clear()
      batch.failures = []
    }
  }
}

function disableQuestion({ length: count }: readonly User[]): Question {
  return {
    title: t('users.batchDisableTitle', { count }),
    text: t('users.disableText'),
    action: t('users.disableAction'),
    danger: true,
    ...(count >= MANY && { typed: String(count) })
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
