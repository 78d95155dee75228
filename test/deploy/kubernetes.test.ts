import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { removeOwnTemplate } from '../support/database.js'
import { freePort } from '../support/ports.js'
import { startServer, type TestServer } from '../support/server.js'
import { manifest, overlayVariables, portsLetIn, scalingMetric, secretFiles, type Deployment } from './manifests.js'
import { longestStop, readDeployFile, unknownVariables } from './support.js'

const SECRETS = '/run/secrets/quintet/'
const { metadata, spec } = manifest<Deployment>('deployment').spec.template
const [container] = spec.containers
const variables = Object.fromEntries(container.env.map(({ name, value }) => [name, value]))
const all = { ...variables, ...overlayVariables() }
/** Without the files of secrets, which are in the container alone. */
const env = Object.fromEntries(Object.entries(all).filter(([, value]) => !value.startsWith(SECRETS)))

describe('the manifests for Kubernetes', () => {
  let server: TestServer
  let metricsPort: number
  before(async () => {
    metricsPort = await freePort()
    server = await startServer({ METRICS_PORT: String(metricsPort), APIS: 'tms' })
  })
  after(async () => {
    await server.stop()
    await removeOwnTemplate()
  })

  it('set variables that the server knows, and read the files of the secret', () => {
    assert.deepEqual(unknownVariables(Object.keys(all)), [])
    const files = Object.values(all).filter((value) => value.startsWith(SECRETS))
    assert.deepEqual(files.map((file) => file.slice(SECRETS.length)).sort(), secretFiles().sort())
  })

  it('open the ports that the server listens on, and name them everywhere', () => {
    const config = readConfig(env)
    const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, containerPort]))
    assert.deepEqual(ports, { http: config.ports[0], metrics: config.metricsPort })
    assert.equal(Number(metadata.annotations['prometheus.io/port']), config.metricsPort)
    assert.deepEqual(portsLetIn(), ['http', 'metrics'])
    const service = manifest<{ spec: { ports: { targetPort: string }[] } }>('service')
    assert.deepEqual(
      service.spec.ports.map(({ targetPort }) => targetPort),
      ['http']
    )
  })

  for (const name of ['startupProbe', 'livenessProbe', 'readinessProbe'] as const) {
    it(`name a path for the ${name} that the server answers`, async () => {
      const { path, port } = container[name].httpGet
      assert.equal(port, 'http')
      assert.equal((await server.client.get(path)).status, 200)
    })
  }

  it('scale by a metric that the server has, at the path that Prometheus reads', async () => {
    const url = `http://127.0.0.1:${metricsPort}${metadata.annotations['prometheus.io/path']}`
    const text = await (await fetch(url)).text()
    assert.match(text, new RegExp(`^${scalingMetric()} \\d`, 'm'))
    assert.match(
      readDeployFile('kubernetes/components/hash-queue/prometheus-adapter.yaml'),
      new RegExp(scalingMetric())
    )
  })

  it('end a pod later than the server stops itself', () => {
    assert.ok(spec.terminationGracePeriodSeconds > longestStop(env))
  })
})
