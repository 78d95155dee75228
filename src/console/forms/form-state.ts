import { reactive, shallowReactive } from 'vue'
import type { Problem } from '../session/problem.ts'
import type { Rule } from './rules.ts'

/** Numbers and choices are texts here too. */
export type Values<Name extends string> = Record<Name, string>

/** The values of a form, those that are saved, and what is wrong with them. */
export class FormState<Name extends string> {
  readonly values: Values<Name>
  /** Messages under the fields. */
  readonly errors = shallowReactive({}) as Partial<Values<Name>>
  readonly #names: Name[]
  #saved: Values<Name>

  constructor(
    initial: Values<Name>,
    readonly rules: Partial<Record<Name, Rule[]>> = {}
  ) {
    this.values = reactive({ ...initial }) as Values<Name>
    this.#saved = shallowReactive({ ...initial })
    this.#names = Object.keys(initial) as Name[]
  }

  get isChanged(): boolean {
    return this.#names.some((name) => this.values[name] !== this.#saved[name])
  }

  /** The fields that differ from what is saved. */
  changed(): Partial<Values<Name>> {
    const names = this.#names.filter((name) => this.values[name] !== this.#saved[name])
    return Object.fromEntries(names.map((name) => [name, this.values[name]])) as Partial<Values<Name>>
  }

  /** Takes these values as those that are saved. */
  load(values: Values<Name>): void {
    Object.assign(this.#saved, values)
    Object.assign(this.values, values)
    for (const name of this.#names) this.setError(name, undefined)
  }

  setError(name: Name, message: string | undefined): void {
    if (message === undefined) delete this.errors[name]
    else Object.assign(this.errors, { [name]: message })
  }

  check(name: Name): boolean {
    const message = this.rules[name]
      ?.map((rule) => rule(this.values[name], this.values))
      .find((one) => one !== undefined)
    this.setError(name, message)
    return message === undefined
  }

  /** Checks the fields that have a message and were changed. */
  recheck(isChanged: (name: Name) => boolean): void {
    for (const name of this.#names) if (this.errors[name] !== undefined && isChanged(name)) this.check(name)
  }

  checkAll(): boolean {
    return this.#names.filter((name) => !this.check(name)).length === 0
  }

  /** Shows a refusal at the fields that it names; false when it names none of them. */
  show({ fields }: Problem): boolean {
    const known = this.#names.filter((name) => fields[name] !== undefined)
    for (const name of known) this.setError(name, fields[name])
    return known.length > 0
  }
}
