import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { copyOfTemplate, removeOwnTemplate } from '../support/database.js'
import { startMain } from '../support/main.js'
import { plain, startOtlpReceiver, type ReceivedMetric } from '../support/otlp-receiver.js'
import { freePort } from '../support/ports.js'
import { startServer } from '../support/server.js'

const receiver = await startOtlpReceiver()
/** Sums from the start, as Prometheus has them. */
const CUMULATIVE = 2
const JSON_ENDPOINT = receiver.env.OTEL_EXPORTER_OTLP_ENDPOINT!

describe('telemetry', () => {
  after(async () => {
    receiver.close()
    await removeOwnTemplate()
  })

  it('has the metrics that Prometheus reads, with the same names and values', async () => {
    const server = await startServer({ ...receiver.env, APIS: 'tms' })
    for (let count = 0; count < 3; count += 1) await server.client.get('/tms/user/me')
    const text = await server.context.metrics.render()
    await server.stop()
    const metrics = new Map(receiver.metrics().map((metric) => [metric.name, metric]))
    const printed = [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].map(([, name = '', type]) => [name, type])
    assert.ok(printed.length > 10)
    assert.deepEqual([...metrics.keys()].sort(), printed.map(([name]) => name).sort())
    for (const [name = '', type] of printed) assert.equal(kindOf(metrics.get(name)!), type, name)
    const requests = metrics.get('quintet_requests_total')!
    assert.equal(requests.sum!.isMonotonic, true)
    assert.equal(requests.sum!.aggregationTemporality, CUMULATIVE)
    const [point] = requests.sum!.dataPoints
    assert.deepEqual(plain(point!.attributes), { api: 'tms', operation: 'getCurrentUser', status: '401' })
    assert.equal(point!.asDouble ?? point!.asInt, 3)
    const { histogram } = metrics.get('quintet_request_duration_seconds')!
    assert.equal(histogram!.aggregationTemporality, CUMULATIVE)
    const [durations] = histogram!.dataPoints
    assert.equal(durations!.count, 3)
    assert.equal(durations!.bucketCounts.length, durations!.explicitBounds.length + 1)
    assert.equal(
      durations!.bucketCounts.reduce((sum, count) => sum + count, 0),
      3
    )
  })

  it('is sent as protobuf unless JSON is configured, with the headers that are set', async () => {
    const server = await startServer({
      OTEL_EXPORTER_OTLP_ENDPOINT: JSON_ENDPOINT,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc',
      APIS: 'tms'
    })
    await server.client.get('/tms/user/me')
    await server.stop()
    for (const path of ['/v1/traces', '/v1/metrics']) {
      const sent = receiver.requests.find((one) => one.path === path && one.headers.authorization !== undefined)
      assert.ok(sent, path)
      assert.equal(sent.headers['content-type'], 'application/x-protobuf')
      assert.equal(sent.headers.authorization, 'Bearer abc')
      assert.ok(sent.body.includes('quintet'))
    }
  })

  it('has no metrics where they are not wanted', async () => {
    const other = await startOtlpReceiver()
    const server = await startServer({ ...other.env, OTEL_METRICS_EXPORTER: 'none', APIS: 'tms' })
    await server.client.get('/tms/user/me')
    await server.stop()
    other.close()
    assert.deepEqual([...new Set(other.requests.map(({ path }) => path))], ['/v1/traces'])
  })

  it('goes to the address of a signal as that is written, and has no other signal where there is no other address', async () => {
    for (const [signal, path] of [
      ['TRACES', '/of/traces/'],
      ['METRICS', '/of/metrics']
    ] as const) {
      const other = await startOtlpReceiver()
      const { OTEL_EXPORTER_OTLP_ENDPOINT: base } = other.env
      const server = await startServer({ [`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`]: base + path, APIS: 'tms' })
      const { headers } = await server.client.get('/tms/user/me')
      await server.stop()
      other.close()
      assert.deepEqual([...new Set(other.requests.map((request) => request.path))], [path])
      assert.equal(headers.has('traceresponse'), signal === 'TRACES')
    }
  })

  it('names the service and its instance as configured', async () => {
    const server = await startServer({
      ...receiver.env,
      OTEL_SERVICE_NAME: 'accounts',
      OTEL_RESOURCE_ATTRIBUTES: 'service.instance.id=pod-7,deployment.environment.name=b%C3%BChne',
      APIS: 'tms'
    })
    await receiver.settled(server.origin)
    await server.stop()
    const { resource } = receiver.spans().find((span) => span.resource['service.name'] === 'accounts')!
    assert.equal(resource['service.instance.id'], 'pod-7')
    assert.equal(resource['deployment.environment.name'], 'bühne')
  })

  it('is dropped while no collector answers, which is logged once, and no request or stop waits for it', async () => {
    // How long one export is tried; the library reads it.
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '200'
    const port = await freePort()
    const server = await startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, APIS: 'tms' })
    const failures = (): string[] => server.logged.filter((line) => /"signal":"traces".*cannot be exported/.test(line))
    while (failures().length === 0) assert.equal((await server.client.get('/tms/user/me')).status, 401)
    for (let count = 0; count < 20; count += 1) assert.equal((await server.client.get('/tms/user/me')).status, 401)
    await server.stop()
    delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT
    assert.equal(failures().length, 1)
    assert.doesNotMatch(failures()[0]!, /trace_id/)
  })

  it('of each worker is that of an instance of its own', { skip: onOneProcess() }, async () => {
    const database = await copyOfTemplate()
    const server = await startMain({
      ...database.env,
      ...receiver.env,
      OTEL_SERVICE_NAME: 'workers',
      OTEL_RESOURCE_ATTRIBUTES: 'service.instance.id=pod-7',
      OTEL_BSP_SCHEDULE_DELAY: '50',
      WORKERS: '2'
    })
    const instances = (): Set<unknown> => {
      const own = receiver.spans().filter(({ resource }) => resource['service.name'] === 'workers')
      return new Set(own.map(({ resource }) => resource['service.instance.id']))
    }
    while (instances().size < 2) {
      await fetch(`${server.origin}/tms/user/me`, { headers: { connection: 'close' } })
    }
    server.kill('SIGTERM')
    assert.equal((await server.ended).code, 0)
    assert.deepEqual([...instances()].sort(), ['pod-7-1', 'pod-7-2'])
    await database.remove()
  })
})

function onOneProcess(): string | false {
  return process.env.DATABASE_URL === undefined && 'the embedded database belongs to one process'
}

function kindOf({ sum, histogram }: ReceivedMetric): string {
  if (sum !== undefined) return 'counter'
  return histogram === undefined ? 'gauge' : 'histogram'
}
