import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { confirm } from '../app/confirm.ts'
import { useApi } from '../app/current-api.ts'
import { t } from '../i18n/shared.ts'
import { isSameAccount } from '../session/account.ts'
import { problemOf, type Problem } from '../session/problem.ts'
import type { Session } from '../session/types.ts'
import { FormState, type Values } from './form-state.ts'
import type { Rule } from './rules.ts'

export interface FormSettings<Name extends string> {
  /** What each field holds at first; numbers and choices are texts here too. */
  initial: Values<Name>
  rules?: Partial<Record<Name, Rule[]>>
  /** Asks before it sends; false when the reader does not want it after all. */
  confirm?: (values: Values<Name>, changed: Partial<Values<Name>>) => Promise<boolean>
  /** Sends; throws what `session.call` throws. `changed` has only the fields that differ from what was loaded. */
  save: (values: Values<Name>, changed: Partial<Values<Name>>) => Promise<unknown>
}

export interface Form<Name extends string = string> {
  readonly values: Values<Name>
  /** Messages under the fields. */
  readonly errors: Partial<Values<Name>>
  /** What no field shows. */
  readonly problem: Readonly<ShallowRef<Problem | undefined>>
  readonly isSaving: Readonly<ShallowRef<boolean>>
  readonly isChanged: ComputedRef<boolean>
  /** The fields whose values are kept nowhere; a `PasswordField` adds its own. */
  readonly secrets: Set<Name>
  /** The fields that differ from what is saved. */
  changed(): Partial<Values<Name>>
  /** Takes these values as those that are saved. */
  load(values: Values<Name>): void
  check(name: Name): boolean
  setError(name: Name, message: string | undefined): void
  /** Checks and saves; true when it was saved. A second call meanwhile does nothing. */
  submit(): Promise<boolean>
}

/** The values of a form, what is wrong with them, and their saving. What was typed stays until it is saved. */
export function useForm<Name extends string>(settings: FormSettings<Name>): Form<Name> {
  const state = useFormState(settings)
  const account = meantAccount(useApi().session)
  const problem = shallowRef<Problem>()
  const isSaving = shallowRef(false)

  async function submit(): Promise<boolean> {
    if (isSaving.value) return false
    problem.value = undefined
    if (!state.checkAll()) return false
    isSaving.value = true
    try {
      return (await account.isStillMeant()) && (await confirmAndSave(state, settings))
    } catch (error) {
      const failure = problemOf(error)
      problem.value = state.show(failure) ? undefined : failure
      return false
    } finally {
      isSaving.value = false
    }
  }
  return {
    values: state.values,
    errors: state.errors,
    problem,
    isSaving,
    isChanged: computed(() => state.isChanged),
    secrets: new Set(),
    changed: () => state.changed(),
    load(values) {
      state.load(values)
      problem.value = undefined
      account.take()
    },
    check: (name) => state.check(name),
    setError: (name, message) => state.setError(name, message),
    submit
  }
}

/** A message goes with the value that it was about, before the field is left: nothing moves under the pointer then. */
function useFormState<Name extends string>({ initial, rules }: FormSettings<Name>): FormState<Name> {
  const state = new FormState(initial, rules)
  watch(
    () => ({ ...state.values }),
    (now, before) => state.recheck((name) => now[name] !== before[name])
  )
  return state
}

/** False when the reader does not want it after all. */
async function confirmAndSave<Name extends string>(
  state: FormState<Name>,
  { confirm: isWanted, save }: FormSettings<Name>
): Promise<boolean> {
  if ((await isWanted?.({ ...state.values }, state.changed())) === false) return false
  await save({ ...state.values }, state.changed())
  state.load({ ...state.values })
  return true
}

/** Another account may have logged in since a form was opened; the reader confirms once that it saves. */
function meantAccount({ account }: Session): { take: () => void; isStillMeant: () => Promise<boolean> } {
  let meant = account.value
  const take = (): void => void (meant = account.value)
  return {
    take,
    async isStillMeant() {
      const now = account.value
      if (meant === undefined || now === undefined || isSameAccount(meant, now)) return true
      const title = t('account.confirmTitle', { name: now.name })
      const isMeant = await confirm({ title, text: t('account.confirmText'), action: t('save') })
      if (isMeant) take()
      return isMeant
    }
  }
}
