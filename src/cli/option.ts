import { wrongUsage } from './stop.js'

/** An option of a command. */
export interface Option<Value> {
  /** What stands after it in the help; an option without one takes no value. */
  placeholder?: string
  meaning: string
  /** True where the command cannot do without it. */
  needed?: boolean
  /** Throws `Stop`. */
  parse(text: string): Value
}

export type Options = Record<string, Option<unknown>>

/** The values of the options that were given. */
export type Given<O extends Options> = {
  [Name in keyof O]: O[Name] extends Option<infer Value> & { needed: true } ? Value : ValueOf<O[Name]> | undefined
}

type ValueOf<O> = O extends Option<infer Value> ? Value : never

export function text(placeholder: string, meaning: string): Option<string> {
  return { placeholder, meaning, parse: (value) => value }
}

export function flag(meaning: string): Option<boolean> {
  return { meaning, parse: () => true }
}

export function needed<Value>(option: Option<Value>): Option<Value> & { needed: true } {
  return { ...option, needed: true }
}

/** A text that is one of `choices`. */
export function choice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  meaning: string
): Option<Choice> {
  return {
    placeholder: name,
    meaning: `${meaning} One of ${choices.join(', ')}.`,
    parse(value) {
      if (choices.includes(value as Choice)) return value as Choice
      throw wrongUsage(`--${name} is one of ${choices.join(', ')}, not ${JSON.stringify(value)}`)
    }
  }
}

/** A number of rows. */
export function rows(name: string, meaning: string): Option<number> {
  return {
    placeholder: 'rows',
    meaning,
    parse(value) {
      if (!/^[1-9]\d{0,6}$/.test(value)) throw wrongUsage(`--${name} is a number of rows`)
      return Number(value)
    }
  }
}
