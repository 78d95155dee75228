import { ROOT_CONTEXT, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT
} from '@opentelemetry/semantic-conventions'
import type { post } from '../webhooks/post.js'
import { headerOf, type Spans } from './spans.js'

type Post = typeof post

/** Sends with a span, which is the first of a trace that the receiver may continue. Paths of receivers may be secret. */
export function tracePost(spans: Spans, send: Post): Post {
  return async (url, headers, body) => {
    const { protocol, hostname, port } = new URL(url)
    const attributes = {
      [ATTR_HTTP_REQUEST_METHOD]: 'POST',
      [ATTR_SERVER_ADDRESS]: hostname,
      [ATTR_SERVER_PORT]: Number(port || (protocol === 'https:' ? 443 : 80))
    }
    const span = spans.tracer.startSpan('POST', { kind: SpanKind.CLIENT, attributes }, ROOT_CONTEXT)
    const failure = await send(url, { ...headers, traceparent: headerOf(span) }, body)
    if (failure !== undefined) {
      span.setAttribute(ATTR_ERROR_TYPE, failure.reason).setStatus({ code: SpanStatusCode.ERROR })
    }
    span.end()
    return failure
  }
}
