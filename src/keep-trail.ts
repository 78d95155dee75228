import { keepAudit } from './audit/upkeep.js'
import type { Context } from './context.js'

const EVERY_MS = 60_000

/** Keeps the audit trail from now on, once a minute. `stop` waits for what is under way. */
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
    }
  }
}

async function keepOnce({ config, database, log }: Context, signal: AbortSignal): Promise<void> {
  try {
    const { dropped, waiting } = await database.withoutTimeouts((db) => keepAudit(db, config.auditKeepDays, signal))
    if (dropped.length > 0) log.info({ dropped }, 'dropped archived months of the audit trail')
    if (waiting.length > 0) log.debug({ waiting }, 'expired months of the audit trail wait for their archive')
  } catch (error) {
    log.warn({ err: error }, 'could not keep the audit trail; trying again later')
  }
}
