import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { onTabs, postToTabs } from './tabs.ts'

export interface Change<Row> {
  /** Of the records that were changed or removed. */
  ids: readonly string[]
  /** The record as it is now, where it is one and that is known. */
  row?: Row | undefined
  /** Whether another tab changed them. */
  isElsewhere: boolean
}

/** What views tell each other, here and in other tabs, of changed and removed records of one kind. */
export interface Changes<Row> {
  tell(id: number | string, row?: Row): void
  /** As `tell`, for other tabs only. */
  tellOthers(ids: readonly (number | string)[]): void
  /** Calls the listener until the view is left. */
  use(listener: (change: Change<Row>) => void): void
}

export function createChanges<Row>(api: string, kind: string): Changes<Row> {
  const listeners = new Set<(change: Change<Row>) => void>()
  const tellHere = (change: Change<Row>): void => listeners.forEach((listener) => listener(change))
  const tellOthers = (ids: readonly (number | string)[]): void =>
    postToTabs({ type: 'changed', api, kind, ids: ids.map(String) })
  onTabs((message) => {
    if (message.type !== 'changed' || message.api !== api || message.kind !== kind) return
    tellHere({ ids: message.ids, isElsewhere: true })
  })
  return {
    tellOthers,
    tell(id, row) {
      tellHere({ ids: [String(id)], row, isElsewhere: false })
      tellOthers([id])
    },
    use(listener) {
      listeners.add(listener)
      onScopeDispose(() => listeners.delete(listener))
    }
  }
}

/** Whether another tab has changed one of the records, or that of this id, since it was last set to false. */
export function useOutdated(changes: Changes<unknown> | undefined, id?: () => string): ShallowRef<boolean> {
  const isOutdated = shallowRef(false)
  changes?.use(({ ids, isElsewhere }) => {
    if (isElsewhere && (id === undefined || ids.includes(id()))) isOutdated.value = true
  })
  return isOutdated
}
