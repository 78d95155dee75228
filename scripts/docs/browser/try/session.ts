import type { DocumentedApi, Scheme } from '../../model.js'
import type { Credentials } from '../request.js'

interface Kept {
  token: string
  name: string
}

/** Who is logged in to one API. It is kept by the browser and shared by all tabs. */
export interface Session {
  /** The name of who logged in; empty for a pasted token. */
  name(): string | undefined
  token(): string | undefined
  credentials(): Credentials | undefined
  begin(token: string, name?: string): void
  end(): void
  /** How the token is sent. */
  scheme: Scheme
}

/** `changed` is called whenever a session begins or ends, in another tab too. */
export function createSession(api: DocumentedApi, changed: () => void): Session {
  const key = `quintet ${api.name}`
  const read = (): Kept | undefined =>
    (JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | undefined) ?? undefined
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed()
  })
  return {
    scheme: api.schemes[0]!,
    name: () => read()?.name,
    token: () => read()?.token,
    credentials() {
      const kept = read()
      return kept && { token: kept.token, scheme: this.scheme }
    },
    begin(token, name = '') {
      localStorage.setItem(key, JSON.stringify({ token, name } satisfies Kept))
      changed()
    },
    end() {
      localStorage.removeItem(key)
      changed()
    }
  }
}

/** A token as one pastes it: without the name of its header, its scheme, and quotes. */
export function pastedToken(text: string): string {
  return text
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^bearer\s+/i, '')
    .replace(/^["']|["']$/g, '')
}

/** When a JWT ends, in milliseconds since 1970; undefined where it does not say so. */
export function endOf(token: string): number | undefined {
  try {
    const payload = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown }
    return typeof exp === 'number' ? exp * 1000 : undefined
  } catch {
    return undefined
  }
}
