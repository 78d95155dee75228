import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useForm, type Form } from '../forms/use-form.ts'
import { useRecord, type RecordReader } from '../forms/use-record.ts'
import { SUPER_ADMINISTRATOR } from './authority.ts'
import { idsOf, type Held } from './rights-state.ts'
import {
  askToSave,
  findConflict,
  grant,
  heldIn,
  readRoleRights,
  type Conflict,
  type LoadedRole
} from './role-rights.ts'
import { roleChanges } from './roles.ts'
import { t } from './role-texts.ts'

export interface RoleRights {
  readonly record: RecordReader<LoadedRole>
  /** Its only field has the ids of all that is held, menus too. */
  readonly form: Form<'rids'>
  readonly held: ComputedRef<Held>
  readonly conflict: ShallowRef<Conflict | undefined>
  /** Why nothing can be changed. */
  readonly refused: ComputedRef<string | undefined>
  change(held: Held): void
  /** Forgets what was changed here. */
  takeLatest(): void
  /** Goes on from what is saved now. */
  saveAnyway(): Promise<unknown>
}

/** The rights of a role while they are changed. */
export function useRoleRights(id: () => number): RoleRights {
  const conflict = shallowRef<Conflict>()
  const record = useRecord(id, () => readRoleRights(id()), roleChanges)
  const loaded = (): LoadedRole => record.value.value!
  /** What the role holds as far as is known. */
  let saved = ''
  const form = useForm({
    initial: { rids: '' },
    async confirm({ rids }) {
      conflict.value = await findConflict(loaded(), saved)
      return conflict.value === undefined && askToSave(loaded(), saved, rids)
    },
    async save({ rids }) {
      await grant(loaded(), rids)
      saved = rids
    }
  })
  function take(rids: string): void {
    saved = rids
    form.load({ rids })
    conflict.value = undefined
  }
  watch(record.value, (read) => read && take(read.rids), { flush: 'sync' })

  return {
    record,
    form,
    conflict,
    held: computed(() => heldIn(loaded().catalogue, form.values.rids)),
    refused: computed(() => record.value.value && refusalOf(record.value.value)),
    change: (held) => void (form.values.rids = idsOf(loaded().catalogue, held).join(',')),
    takeLatest: () => take(conflict.value!.rids),
    async saveAnyway() {
      const { rids } = form.values
      take(conflict.value!.rids)
      form.values.rids = rids
      if (form.isChanged.value) await form.submit()
    }
  }
}

function refusalOf({ role, authority }: LoadedRole): string | undefined {
  if (role.id === SUPER_ADMINISTRATOR) return t('role.all')
  return authority.covers(role) ? undefined : t('role.above')
}
