import type { OwnSession } from './sessions.ts'

/** What all APIs call by the same name. */
type Common = Pick<OwnSession, 'id' | 'device' | 'address' | 'current'>

/** Makes a function that gives a session of an API its names here; `begun` and `expires` are the API's names of these times. */
export function sessionsWith<Time extends string>(
  begun: Time,
  expires: Time
): (row: Common & Record<Time, string>) => OwnSession {
  return (row) => {
    const { id, device, address, current } = row
    return { id, device, address, current, begun: row[begun], expires: row[expires] }
  }
}
