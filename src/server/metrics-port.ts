import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config/config.js'
import { isReading, onlyRead } from '../http/problems.js'
import { listen, type Listening } from './listen.js'
import type { MetricsText } from '../metrics/metrics.js'

/** Metrics have a port of their own, so that what is open to the world does not show them. */
export async function listenForMetrics(config: Config, metrics: MetricsText): Promise<Listening | undefined> {
  if (config.metricsPort === undefined) return undefined
  const variables = { host: 'METRICS_HOST', port: 'METRICS_PORT' }
  return listen((request, response) => send(metrics, request, response), config.metricsHost, [config.metricsPort], {
    variables
  })
}

async function send(metrics: MetricsText, { method }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isReading(method)) {
    response.writeHead(405, onlyRead.headers).end()
    return
  }
  try {
    const text = await metrics.render()
    response.setHeader('X-Content-Type-Options', 'nosniff').setHeader('Content-Type', metrics.contentType).end(text)
  } catch (error) {
    response.writeHead(503).end(`${String(error)}\n`)
  }
}
