import type { DestinationStream, Logger } from 'pino'
import type { Config } from '../config/config.js'
import type { Telemetry } from '../telemetry/telemetry.js'
import { createLog } from './log.js'

export interface Observed {
  log: Logger
  telemetry: Telemetry | undefined
}

/** The log, and telemetry where a collector is configured: only then its modules are loaded. */
export async function openLog(config: Config, destination?: DestinationStream): Promise<Observed> {
  if (config.otlpEndpoint === undefined) {
    return { log: createLog(config.logLevel, { destination }), telemetry: undefined }
  }
  const { startTelemetry } = await import('../telemetry/telemetry.js')
  const telemetry = startTelemetry(config, config.otlpEndpoint, (details, message) => log.warn(details, message))
  const log = createLog(config.logLevel, { destination, mixin: telemetry.traceIds })
  return { log, telemetry }
}
