import pg from 'pg'
import { settings } from './settings.js'

const TIMESTAMPTZ = 1184
// The documents print microseconds, which a Date has not.
pg.types.setTypeParser(TIMESTAMPTZ, (text) => text)

export function createPool() {
  const { databaseUrl, poolSize } = settings
  return new pg.Pool({ connectionString: databaseUrl, max: poolSize, options: '-c TimeZone=UTC' })
}
