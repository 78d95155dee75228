import { shallowRef, watch, type ShallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { useApi } from '../app/current-api.ts'
import { readDraft, writeDraft } from './draft-store.ts'
import type { Form } from './use-form.ts'

export interface Draft {
  /** Whether the form shows what was typed before a reload. */
  readonly isRestored: Readonly<ShallowRef<boolean>>
  /** Shows what is saved. */
  discard(): void
  /** Keeps it no longer. */
  forget(): void
}

/** Keeps what is typed until it is saved, and fills it in again after a reload. Secrets are not kept. */
export function useDraft<Name extends string>(form: Form<Name>): Draft {
  const { session } = useApi()
  const { path } = useRoute()
  const isRestored = shallowRef(false)
  const keep = (values: Partial<Record<Name, string>>): void =>
    writeDraft(session.api, session.account.value, path, values as Record<string, string>)

  const saved = { ...form.values }
  const kept = readDraft(session.api, session.account.value, path)
  for (const name of Object.keys(saved) as Name[]) form.values[name] = kept[name] ?? saved[name]
  isRestored.value = form.isChanged.value

  watch(
    () => form.changed(),
    (changed) => {
      const open = Object.entries(changed).filter(([name]) => !form.secrets.has(name as Name))
      keep(Object.fromEntries(open) as Partial<Record<Name, string>>)
      if (open.length === 0) isRestored.value = false
    }
  )
  return {
    isRestored,
    discard: () => form.load(saved),
    forget: () => keep({})
  }
}
