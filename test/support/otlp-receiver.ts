import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'

interface Value {
  stringValue?: string
  intValue?: number | string
  doubleValue?: number
  boolValue?: boolean
}

interface Attribute {
  key: string
  value: Value
}

interface SentSpan {
  traceId: string
  spanId: string
  parentSpanId?: string
  traceState?: string
  name: string
  kind: number
  attributes: Attribute[]
  status: { code: number }
  links?: { traceId: string; spanId: string }[]
}

/** A span as it was exported, with the attributes of its resource. */
export interface ReceivedSpan extends Omit<SentSpan, 'attributes' | 'links'> {
  attributes: Record<string, unknown>
  links: { traceId: string; spanId: string }[]
  resource: Record<string, unknown>
}

export interface ReceivedMetric {
  name: string
  resource: Record<string, unknown>
  gauge?: { dataPoints: Point[] }
  sum?: { dataPoints: Point[]; isMonotonic: boolean; aggregationTemporality: number }
  histogram?: { dataPoints: HistogramPoint[]; aggregationTemporality: number }
}

interface Point {
  attributes: Attribute[]
  asDouble?: number
  asInt?: number
}

interface HistogramPoint {
  attributes: Attribute[]
  count: number
  sum: number
  explicitBounds: number[]
  bucketCounts: number[]
}

interface Received {
  path: string
  headers: IncomingMessage['headers']
  body: Buffer
}

export interface OtlpReceiver {
  /** Has a server export to this receiver as JSON, soon. */
  env: Record<string, string>
  requests: Received[]
  /** Every span so far. */
  spans(): ReceivedSpan[]
  metrics(): ReceivedMetric[]
  /** The text of all that came. */
  text(): string
  /** Resolves when all that the server at `origin` did before was exported. */
  settled(origin: string): Promise<void>
  /** Resolves when `found` is true of what came; throws when it does not become so. */
  until(found: () => boolean): Promise<void>
  close(): void
}

const PATIENCE_MS = 20_000

/** A collector of OpenTelemetry that keeps what it gets. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  // How long spans wait for others; the library reads it.
  process.env.OTEL_BSP_SCHEDULE_DELAY ??= '50'
  const requests: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      requests.push({ path: request.url!, headers: request.headers, body: Buffer.concat(parts) })
      response.setHeader('content-type', request.headers['content-type']!).end(isJson(request.headers) ? '{}' : '')
      for (const look of waiting) look()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const until: OtlpReceiver['until'] = (found) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!found()) return
        clearTimeout(patience)
        waiting.delete(look)
        resolve()
      }
      const patience = setTimeout(() => reject(new Error('what is waited for was not exported')), PATIENCE_MS)
      waiting.add(look)
      look()
    })
  const spans = (): ReceivedSpan[] => bodiesOf(requests, '/v1/traces').flatMap(spansIn)
  return {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json'
    },
    requests,
    spans,
    metrics: () => bodiesOf(requests, '/v1/metrics').flatMap(metricsIn),
    text: () => requests.map(({ body }) => body.toString()).join('\n'),
    until,
    async settled(origin) {
      const traceId = randomBytes(16).toString('hex')
      await fetch(`${origin}/settled`, { headers: { traceparent: `00-${traceId}-${'1'.repeat(16)}-01` } })
      await until(() => spans().some((span) => span.traceId === traceId))
    },
    close() {
      server.close()
      server.closeAllConnections()
    }
  }
}

function isJson(headers: IncomingMessage['headers']): boolean {
  return headers['content-type'] === 'application/json'
}

function bodiesOf(requests: Received[], wanted: string): unknown[] {
  return requests
    .filter(({ path, headers }) => path === wanted && isJson(headers))
    .map(({ body }) => JSON.parse(body.toString()) as unknown)
}

interface Resource {
  resource: { attributes: Attribute[] }
}

function spansIn(body: unknown): ReceivedSpan[] {
  const { resourceSpans } = body as { resourceSpans: (Resource & { scopeSpans: { spans: SentSpan[] }[] })[] }
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...span,
        links: span.links ?? [],
        attributes: plain(span.attributes),
        resource: plain(resource.attributes)
      }))
    )
  )
}

function metricsIn(body: unknown): ReceivedMetric[] {
  const { resourceMetrics } = body as {
    resourceMetrics: (Resource & { scopeMetrics: { metrics: Omit<ReceivedMetric, 'resource'>[] }[] })[]
  }
  return resourceMetrics.flatMap(({ resource, scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics }) =>
      metrics.map((metric) => ({ ...metric, resource: plain(resource.attributes) }))
    )
  )
}

/** Attributes of OTLP as an object. */
export function plain(attributes: Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0] as unknown]))
}
