import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler
} from '@opentelemetry/sdk-trace-base'
import type { Config } from '../config/config.js'

/** As `OTEL_TRACES_SAMPLER` and its argument name it. */
export function samplerOf({ tracesSampler, tracesSamplerArg }: Config): Sampler {
  const roots = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(tracesSamplerArg)
  }
  const [, parentBased, root] = /^(parentbased_)?(.*)$/.exec(tracesSampler) as unknown as [
    string,
    string | undefined,
    keyof typeof roots
  ]
  const sampler = roots[root]()
  return parentBased === undefined ? sampler : new ParentBasedSampler({ root: sampler })
}
