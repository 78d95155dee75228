import type { Form } from './use-form.ts'

/**
 * Checks a field that something was typed in. Not when a button is pressed: it checks all itself, and a message that
 * appears would move it away under the pointer.
 */
export function checkOnLeave<Name extends string>(form: Form<Name>, name: Name, { relatedTarget }: FocusEvent): void {
  if (form.values[name] !== '' && !(relatedTarget instanceof HTMLButtonElement)) form.check(name)
}
