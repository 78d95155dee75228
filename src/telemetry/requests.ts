import type { IncomingMessage, ServerResponse } from 'node:http'
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_NETWORK_PROTOCOL_VERSION,
  ATTR_URL_SCHEME
} from '@opentelemetry/semantic-conventions'
import type { TraceOperation } from '../http/api-router.js'
import { stateOf, type RequestState } from '../http/state.js'
import { headerOf, type Spans } from './spans.js'

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

const METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'])
/** Probes come every few seconds and show nothing. */
const PROBES = '/health/'

const propagator = new W3CTraceContextPropagator()
const headersOf = {
  get: ({ headers }: IncomingMessage, name: string) => headers[name],
  keys: ({ headers }: IncomingMessage) => Object.keys(headers)
}

/**
 * A listener whose requests each have a span: one in the trace of `traceparent`, where that is well-formed, else the first of
 * a new trace. Address, query, headers and body of a request are in no span, for they may hold secrets.
 */
export function traceRequests(spans: Spans, listener: Listener): Listener {
  return (request, response) => {
    if (request.url?.startsWith(PROBES)) return listener(request, response)
    const known = METHODS.has(request.method ?? '')
    const options = {
      kind: SpanKind.SERVER,
      attributes: {
        [ATTR_HTTP_REQUEST_METHOD]: known ? request.method : '_OTHER',
        [ATTR_URL_SCHEME]: 'http',
        [ATTR_NETWORK_PROTOCOL_VERSION]: request.httpVersion
      }
    }
    const parent = propagator.extract(ROOT_CONTEXT, request, headersOf)
    const span = spans.tracer.startSpan(known ? (request.method ?? '') : 'HTTP', options, parent)
    const inner = trace.setSpan(parent, span)
    // Of the editor's draft of Trace Context: `w3c.github.io/trace-context/#traceresponse-header`.
    response.setHeader('Traceresponse', headerOf(span))
    const emit = response.emit.bind(response)
    // Events come from the socket, which belongs to no request; what listens to them does.
    response.emit = (...event: Parameters<typeof emit>) => {
      const heard = spans.contexts.with(inner, emit, undefined, ...event)
      if (event[0] === 'close') finish(span, response)
      return heard
    }
    return spans.contexts.with(inner, listener, undefined, request, response)
  }
}

/** Of responses to operations: HTTP may show another status than the contract has. */
const states = new WeakMap<ServerResponse, RequestState>()

function finish(span: Span, response: ServerResponse): void {
  const { statusCode, writableFinished } = response
  const status = states.get(response)?.status ?? statusCode
  span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, statusCode)
  if (status >= 500) {
    span.setAttribute(ATTR_ERROR_TYPE, String(status)).setStatus({ code: SpanStatusCode.ERROR })
  } else if (!writableFinished) {
    span.setAttribute(ATTR_ERROR_TYPE, 'incomplete')
  }
  span.end()
}

/** Names the span of the request by the operation, and puts one around what the operation does. */
export function traceOperation(spans: Spans): TraceOperation {
  return (api, { method, path, operationId = '' }, answer) => {
    const attributes = { 'quintet.api': api, 'quintet.operation': operationId }
    const ofRequest = { [ATTR_HTTP_ROUTE]: path, ...attributes }
    const name = `${method.toUpperCase()} ${path}`
    return (ctx, next) => {
      states.set(ctx.res, stateOf(ctx))
      spans.current()?.updateName(name).setAttributes(ofRequest)
      return spans.around(operationId, { attributes }, () => answer(ctx, next) as Promise<void>)
    }
  }
}
