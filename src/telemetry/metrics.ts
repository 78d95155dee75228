import type { Attributes, HrTime } from '@opentelemetry/api'
import { millisToHrTime } from '@opentelemetry/core'
import { emptyResource } from '@opentelemetry/resources'
import {
  AggregationTemporality,
  DataPointType,
  type CollectionResult,
  type DataPoint,
  type Histogram,
  type MetricData,
  type MetricProducer
} from '@opentelemetry/sdk-metrics'
import type { MetricObjectWithValues, MetricValue } from 'prom-client'
import type { ReadMetrics } from '../metrics/metrics.js'

/** Values of a histogram name their series. */
type Metric = MetricObjectWithValues<MetricValue<string> & { metricName?: string }>

interface Period {
  startTime: HrTime
  endTime: HrTime
}

/** The metrics of Prometheus' registry as OTLP has them, under the same names. */
export function metricProducer(read: ReadMetrics): MetricProducer {
  const startTime = millisToHrTime(Date.now())
  return {
    async collect(): Promise<CollectionResult> {
      const period = { startTime, endTime: millisToHrTime(Date.now()) }
      const metrics = (await read()).map((metric) => dataOf(metric, period))
      return {
        resourceMetrics: { resource: emptyResource(), scopeMetrics: [{ scope: { name: 'quintet' }, metrics }] },
        errors: []
      }
    }
  }
}

function dataOf(metric: Metric, period: Period): MetricData {
  const { name, help: description } = metric
  const common = {
    descriptor: { name, description, unit: '', valueType: 1, advice: {} },
    aggregationTemporality: AggregationTemporality.CUMULATIVE
  }
  // `MetricType` of prom-client is a `const enum` whose values it does not export: its metrics name them as text.
  switch (String(metric.type)) {
    case 'counter':
      return { ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints: pointsOf(metric, period) }
    case 'histogram':
      return { ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints: histogramsOf(metric, period) }
    default:
      return { ...common, dataPointType: DataPointType.GAUGE, dataPoints: pointsOf(metric, period) }
  }
}

/** Without values that are none yet, such as the lag of an event loop that has just begun. */
function pointsOf({ values }: Metric, period: Period): DataPoint<number>[] {
  return values
    .filter(({ value }) => Number.isFinite(value))
    .map(({ labels, value }) => ({ ...period, attributes: textOf(labels), value }))
}

/** Prometheus' buckets hold all that is less, those of OTLP what is between their bounds. */
function histogramsOf(metric: Metric, period: Period): DataPoint<Histogram>[] {
  const series = new Map<string, { labels: Attributes; values: Metric['values'] }>()
  for (const one of metric.values) {
    const { le: _, ...labels } = one.labels
    const key = JSON.stringify(labels)
    const known = series.get(key) ?? { labels: textOf(labels), values: [] }
    known.values.push(one)
    series.set(key, known)
  }
  return [...series.values()].map(({ labels, values }) => ({
    ...period,
    attributes: labels,
    value: histogramOf(metric.name, values)
  }))
}

function histogramOf(name: string, values: Metric['values']): Histogram {
  const only = (suffix: string) => values.filter(({ metricName }) => metricName === name + suffix)
  const [buckets, [sum], [count]] = [only('_bucket'), only('_sum'), only('_count')]
  const below = buckets.map(({ value }) => value)
  return {
    buckets: {
      boundaries: buckets.map(({ labels }) => Number(labels.le)).filter(Number.isFinite),
      counts: below.map((value, index) => value - (below[index - 1] ?? 0))
    },
    sum: sum?.value ?? 0,
    count: count?.value ?? 0
  }
}

/** Labels are text for Prometheus. */
function textOf(labels: Partial<Record<string, string | number>>): Attributes {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]))
}
