import { shallowRef } from 'vue'

/** What the server says of itself. */
export interface ServerFacts {
  /** Names of the APIs that are open. */
  apis: string[]
  /** Accounts for trying, by API; empty where there are none. */
  samples: Record<string, { name: string; password: string }[]>
  passwordMinLength: number
  version: string
  /** Whether the documentation is served at `../docs/`. */
  docs: boolean
}

/** The folder above the console, also behind a proxy that adds a path. */
export const serverUrl = new URL('..', location.href).href.replace(/\/$/, '')

export const facts = shallowRef<ServerFacts>()

/** Reads the facts; false where the server does not answer. */
export async function loadFacts(): Promise<boolean> {
  try {
    const response = await fetch(new URL('server.json', location.href), { cache: 'no-store' })
    if (!response.ok) return false
    facts.value = (await response.json()) as ServerFacts
    return true
  } catch {
    return false
  }
}
