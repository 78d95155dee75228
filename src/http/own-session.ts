import type { Session } from '../sessions/list.js'
import { utcTime } from './timestamps.js'

/** A session of the caller's own. */
export interface OwnSession {
  id: string
  /** RFC 3339, in UTC, as the end. */
  created_at: string
  expires_at: string
  address: string | null
  device: string | null
  current: boolean
}

export function serializeOwnSession({ id, begunAt, expiresAt, address, device, current }: Session): OwnSession {
  return { id, created_at: utcTime(begunAt), expires_at: utcTime(expiresAt), address, device, current }
}
