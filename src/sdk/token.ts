import { at } from './pointer.js'

const MARGIN_SECONDS = 60

/** The token in a body, without the word that the server may have put before it. */
export const tokenIn = (body: unknown, pointer: string): string => String(at(body, pointer)).replace(/^bearer /i, '')

/** Whether a JWT is valid for less than a minute more; false where that cannot be read. */
export function endsSoon(token: string): boolean {
  try {
    const [, payload = ''] = token.split('.')
    const { exp } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as { exp: number }
    const left = exp - Date.now() / 1000
    return left > 0 && left < MARGIN_SECONDS
  } catch {
    return false
  }
}
