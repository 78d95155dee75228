import { migrateAndSeed, type Stand } from './stand.js'
import type { Pace } from './work.js'

let seeded: Promise<string> | undefined

/** The address of a database with many accounts in tms and julong; made once. */
export function seededMillion(stand: Stand, { million }: Pace): Promise<string> {
  seeded ??= make(stand, million)
  return seeded
}

async function make(stand: Stand, million: number): Promise<string> {
  const url = await stand.postgres.createDatabase('million')
  await migrateAndSeed({ ...stand.env, DATABASE_URL: url }, million)
  return url
}
