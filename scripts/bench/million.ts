import { migrateAndSeed, type Environment } from './environment.js'
import type { Pace } from './scenario.js'

let seeded: Promise<string> | undefined

/** The address of a database with many accounts in tms and julong; made once. */
export function seededMillion(environment: Environment, { million }: Pace): Promise<string> {
  seeded ??= make(environment, million)
  return seeded
}

async function make(environment: Environment, million: number): Promise<string> {
  const url = await environment.postgres.createDatabase('million')
  await migrateAndSeed({ ...environment.env, DATABASE_URL: url }, million)
  return url
}
