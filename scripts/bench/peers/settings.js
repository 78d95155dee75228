import { createSecretKey } from 'node:crypto'

/** What the benchmark gives a peer: `{ port, databaseUrl, poolSize, keys: { <realm>: hex }, constant }`. */
export const settings = JSON.parse(process.env.BENCH_PEER)

/** Key of each realm, for HS256. */
export const keys = Object.fromEntries(
  Object.entries(settings.keys).map(([realm, hex]) => [realm, createSecretKey(Buffer.from(hex, 'hex'))])
)
