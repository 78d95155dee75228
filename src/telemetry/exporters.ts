import { OTLPMetricExporter as JsonMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPMetricExporter as ProtobufMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto'
import { OTLPTraceExporter as JsonTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import type { ExportResult } from '@opentelemetry/core'
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics'
import type { SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { Config } from '../config/config.js'

export type Warn = (details: object, message: string) => void

export interface Exporters {
  traces: SpanExporter
  metrics: PushMetricExporter
}

/** What sends to the collector at `endpoint`. `warn` learns of the first export of a signal that fails after one that did not. */
export function createExporters(
  { otlpProtocol, otlpHeaders: headers = {} }: Config,
  endpoint: string,
  warn: Warn
): Exporters {
  const to = (signal: string): { url: string; headers: Record<string, string> } => {
    return { url: `${endpoint}/v1/${signal}`, headers }
  }
  const isJson = otlpProtocol === 'http/json'
  const traces = isJson ? new JsonTraceExporter(to('traces')) : new ProtobufTraceExporter(to('traces'))
  const metrics = isJson ? new JsonMetricExporter(to('metrics')) : new ProtobufMetricExporter(to('metrics'))
  return { traces: reporting(traces, 'traces', warn), metrics: reporting(metrics, 'metrics', warn) }
}

type Done = (result: ExportResult) => void

function reporting<Exporter extends SpanExporter | PushMetricExporter>(
  exporter: Exporter,
  signal: keyof Exporters,
  warn: Warn
): Exporter {
  const send = exporter.export.bind(exporter) as (items: never, done: Done) => void
  let fails = false
  exporter.export = (items: never, done: Done) =>
    send(items, (result) => {
      const { error } = result
      if (error !== undefined && !fails) {
        warn({ signal, cause: error.message }, 'telemetry cannot be exported and is dropped until it can')
      }
      fails = error !== undefined
      done(result)
    })
  return exporter
}
