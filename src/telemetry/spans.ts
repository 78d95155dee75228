import { ROOT_CONTEXT, SpanStatusCode, trace, type Span, type SpanOptions, type Tracer } from '@opentelemetry/api'
import type { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'
import { DomainError } from '../domain-error.js'
import { HttpProblem } from '../http/problems.js'

/** Spans of one server, and which of them the present work belongs to. */
export class Spans {
  constructor(
    readonly tracer: Tracer,
    readonly contexts: AsyncLocalStorageContextManager
  ) {}

  current(): Span | undefined {
    return trace.getSpan(this.contexts.active())
  }

  /** As OpenTelemetry names them in logs that are no OTLP. */
  ids(): object {
    const span = this.current()
    if (span === undefined) return {}
    const { traceId, spanId, traceFlags } = span.spanContext()
    return { trace_id: traceId, span_id: spanId, trace_flags: hexOf(traceFlags) }
  }

  /** Begins a span below the present one. Undefined for work that belongs to no request. */
  begin(name: string, options: SpanOptions = {}): Span | undefined {
    const active = this.contexts.active()
    return trace.getSpan(active) && this.tracer.startSpan(name, options, active)
  }

  /** What `work` does belongs to the span; undefined: to none. */
  within<Result>(span: Span | undefined, work: () => Result): Result {
    const inner = span === undefined ? ROOT_CONTEXT : trace.setSpan(this.contexts.active(), span)
    return this.contexts.with(inner, work)
  }

  /** Does the work in a span below the present one. */
  async around<Result>(name: string, options: SpanOptions, work: (span?: Span) => Promise<Result>): Promise<Result> {
    const span = this.begin(name, options)
    if (span === undefined) return work()
    try {
      return await this.within(span, () => work(span))
    } catch (error) {
      markFailed(span, error)
      throw error
    } finally {
      span.end()
    }
  }
}

/** The span in the form of `traceparent`. */
export function headerOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-${hexOf(traceFlags)}`
}

/** The flags of a trace as two digits. */
function hexOf(flags: number): string {
  return flags.toString(16).padStart(2, '0')
}

/**
 * Records the code or class of the error, and not its message, which may quote what a user typed. What a request is refused
 * for is no failure.
 */
export function markFailed(span: Span, error: unknown): void {
  span.setAttribute(ATTR_ERROR_TYPE, typeOf(error))
  if (error instanceof DomainError || error instanceof HttpProblem) return
  span.setStatus({ code: SpanStatusCode.ERROR })
}

function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
