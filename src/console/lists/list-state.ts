/** What the address says of a list: its page, its size and its filters, by their names in the query. */
export interface ListState<Name extends string = string> {
  page: number
  size: number
  filters: Record<Name, string>
}

export type Query = Record<string, string | null | (string | null)[] | undefined>

export const SIZES = [20, 50, 100]
export const DEFAULT_SIZE = 20

/** Reads the query of an address; what it lacks or says wrongly is the default. */
export function stateOf<Name extends string>(query: Query, defaults: Record<Name, string>): ListState<Name> {
  const names = Object.keys(defaults) as Name[]
  const page = Number(textOf(query.page))
  const size = Number(textOf(query.size))
  return {
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    size: SIZES.includes(size) ? size : DEFAULT_SIZE,
    filters: Object.fromEntries(names.map((name) => [name, textOf(query[name]) ?? defaults[name]])) as Record<
      Name,
      string
    >
  }
}

/** The query of an address that says this; defaults are left out, what is not of the list stays. */
export function queryOf<Name extends string>(
  { page, size, filters }: ListState<Name>,
  defaults: Record<Name, string>,
  query: Query = {}
): Query {
  const entries: [string, string | undefined][] = [
    ['page', page === 1 ? undefined : String(page)],
    ['size', size === DEFAULT_SIZE ? undefined : String(size)],
    ...Object.entries<string>(filters).map(([name, value]): [string, string | undefined] => [
      name,
      value === defaults[name as Name] ? undefined : value
    ])
  ]
  return { ...query, ...Object.fromEntries(entries) }
}

function textOf(value: Query[string]): string | undefined {
  const [first] = Array.isArray(value) ? value : [value]
  return first ?? undefined
}
