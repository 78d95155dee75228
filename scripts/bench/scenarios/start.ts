import { join } from 'node:path'
import { tmsRealm } from '../../../src/realms/tms.js'
import { median } from '../../../test/support/median.js'
import type { Server } from '../serve.js'
import type { Environment } from '../environment.js'
import { atMost, type Pace, type Section } from '../scenario.js'

/** From the start of the process to the first good answer. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const token = environment.tokens(tmsRealm, 1)[0]!
  const embedded = { DATABASE_URL: '', DATA_DIR: join(environment.postgres.folder, 'embedded') }
  // Its first start makes the database.
  await timeOfStart(() => environment.ours(embedded), token, [401])
  const [ours, fastify, onEmbedded]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < pace.rounds; round += 1) {
    ours.push(await timeOfStart(() => environment.ours(), token))
    fastify.push(await timeOfStart(() => environment.peer('Fastify', 'fastify-contracts.js'), token))
    onEmbedded.push(await timeOfStart(() => environment.ours(embedded), token, [401]))
  }
  const slower = median(ours.map((value, round) => value / fastify[round]!))
  return {
    title: 'Start',
    notes: [
      'From the start of the process to the first answer to GET /tms/user/me, the database migrated before. The peer registers all routes of the five contracts in Fastify, with their schemas for requests and answers.'
    ],
    tables: [
      {
        head: ['', 'ms'],
        rows: [
          ['Quintet, five contracts, PostgreSQL', median(ours).toFixed(0)],
          ['Fastify 5, five contracts, PostgreSQL', median(fastify).toFixed(0)],
          ['Quintet, five contracts, embedded database, warm', median(onEmbedded).toFixed(0)]
        ]
      }
    ],
    goals: [
      atMost("start to first answer, PostgreSQL, five contracts, of Fastify's", 1.3, slower),
      atMost('warm start on the embedded database', 1.5, median(onEmbedded) / 1000, 's')
    ]
  }
}

/** Milliseconds. An account that is not there is an answer too, where `statuses` says so. */
async function timeOfStart(start: () => Promise<Server>, token: string, statuses = [200]): Promise<number> {
  const from = performance.now()
  const server = await start()
  try {
    const headers = { Authorization: `Bearer ${token}` }
    const { status } = await fetch(`${server.origin}/tms/user/me`, { headers })
    if (!statuses.includes(status)) throw new Error(`the first answer of ${server.name} is ${status}`)
    return performance.now() - from
  } finally {
    await server.end()
  }
}
