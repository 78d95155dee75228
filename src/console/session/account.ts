/** Who is logged in, as far as the console needs it. It decides what is shown, never what is allowed. */
export interface Account {
  name: string
  id?: string | number
  /** The id or the name of the role, where the API has one. */
  role?: string | number
}

const keyOf = (api: string): string => `quintet-console:${api}`

/** The account of the session that this browser keeps, without its token. */
export function readAccount(api: string): Account | undefined {
  try {
    const saved = JSON.parse(localStorage.getItem(keyOf(api)) ?? 'null') as Account | null
    return typeof saved?.name === 'string' ? saved : undefined
  } catch {
    return undefined
  }
}

export function writeAccount(api: string, account: Account | undefined): void {
  if (account === undefined) localStorage.removeItem(keyOf(api))
  else localStorage.setItem(keyOf(api), JSON.stringify(account))
}

/** Under which a tab keeps what is typed into the forms of an API and not saved. */
export const draftsKey = (api: string): string => `quintet-console:drafts:${api}`

export function isSameAccount(one: Account | undefined, other: Account | undefined): boolean {
  if (one?.id !== undefined && other?.id !== undefined) return one.id === other.id
  return one?.name === other?.name
}
