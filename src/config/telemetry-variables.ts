import { HIDDEN } from './database-url.js'
import { anyText, integer, oneOf, pairs, ratio, webAddress, webBase } from './parsers.js'
import { variable } from './variable.js'

/** The part of `variables` that OpenTelemetry names: `opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables`. */
export const telemetryVariables = {
  otlpEndpoint: variable({
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    meaning: 'collector that gets traces and metrics by OTLP over HTTP, such as `http://localhost:4318`',
    parse: webBase,
    default: undefined,
    defaultText: 'none: no telemetry'
  }),
  otlpTracesEndpoint: variable({
    name: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    meaning: 'address for traces alone, with its whole path',
    parse: webAddress,
    default: undefined,
    defaultText: '`OTEL_EXPORTER_OTLP_ENDPOINT` and `/v1/traces`'
  }),
  otlpMetricsEndpoint: variable({
    name: 'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
    meaning: 'address for metrics alone, with its whole path',
    parse: webAddress,
    default: undefined,
    defaultText: '`OTEL_EXPORTER_OTLP_ENDPOINT` and `/v1/metrics`'
  }),
  otlpProtocol: variable<'http/protobuf' | 'http/json'>({
    name: 'OTEL_EXPORTER_OTLP_PROTOCOL',
    meaning: '`http/protobuf` or `http/json`',
    parse: oneOf('http/protobuf', 'http/json'),
    default: 'http/protobuf'
  }),
  otlpHeaders: variable<Record<string, string> | undefined>({
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    meaning: 'headers for the collector, `name=value` between commas',
    parse: pairs,
    default: undefined,
    show: () => HIDDEN
  }),
  serviceName: variable({
    name: 'OTEL_SERVICE_NAME',
    meaning: '`service.name` of the telemetry',
    parse: anyText,
    default: 'quintet'
  }),
  resourceAttributes: variable<Record<string, string>>({
    name: 'OTEL_RESOURCE_ATTRIBUTES',
    meaning: 'further attributes of the service, `name=value` between commas',
    parse: pairs,
    default: {},
    defaultText: 'none'
  }),
  tracesSampler: variable({
    name: 'OTEL_TRACES_SAMPLER',
    meaning: 'which traces are recorded; with `parentbased_…` the caller decides where it sends `traceparent`',
    parse: oneOf(
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio'
    ),
    default: 'parentbased_always_on'
  }),
  tracesSamplerArg: variable({
    name: 'OTEL_TRACES_SAMPLER_ARG',
    meaning: 'share of the traces that `…traceidratio` records, 0 to 1',
    parse: ratio,
    default: 1
  }),
  metricsExporter: variable<'otlp' | 'none'>({
    name: 'OTEL_METRICS_EXPORTER',
    meaning: '`none`: the collector gets traces alone',
    parse: oneOf('otlp', 'none'),
    default: 'otlp'
  }),
  metricExportInterval: variable({
    name: 'OTEL_METRIC_EXPORT_INTERVAL',
    meaning: 'milliseconds between two exports of the metrics',
    parse: integer(1_000, 3_600_000),
    default: 60_000
  })
}
