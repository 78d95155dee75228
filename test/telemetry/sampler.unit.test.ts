import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ROOT_CONTEXT, SpanKind, trace, TraceFlags } from '@opentelemetry/api'
import { SamplingDecision } from '@opentelemetry/sdk-trace-base'
import { readConfig } from '../../src/config/config.js'
import { samplerOf } from '../../src/telemetry/sampler.js'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

/** Sampler, its argument, whether the caller records the trace (undefined: there is no caller), whether the server does. */
const cases: [name: string | undefined, share: string, caller: boolean | undefined, recorded: boolean][] = [
  [undefined, '', undefined, true],
  [undefined, '', true, true],
  [undefined, '', false, false],
  ['always_on', '', false, true],
  ['always_off', '', true, false],
  ['traceidratio', '0', true, false],
  ['traceidratio', '1', false, true],
  ['parentbased_always_off', '', undefined, false],
  ['parentbased_always_off', '', true, true],
  ['parentbased_traceidratio', '0', undefined, false],
  ['parentbased_traceidratio', '0', true, true],
  ['parentbased_traceidratio', '', undefined, true]
]

describe('OTEL_TRACES_SAMPLER', () => {
  for (const [name, share, caller, recorded] of cases) {
    const called = caller === undefined ? 'none calls' : caller ? 'the caller records' : 'the caller does not record'
    it(`${name ?? 'unset'} ${share}: ${recorded ? 'records' : 'does not record'} where ${called}`, () => {
      const env = { ...(name && { OTEL_TRACES_SAMPLER: name }), OTEL_TRACES_SAMPLER_ARG: share }
      const traceFlags = caller === true ? TraceFlags.SAMPLED : TraceFlags.NONE
      const parent = { traceId: TRACE, spanId: '00f067aa0ba902b7', traceFlags, isRemote: true }
      const context = caller === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent)
      const { decision } = samplerOf(readConfig(env)).shouldSample(context, TRACE, 'GET', SpanKind.SERVER, {}, [])
      assert.equal(decision === SamplingDecision.RECORD_AND_SAMPLED, recorded)
    })
  }
})
