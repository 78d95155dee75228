import { wrongUsage } from './stop.js'

export interface Option<Value> {
  /** What stands after it in the help; an option without one takes no value. */
  placeholder?: string
  meaning: string
  needed?: boolean
  /** Throws `Stop`. */
  parse(text: string): Value
}

export type Options = Record<string, Option<unknown>>

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

export function rows(name: string, meaning: string): Option<number> {
  return {
    placeholder: 'rows',
    meaning,
    parse(value) {
      if (!/^[1-9]\d{0,6}$/.test(value)) throw wrongUsage(`--${name} is a number of rows, 9999999 at most`)
      return Number(value)
    }
  }
}

/** A day, or a moment with its offset from UTC. */
export function moment(name: string, meaning: string): Option<Date> {
  return {
    placeholder: 'time',
    meaning,
    parse(value) {
      const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/.test(value)
        ? new Date(value)
        : undefined
      const isReal = date !== undefined && !Number.isNaN(date.valueOf()) && isDay(value.slice(0, 10))
      if (!isReal)
        throw wrongUsage(`--${name} is a day such as 2026-11-29 or a moment such as 2026-11-29T08:00:00+08:00`)
      return date
    }
  }
}

/** False for the 31st of February, which JavaScript takes for a day in March. */
function isDay(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}
