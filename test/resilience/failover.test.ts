import { setTimeout as delay } from 'node:timers/promises'
import { startLoad, type Load } from '../support/load.js'
import { median } from '../support/median.js'
import { ReplicatedPostgres } from '../support/replicated-postgres.js'
import { verifyWrites } from '../support/verify-writes.js'
import { isGood, type Answered } from '../support/send.js'
import { spawnServer, UNLIMITED, type ServerProcess } from '../support/server-process.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const FAILOVERS = 5
/** Failovers before which the standby hears nothing of its primary for a while. */
const AFTER_SILENCE = 3
const SILENT_MS = 4_000
const LOAD = { writers: 6, readers: 3, pause: 5 }
const GOOD_ANSWERS = 5
const PATIENCE_MS = 60_000

interface Outage {
  /** Milliseconds from the death of the primary to the answer of the first write sent after it that was done. */
  firstWrite: number
  refused: number
  /** Writes answered 503 while the standby was silent. */
  refusedInSilence: number
}

measuredTest(
  'failover: the primary dies under writes, its synchronous standby takes over, nothing acknowledged is lost',
  async (): Promise<Figure[]> => {
    const postgres = await ReplicatedPostgres.start('failover')
    let server: ServerProcess | undefined
    let load: Load | undefined
    try {
      server = await spawnServer({
        ...UNLIMITED,
        APIS: 'tms,waste-sorting',
        LOG_LEVEL: 'error',
        DATA_DIR: postgres.primary.folder,
        TOKEN_SECRET: 'a secret that outlives the first folder',
        DATABASE_URL: postgres.databaseUrl
      })
      load = await startLoad(server.origin, LOAD)
      const outages: Outage[] = []
      for (let round = 0; round < FAILOVERS + AFTER_SILENCE; round += 1) {
        await load.untilAllGood(GOOD_ANSWERS, PATIENCE_MS)
        outages.push(await failOver(postgres, load, round < FAILOVERS ? 0 : SILENT_MS))
        await postgres.addStandby()
      }
      await load.stop()
      checkAnswers(load.answers)
      if (server.output().includes('"internal error"'))
        throw new Error(`internal errors were logged: ${server.output()}`)
      if ((await server.end()) !== 0) throw new Error('the server did not live through it')
      const { primary } = postgres
      const databaseUrl = primary.url.replace(/postgres$/, 'failover')
      const { acknowledged, unansweredDone } = await verifyWrites(
        { databaseUrl, dataDir: primary.folder },
        load.writeLog
      )
      return [
        ...figuresOf(outages),
        { name: 'acknowledged writes lost, doubled or half done', value: `0 of ${acknowledged}` },
        { name: 'writes that were answered 503 and done all the same, wholly', value: String(unansweredDone) }
      ]
    } finally {
      await load?.stop()
      await server?.end('SIGKILL')
      await postgres.remove()
    }
  }
)

async function failOver(postgres: ReplicatedPostgres, load: Load, silentMs: number): Promise<Outage> {
  const refusedInSilence = silentMs > 0 ? await silence(postgres, load, silentMs) : 0
  const first = load.answers.length
  const killed = performance.now()
  await postgres.promote()
  await load.untilAllGood(GOOD_ANSWERS, PATIENCE_MS)
  const after = load.answers.slice(first).filter(({ from }) => from >= killed)
  const done = after.find((answered) => answered.method !== 'GET' && isGood(answered))
  const refused = after.filter(({ status }) => status === 503)
  return { firstWrite: Math.round(done!.to - killed), refused: refused.length, refusedInSilence }
}

/** Returns how many writes were refused. None may be acknowledged, for the standby has none of them. */
async function silence({ link }: ReplicatedPostgres, load: Load, lastsMs: number): Promise<number> {
  link.swallow()
  const from = performance.now()
  const first = load.answers.length
  await delay(lastsMs)
  const answers = load.answers.slice(first).filter((answered) => answered.from > from)
  const writes = answers.filter(({ method }) => method !== 'GET')
  const acknowledged = writes.filter(isGood)
  if (acknowledged.length > 0)
    throw new Error(`acknowledged without the standby: ${JSON.stringify(acknowledged.slice(0, 3))}`)
  if (!answers.some((answered) => answered.method === 'GET' && isGood(answered)))
    throw new Error('nothing was read while the standby was silent')
  return writes.length
}

function checkAnswers(answers: Answered[]): void {
  const wrong = answers.filter((answered) => !isGood(answered) && answered.status !== 503)
  if (wrong.length > 0) throw new Error(`neither good nor 503: ${JSON.stringify(wrong.slice(0, 5))}`)
}

function figuresOf(outages: Outage[]): Figure[] {
  const times = outages.map(({ firstWrite }) => firstWrite)
  const sum = (key: keyof Outage): number => outages.reduce((total, outage) => total + outage[key], 0)
  return [
    {
      name: 'primary killed under writes and its standby promoted, with one and the same server process',
      value: `${outages.length} times, before ${AFTER_SILENCE} of them ${SILENT_MS} ms in which the standby heard nothing`
    },
    {
      name: 'next write that was done, after the death of the primary',
      value: `median ${median(times)} ms, latest ${Math.max(...times)} ms; ${sum('refused')} requests answered 503 until then`
    },
    {
      name: 'acknowledged while the standby heard nothing',
      value: `0 of ${sum('refusedInSilence')} writes; reads went on`
    }
  ]
}
