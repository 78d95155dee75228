import cluster from 'node:cluster'
import type { Knex } from 'knex'
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type MetricObjectWithValues,
  type MetricValue
} from 'prom-client'

export interface RequestObservation {
  api: string
  operationId: string
  status: number
  seconds: number
}

export interface MetricsText {
  render: () => Promise<string>
  contentType: string
}

/** Each metric with its values, as `/metrics` prints them. */
export type ReadMetrics = () => Promise<MetricObjectWithValues<MetricValue<string>>[]>

export interface Metrics extends MetricsText {
  read: ReadMetrics
  observe: (request: RequestObservation) => void
  failedLogin: (realm: string) => void
  /** Seconds by realm, of those that have webhooks. */
  webhookDelays: (delays: Map<string, number>) => void
}

export interface Sources {
  db: Knex
  hashQueueLength: () => number
}

const PREFIX = 'quintet_'
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function createMetrics(sources: Sources): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: PREFIX })
  keepStartOfWorkers(registry)
  addGauges(registry, sources)
  if (cluster.isWorker) tellFirstProcess(registry)
  return {
    observe: observerIn(registry),
    failedLogin: failedLoginsIn(registry),
    webhookDelays: webhookDelaysIn(registry),
    read: () => registry.getMetricsAsJSON(),
    render: () => registry.metrics(),
    contentType: registry.contentType
  }
}

function observerIn(registry: Registry): Metrics['observe'] {
  const requests = new Counter({
    name: 'quintet_requests_total',
    help: 'Requests answered, by operation and status',
    labelNames: ['api', 'operation', 'status'],
    registers: [registry]
  })
  const durations = new Histogram({
    name: 'quintet_request_duration_seconds',
    help: 'Time from the request line to the end of the answer',
    labelNames: ['api', 'operation'],
    buckets: DURATION_BUCKETS,
    registers: [registry]
  })
  return ({ api, operationId, status, seconds }) => {
    requests.inc({ api, operation: operationId, status })
    durations.observe({ api, operation: operationId }, seconds)
  }
}

function failedLoginsIn(registry: Registry): Metrics['failedLogin'] {
  const failedLogins = new Counter({
    name: 'quintet_failed_logins_total',
    help: 'Passwords that were refused, by realm',
    labelNames: ['realm'],
    registers: [registry]
  })
  return (realm) => failedLogins.inc({ realm })
}

function webhookDelaysIn(registry: Registry): Metrics['webhookDelays'] {
  const gauge = new Gauge({
    name: 'quintet_webhook_delay_seconds',
    help: 'Age of the oldest entry of the audit trail that is queued for a webhook, by realm',
    labelNames: ['realm'],
    // Every process knows the same.
    aggregator: 'max',
    registers: [registry]
  })
  return (delays) => {
    gauge.reset()
    for (const [realm, seconds] of delays) gauge.set({ realm }, seconds)
  }
}

/** In the first process of several: what its workers count, summed up. */
export function metricsOfWorkers(): MetricsText {
  const all = new AggregatorRegistry()
  return { render: () => all.clusterMetrics(), contentType: all.contentType }
}

/** Making an `AggregatorRegistry` is how a worker begins to answer the first process. */
function tellFirstProcess(registry: Registry): void {
  AggregatorRegistry.setRegistries([registry])
  new AggregatorRegistry()
}

/** Of several processes prom-client leaves out when they started: here it is that of the oldest worker. */
function keepStartOfWorkers(registry: Registry): void {
  const started = registry.getSingleMetric(`${PREFIX}process_start_time_seconds`)
  if (started !== undefined) Object.assign(started, { aggregator: 'min' })
}

interface Pool {
  numUsed: () => number
  numFree: () => number
  numPendingAcquires: () => number
}

function addGauges(registry: Registry, { db, hashQueueLength }: Sources): void {
  const pool = (db.client as { pool: Pool }).pool
  const gauges: [name: string, help: string, read: () => number][] = [
    ['quintet_database_connections_used', 'Connections that a statement is using', () => pool.numUsed()],
    ['quintet_database_connections_free', 'Open connections that wait for work', () => pool.numFree()],
    ['quintet_database_waiting', 'Statements that wait for a connection', () => pool.numPendingAcquires()],
    ['quintet_hash_queue_length', 'Passwords that wait to be hashed or compared', hashQueueLength]
  ]
  for (const [name, help, read] of gauges) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      }
    })
  }
}
