import type { Config } from '../../src/config/config.js'

/** A variable: a value that it takes, what that becomes, and values that it refuses. */
export type VariableCase = [name: string, value: string, read: Partial<Config>, refused: string[]]

export const telemetryDefaults = {
  otlpEndpoint: undefined,
  otlpTracesEndpoint: undefined,
  otlpMetricsEndpoint: undefined,
  otlpProtocol: 'http/protobuf',
  otlpHeaders: undefined,
  serviceName: 'quintet',
  resourceAttributes: {},
  tracesSampler: 'parentbased_always_on',
  tracesSamplerArg: 1,
  metricsExporter: 'otlp',
  metricExportInterval: 60_000
} as const

export const telemetryVariables: VariableCase[] = [
  [
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'http://collector:4318/',
    { otlpEndpoint: 'http://collector:4318' },
    [
      'collector:4318',
      'grpc://collector:4317',
      'http://user:pw@collector',
      'https://collector/?key=x',
      'http://collector:99999',
      '/'
    ]
  ],
  [
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    'http://collector:4318/v1/traces/',
    { otlpTracesEndpoint: 'http://collector:4318/v1/traces/' },
    ['collector:4318', 'https://collector/?key=x']
  ],
  [
    'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
    'https://collector/metrics',
    { otlpMetricsEndpoint: 'https://collector/metrics' },
    ['collector:4318', 'http://user:pw@collector']
  ],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'http/json', { otlpProtocol: 'http/json' }, ['grpc', 'json']],
  [
    'OTEL_EXPORTER_OTLP_HEADERS',
    'authorization=Bearer%20x=y, x-scope = a',
    { otlpHeaders: { authorization: 'Bearer x=y', 'x-scope': 'a' } },
    ['authorization', '=x', 'a=b,', 'a=%zz']
  ],
  ['OTEL_SERVICE_NAME', 'accounts', { serviceName: 'accounts' }, []],
  ['OTEL_RESOURCE_ATTRIBUTES', 'host.name=a', { resourceAttributes: { 'host.name': 'a' } }, ['host.name']],
  ['OTEL_TRACES_SAMPLER', 'traceidratio', { tracesSampler: 'traceidratio' }, ['ratio', 'jaeger_remote']],
  ['OTEL_TRACES_SAMPLER_ARG', '0.25', { tracesSamplerArg: 0.25 }, ['1.5', '-1', 'x', '.', '1e-3']],
  ['OTEL_METRICS_EXPORTER', 'none', { metricsExporter: 'none' }, ['prometheus', 'console']],
  ['OTEL_METRIC_EXPORT_INTERVAL', '5000', { metricExportInterval: 5_000 }, ['0', '999', 'x']]
]
