/** What became of the writes, each key that is wrong with what was found. */
export interface Verification {
  acknowledged: number
  /** Sent, but never answered with success. */
  unanswered: number
  /** Of those, the ones that were done all the same. */
  unansweredDone: number
  /** Acknowledged, and not there or older. */
  lost: string[]
  doubled: string[]
  /** There, though nobody sent it. */
  unknown: string[]
}

interface Slot {
  /** The last value that the server acknowledged. */
  promised?: string
  /** Values sent after it, not one of them acknowledged. */
  open: string[]
}

/** What clients sent to the server and what it promised them, by key; one client writes to one key, one value after another. */
export class WriteLog {
  private readonly slots = new Map<string, Slot>()
  private acknowledged = 0

  send(key: string, value: string): void {
    this.slot(key).open.push(value)
  }

  acknowledge(key: string, value: string): void {
    this.acknowledged += 1
    this.slots.set(key, { promised: value, open: [] })
  }

  /** How many writes were acknowledged until now. */
  get promises(): number {
    return this.acknowledged
  }

  /** Compares with what the database holds. */
  compare(found: [key: string, value: string][]): Verification {
    const values = new Map<string, string[]>()
    for (const [key, value] of found) values.set(key, [...(values.get(key) ?? []), value])
    const result: Verification = {
      acknowledged: this.acknowledged,
      unanswered: 0,
      unansweredDone: 0,
      lost: [],
      doubled: [],
      unknown: [...values.keys()].filter((key) => !this.slots.has(key))
    }
    for (const [key, { promised, open }] of this.slots) {
      const held = values.get(key) ?? []
      const [value] = held
      result.unanswered += open.length
      if (held.length > 1) result.doubled.push(`${key}: ${held.join(', ')}`)
      if (value !== undefined && open.includes(value)) result.unansweredDone += 1
      else if (value !== promised) result.lost.push(`${key}: ${promised} promised, ${value} found`)
    }
    return result
  }

  private slot(key: string): Slot {
    const slot = this.slots.get(key) ?? { open: [] }
    this.slots.set(key, slot)
    return slot
  }
}
