import { join } from 'node:path'
import { tmsRealm } from '../../../src/realms/tms.js'
import { median } from '../../../test/support/median.js'
import { cpuSeconds } from '../processes.js'
import type { Server } from '../serve.js'
import type { Environment } from '../environment.js'
import { atMost } from '../goals.js'
import type { Pace, Section } from '../scenario.js'

interface Start {
  ms: number
  /** CPU of the process and of PostgreSQL until then, in milliseconds. */
  cpu: number
}

/** From the start of the process to the first good answer. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const token = environment.tokens(tmsRealm, 1)[0]!
  const embedded = { DATABASE_URL: '', DATA_DIR: join(environment.postgres.folder, 'embedded') }
  const time = (start: () => Promise<Server>, statuses?: number[]) => timeOfStart(environment, start, token, statuses)
  // Its first start makes the database.
  await time(() => environment.ours(embedded), [401])
  const [ours, fastify, onEmbedded]: [Start[], Start[], Start[]] = [[], [], []]
  for (let round = 0; round < pace.rounds; round += 1) {
    ours.push(await time(() => environment.ours()))
    fastify.push(await time(() => environment.peer('Fastify', 'fastify-contracts.js')))
    onEmbedded.push(await time(() => environment.ours(embedded), [401]))
  }
  const ratio = (figure: keyof Start): number =>
    median(ours.map((start, round) => start[figure] / fastify[round]![figure]))
  return {
    title: 'Start',
    notes: [
      'From the start of the process to the first answer to GET /tms/user/me, the database migrated before. The peer registers all routes of the five contracts in Fastify, with their schemas for requests and answers.'
    ],
    tables: [
      {
        head: ['', 'ms', 'total CPU ms', 'ratio'],
        rows: [
          ['Quintet, five contracts, PostgreSQL', ...cells(ours), ''],
          ['Fastify 5, five contracts, PostgreSQL', ...cells(fastify), `${ratio('cpu').toFixed(2)} ×`],
          ['Quintet, five contracts, embedded database, warm', ...cells(onEmbedded), '']
        ]
      }
    ],
    goals: [
      atMost("start to first answer, PostgreSQL, five contracts, of Fastify's", 1.3, ratio('ms')),
      atMost('warm start on the embedded database', 1.5, median(onEmbedded.map(({ ms }) => ms)) / 1000, 's')
    ]
  }
}

function cells(starts: Start[]): string[] {
  return [starts.map(({ ms }) => ms), starts.map(({ cpu }) => cpu)].map((all) => median(all).toFixed(0))
}

/** An account that is not there is an answer too, where `statuses` says so. */
async function timeOfStart(
  { postgresPid }: Environment,
  start: () => Promise<Server>,
  token: string,
  statuses = [200]
): Promise<Start> {
  const [from, before] = [performance.now(), cpuSeconds(postgresPid)]
  const server = await start()
  try {
    const headers = { Authorization: `Bearer ${token}` }
    const { status } = await fetch(`${server.origin}/tms/user/me`, { headers })
    const ms = performance.now() - from
    if (!statuses.includes(status)) throw new Error(`the first answer of ${server.name} is ${status}`)
    return { ms, cpu: (cpuSeconds(server.pid) + cpuSeconds(postgresPid) - before) * 1000 }
  } finally {
    await server.end()
  }
}
