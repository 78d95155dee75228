import pg from 'pg'
import { settings } from './settings.js'

const INT8 = 20
const TIMESTAMPTZ = 1184
// Ids, none of which is above the largest integer of JavaScript.
pg.types.setTypeParser(INT8, Number)
// The documents print microseconds, which a Date has not.
pg.types.setTypeParser(TIMESTAMPTZ, (text) => text)

export function createPool() {
  const { databaseUrl, poolSize } = settings
  return new pg.Pool({ connectionString: databaseUrl, max: poolSize, options: '-c TimeZone=UTC' })
}
