import { OTLPMetricExporter as JsonMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPMetricExporter as ProtobufMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto'
import { OTLPTraceExporter as JsonTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import type { ExportResult } from '@opentelemetry/core'
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics'
import type { SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { Config } from '../config/config.js'

export type Warn = (details: object, message: string) => void

type ExporterConfig = Pick<Config, 'otlpProtocol' | 'otlpHeaders'>

/** What sends spans to `url`. `warn` learns of the first export that fails after one that did not. */
export function traceExporter(
  { otlpProtocol, otlpHeaders: headers = {} }: ExporterConfig,
  url: string,
  warn: Warn
): SpanExporter {
  const Exporter = otlpProtocol === 'http/json' ? JsonTraceExporter : ProtobufTraceExporter
  return reporting(new Exporter({ url, headers }), 'traces', warn)
}

/** What sends metrics, in the same way. */
export function metricExporter(
  { otlpProtocol, otlpHeaders: headers = {} }: ExporterConfig,
  url: string,
  warn: Warn
): PushMetricExporter {
  const Exporter = otlpProtocol === 'http/json' ? JsonMetricExporter : ProtobufMetricExporter
  return reporting(new Exporter({ url, headers }), 'metrics', warn)
}

type Done = (result: ExportResult) => void

function reporting<Exporter extends SpanExporter | PushMetricExporter>(
  exporter: Exporter,
  signal: 'traces' | 'metrics',
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
