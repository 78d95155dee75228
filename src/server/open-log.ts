import type { DestinationStream, Logger } from 'pino'
import type { Config } from '../config/config.js'
import type { OtlpAddresses, Telemetry } from '../telemetry/telemetry.js'
import { createLog } from './log.js'

export interface Observed {
  log: Logger
  telemetry: Telemetry | undefined
}

/** The log, and telemetry where a collector is configured: only then its modules are loaded. */
export async function openLog(config: Config, destination?: DestinationStream): Promise<Observed> {
  const addresses = otlpAddresses(config)
  if (addresses.traces === undefined && addresses.metrics === undefined) {
    return { log: createLog(config.logLevel, { destination }), telemetry: undefined }
  }
  const { startTelemetry } = await import('../telemetry/telemetry.js')
  const telemetry = startTelemetry(config, addresses, (details, message) => log.warn(details, message))
  const log = createLog(config.logLevel, { destination, mixin: telemetry.tracing?.traceIds })
  return { log, telemetry }
}

/** An address of one signal is used as it is, as OpenTelemetry specifies. */
function otlpAddresses({
  otlpEndpoint: base,
  otlpTracesEndpoint,
  otlpMetricsEndpoint,
  metricsExporter
}: Config): OtlpAddresses {
  const below = (signal: string): string | undefined => base && `${base}/v1/${signal}`
  return {
    traces: otlpTracesEndpoint ?? below('traces'),
    metrics: metricsExporter === 'none' ? undefined : (otlpMetricsEndpoint ?? below('metrics'))
  }
}
