import { parse } from 'yaml'
import { readDeployFile } from './support.js'

const BASE = 'kubernetes/base/'
/** The overlay that is the example of the documentation. */
export const OVERLAY = 'kubernetes/overlays/example/'

interface Probe {
  httpGet: { path: string; port: string }
}

export interface Container {
  env: { name: string; value: string }[]
  ports: { name: string; containerPort: number }[]
  startupProbe: Probe
  livenessProbe: Probe
  readinessProbe: Probe
}

export interface Deployment {
  spec: {
    template: {
      metadata: { annotations: Record<string, string> }
      spec: { terminationGracePeriodSeconds: number; containers: [Container] }
    }
  }
}

/** A manifest of the base. */
export function manifest<Kind>(name: string): Kind {
  return parse(readDeployFile(`${BASE}${name}.yaml`)) as Kind
}

/** The ports that the rules of the network policy let in. */
export function portsLetIn(): (string | number)[] {
  const { spec } = manifest<{ spec: { ingress: { ports: { port: string | number }[] }[] } }>('network-policy')
  return spec.ingress.flatMap(({ ports }) => ports.map(({ port }) => port))
}

/** The metric of pods by which the component scales. */
export function scalingMetric(): string {
  const { patches } = parse(readDeployFile('kubernetes/components/hash-queue/kustomization.yaml')) as {
    patches: [{ patch: string }]
  }
  const [{ value }] = parse(patches[0].patch) as [{ value: { pods: { metric: { name: string } } } }]
  return value.pods.metric.name
}

/** The files that the overlay makes the secret of, by their names in it. */
export function secretFiles(): string[] {
  const { secretGenerator } = parse(readDeployFile(`${OVERLAY}kustomization.yaml`)) as {
    secretGenerator: [{ files: string[] }]
  }
  return secretGenerator[0].files.map((file) => file.split('=')[0]!)
}

/** The lines `NAME=value` of the overlay's configuration. */
export function overlayVariables(): Record<string, string> {
  const lines = readDeployFile(`${OVERLAY}quintet.env`).matchAll(/^(\w+)=(.*)$/gm)
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]))
}
