import type { DocumentedApi, Scheme } from '../model.js'
import type { Credentials } from './request.js'

interface Kept {
  token: string
  name: string
}

/** Who is logged in to one API, kept as long as the tab is open. */
export interface Session {
  /** The name of who logged in. */
  name(): string | undefined
  credentials(): Credentials | undefined
  begin(token: string, name?: string): void
  end(): void
  /** How the token is sent. */
  scheme: Scheme
}

/** `changed` is called whenever a session begins or ends. */
export function createSession(api: DocumentedApi, changed: () => void): Session {
  const key = `quintet ${api.name}`
  const read = (): Kept | undefined =>
    (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | undefined) ?? undefined
  const write = (kept: Kept): void => {
    sessionStorage.setItem(key, JSON.stringify(kept))
    changed()
  }
  return {
    scheme: api.schemes[0]!,
    name: () => read()?.name,
    credentials() {
      const kept = read()
      return kept && { token: kept.token, scheme: this.scheme }
    },
    begin: (token, name = '') => write({ token, name }),
    end() {
      sessionStorage.removeItem(key)
      changed()
    }
  }
}
