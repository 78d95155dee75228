import { keepAudit } from '../audit/upkeep.js'
import type { Context } from './context.js'

const EVERY_MS = 60_000

/** Maintains the audit trail once a minute. `stop` waits for it and records the tries of open windows. */
export function keepTrail(context: Context): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let underWay = keepOnce(context, stopping.signal)
  const timer = setInterval(() => {
    underWay = underWay.then(() => keepOnce(context, stopping.signal))
  }, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await underWay
      await recordTries(context, Infinity)
    }
  }
}

async function keepOnce(context: Context, signal: AbortSignal): Promise<void> {
  const { config, database, log } = context
  await recordTries(context, Date.now())
  try {
    const { dropped, waiting } = await database.withoutTimeouts((db) => keepAudit(db, config.auditKeepDays, signal))
    if (dropped.length > 0) log.info({ dropped }, 'dropped archived months of the audit trail')
    if (waiting.length > 0)
      log.info({ waiting }, 'expired months of the audit trail wait for npm run admin -- audit --archive')
  } catch (error) {
    log.warn({ err: error }, 'could not keep the audit trail; trying again later')
  }
}

async function recordTries({ database, refusedTries, log }: Context, now: number): Promise<void> {
  try {
    await refusedTries.recordEnded(database.db, now)
  } catch (error) {
    log.warn({ err: error }, 'could not record how many tries were refused')
  }
}
