import { onScopeDispose, watch } from 'vue'
import type { Form } from './use-form.ts'

const WAIT_MS = 400

/** Asks the server about a field a moment after the last key; `check` gives why the value cannot be taken. */
export function useServerCheck<Name extends string>(
  form: Form<Name>,
  name: Name,
  check: (value: string) => Promise<string | undefined>
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  async function ask(value: string): Promise<void> {
    if (!form.check(name)) return
    // Saving says the same later, so a failure here is no matter.
    const message = await check(value).catch(() => undefined)
    if (form.values[name] === value && message !== undefined) form.setError(name, message)
  }
  watch(
    () => form.values[name],
    (value) => {
      clearTimeout(timer)
      if (value !== '') timer = setTimeout(() => void ask(value), WAIT_MS)
    }
  )
  onScopeDispose(() => clearTimeout(timer))
}
