import type { Attempt, DeliveredEntry } from './attempts.js'

/** The body of a delivery: type and time as Standard Webhooks has them, and the entry of the audit trail. */
export function bodyOf({ eventId }: Attempt, entry: DeliveredEntry): string {
  const { at, realm, action, result, actor, target, detail, address, requestId } = entry
  return JSON.stringify({
    type: action,
    timestamp: at,
    data: { id: eventId, api: realm, result, actor, target, detail, address, requestId }
  })
}
