import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'
import { schemaOf } from '../database/schema/schema.js'

const LOOKS = 20
const LOOK_AGAIN_AFTER_MS = 100

/** True when all transactions that were writing to the trail at the call have ended; false after 2 s. */
export async function settled(db: Knex): Promise<boolean> {
  const { writers } = schemaOf(db)
  let left = await writers(db)
  for (let look = 0; look < LOOKS && left.length > 0; look += 1) {
    await delay(LOOK_AGAIN_AFTER_MS)
    const now = await writers(db)
    left = left.filter((writer) => now.includes(writer))
  }
  return left.length === 0
}
