import cluster from 'node:cluster'
import { randomUUID } from 'node:crypto'
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources'
import { ATTR_SERVICE_INSTANCE_ID, ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from '@opentelemetry/semantic-conventions'
import type { Config } from '../config/config.js'
import { packageVersion } from '../config/package-root.js'

/** What the telemetry is of: this process, for each worker counts by itself. */
export function resourceOf({ serviceName, resourceAttributes }: Config): Resource {
  const { [ATTR_SERVICE_INSTANCE_ID]: given, ...others } = resourceAttributes
  return resourceFromAttributes({
    [ATTR_SERVICE_VERSION]: packageVersion(),
    ...others,
    [ATTR_SERVICE_NAME]: serviceName,
    [ATTR_SERVICE_INSTANCE_ID]: given === undefined ? randomUUID() : ofWorker(given)
  })
}

function ofWorker(instance: string): string {
  return cluster.worker === undefined ? instance : `${instance}-${cluster.worker.id}`
}
