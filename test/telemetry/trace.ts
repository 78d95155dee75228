import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Answer, RequestOptions } from '../support/client.js'
import type { OtlpReceiver, ReceivedSpan } from '../support/otlp-receiver.js'
import type { TestServer } from '../support/server.js'

/** Kinds of spans, as OTLP numbers them. */
export const [INTERNAL, SERVER, CLIENT] = [1, 2, 3] as const
/** The status of one that failed. */
export const FAILED = 2
/** The span of the caller. */
export const CALLER = '00f067aa0ba902b7'

interface Traced {
  answer: Answer
  traceId: string
  spans: ReceivedSpan[]
}

export function only(spans: ReceivedSpan[], kind: number): ReceivedSpan {
  const found = spans.filter((span) => span.kind === kind)
  assert.equal(found.length, 1, JSON.stringify(spans.map(({ name }) => name)))
  return found[0]!
}

export function named(spans: ReceivedSpan[], name: string): ReceivedSpan {
  const found = spans.filter((span) => span.name === name)
  assert.equal(found.length, 1, `${name}: ${JSON.stringify(spans.map((span) => span.name))}`)
  return found[0]!
}

/** The span is below the other one, at whatever depth. */
export function assertInside(spans: ReceivedSpan[], inner: ReceivedSpan, outer: ReceivedSpan): void {
  let span: ReceivedSpan | undefined = inner
  while (span !== undefined && span.spanId !== outer.spanId) {
    const { parentSpanId }: ReceivedSpan = span
    span = spans.find(({ spanId }) => spanId === parentSpanId)
  }
  assert.ok(span, `${inner.name} is not in ${outer.name}`)
}

export const newTrace = (): string => randomBytes(16).toString('hex')

type Trace = (method: string, path: string, options?: RequestOptions, flags?: string) => Promise<Traced>

/** Sends a request in a trace of its own, and returns the spans of that. */
export function tracedBy(server: TestServer, receiver: OtlpReceiver): Trace {
  return async (method, path, options = {}, flags = '01') => {
    const traceId = newTrace()
    const headers = { ...options.headers, traceparent: `00-${traceId}-${CALLER}-${flags}` }
    const answer = await server.client.request(method, path, { ...options, headers })
    await receiver.settled(server.origin)
    return { answer, traceId, spans: receiver.spans().filter((span) => span.traceId === traceId) }
  }
}
