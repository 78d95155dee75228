import { setTimeout as delay } from 'node:timers/promises'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import type { Config } from '../config/config.js'
import type { ReadMetrics } from '../metrics/metrics.js'
import { metricExporter, type Warn } from './exporters.js'
import { metricProducer } from './metrics.js'
import { resourceOf } from './resource.js'
import { startTracing, type Tracing } from './tracing.js'

/** OpenTelemetry of one server. */
export interface Telemetry {
  /** Undefined where no collector gets traces. */
  tracing: Tracing | undefined
  /** Exports these from now on, where a collector gets metrics. */
  exportMetrics: (read: ReadMetrics) => void
  /** Exports what is left, for some seconds at most. */
  stop: () => Promise<void>
}

/** Where a collector takes each signal; undefined for one that is not sent. */
export interface OtlpAddresses {
  traces: string | undefined
  metrics: string | undefined
}

/** Milliseconds that the last export may take when the server stops. */
export const FLUSH_TIMEOUT = 3_000

export function startTelemetry(config: Config, { traces, metrics }: OtlpAddresses, warn: Warn): Telemetry {
  const resource = resourceOf(config)
  const tracing = traces === undefined ? undefined : startTracing(config, traces, { resource, warn })
  let provider: MeterProvider | undefined
  return {
    tracing,
    exportMetrics(read) {
      if (metrics === undefined) return
      const reader = new PeriodicExportingMetricReader({
        exporter: metricExporter(config, metrics, warn),
        exportIntervalMillis: config.metricExportInterval,
        metricProducers: [metricProducer(read)]
      })
      provider = new MeterProvider({ resource, readers: [reader] })
    },
    stop: () => within(FLUSH_TIMEOUT, Promise.allSettled([tracing?.shutdown(), provider?.shutdown()]))
  }
}

/** Resolves when `work` has ended, or after so many milliseconds. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const ended = new AbortController()
  const patience = delay(ms, undefined, { signal: ended.signal }).catch(() => {})
  await Promise.race([work, patience])
  ended.abort()
}
