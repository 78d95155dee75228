import type { IncomingMessage, ServerResponse } from 'node:http'
import { ROOT_CONTEXT } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import type { Resource } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Config } from '../config/config.js'
import type { DatabaseTracing } from '../database/tracing.js'
import type { TraceOperation } from '../http/api-router.js'
import type { PasswordHasher } from '../passwords/hasher.js'
import type { post } from '../webhooks/post.js'
import { createTracedBatchLoader } from './batches.js'
import { tracePost } from './deliveries.js'
import { traceExporter, type Warn } from './exporters.js'
import { tracePasswords } from './passwords.js'
import { traceOperation, traceRequests } from './requests.js'
import { samplerOf } from './sampler.js'
import { Spans } from './spans.js'
import { traceStatements } from './statements.js'

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** The spans of one server. */
export interface Tracing extends DatabaseTracing {
  traceRequests: (listener: Listener) => Listener
  traceOperation: TraceOperation
  tracePasswords: (hasher: PasswordHasher) => PasswordHasher
  tracePost: (send: typeof post) => typeof post
  /** `trace_id`, `span_id` and `trace_flags` of the present work, as OpenTelemetry names them in logs; none: {}. */
  traceIds: () => object
  /** Exports what is left. */
  shutdown: () => Promise<void>
}

/** Exports spans to `url`. */
export function startTracing(
  config: Config,
  url: string,
  { resource, warn }: { resource: Resource; warn: Warn }
): Tracing {
  const contexts = new AsyncLocalStorageContextManager().enable()
  // An export is begun by some request, and is not part of it.
  const exporter = traceExporter(config, url, (...line) => contexts.with(ROOT_CONTEXT, warn, undefined, ...line))
  const provider = new BasicTracerProvider({
    resource,
    sampler: samplerOf(config),
    spanProcessors: [new BatchSpanProcessor(exporter)]
  })
  const spans = new Spans(provider.getTracer('quintet'), contexts)
  return {
    traceRequests: (listener) => traceRequests(spans, listener),
    traceOperation: traceOperation(spans),
    traceStatements: (client) => traceStatements(spans, client),
    createBatchLoader: (look, bounds) => createTracedBatchLoader(spans, look, bounds),
    tracePasswords: (hasher) => tracePasswords(spans, hasher),
    tracePost: (send) => tracePost(spans, send),
    traceIds: () => spans.ids(),
    shutdown: () => provider.shutdown()
  }
}
