import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { ROOT_CONTEXT } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Config } from '../config/config.js'
import type { DatabaseTracing } from '../database/tracing.js'
import type { TraceOperation } from '../http/api-router.js'
import type { ReadMetrics } from '../metrics/metrics.js'
import type { PasswordHasher } from '../passwords/hasher.js'
import type { post } from '../webhooks/post.js'
import { createTracedBatchLoader } from './batches.js'
import { tracePost } from './deliveries.js'
import { createExporters, type Warn } from './exporters.js'
import { metricProducer } from './metrics.js'
import { tracePasswords } from './passwords.js'
import { traceOperation, traceRequests } from './requests.js'
import { resourceOf } from './resource.js'
import { samplerOf } from './sampler.js'
import { Spans } from './spans.js'
import { traceStatements } from './statements.js'

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** OpenTelemetry of one server. */
export interface Telemetry extends DatabaseTracing {
  traceRequests: (listener: Listener) => Listener
  traceOperation: TraceOperation
  tracePasswords: (hasher: PasswordHasher) => PasswordHasher
  tracePost: (send: typeof post) => typeof post
  /** `trace_id`, `span_id` and `trace_flags` of the present work, as OpenTelemetry names them in logs; none: {}. */
  traceIds: () => object
  /** Exports these from now on. */
  exportMetrics: (read: ReadMetrics) => void
  /** Exports what is left, for some seconds at most. */
  stop: () => Promise<void>
}

/** Milliseconds that the last export may take when the server stops. */
export const FLUSH_TIMEOUT = 3_000

export function startTelemetry(config: Config, endpoint: string, warn: Warn): Telemetry {
  const resource = resourceOf(config)
  const contexts = new AsyncLocalStorageContextManager().enable()
  // An export is begun by some request, and is not part of it.
  const exporters = createExporters(config, endpoint, (...line) =>
    contexts.with(ROOT_CONTEXT, warn, undefined, ...line)
  )
  const traces = new BasicTracerProvider({
    resource,
    sampler: samplerOf(config),
    spanProcessors: [new BatchSpanProcessor(exporters.traces)]
  })
  const spans = new Spans(traces.getTracer('quintet'), contexts)
  let metrics: MeterProvider | undefined
  return {
    traceRequests: (listener) => traceRequests(spans, listener),
    traceOperation: traceOperation(spans),
    traceStatements: (client) => traceStatements(spans, client),
    createBatchLoader: (look, bounds) => createTracedBatchLoader(spans, look, bounds),
    tracePasswords: (hasher) => tracePasswords(spans, hasher),
    tracePost: (send) => tracePost(spans, send),
    traceIds: () => spans.ids(),
    exportMetrics(read) {
      if (config.metricsExporter === 'none') return
      const reader = new PeriodicExportingMetricReader({
        exporter: exporters.metrics,
        exportIntervalMillis: config.metricExportInterval,
        metricProducers: [metricProducer(read)]
      })
      metrics = new MeterProvider({ resource, readers: [reader] })
    },
    stop: () => within(FLUSH_TIMEOUT, Promise.allSettled([traces.shutdown(), metrics?.shutdown()]))
  }
}

/** Resolves when `work` has ended, or after so many milliseconds. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const ended = new AbortController()
  const patience = delay(ms, undefined, { signal: ended.signal }).catch(() => {})
  await Promise.race([work, patience])
  ended.abort()
}
