import type { Contract, Operation } from './contract.js'
import type { ApiContext } from './state.js'

interface Parameter {
  name: string
  in: string
  schema?: { type?: string }
}

interface Parameters {
  path: Record<string, unknown>
  query: Record<string, unknown>
}

/** An integer in its plain decimal form: `1e3`, `0x10`, ` 1 `, `+1`, `-0` and `007` are none. */
const INTEGER = /^(0|-?[1-9]\d{0,15})$/

/** A reader of an operation's path and query parameters, integers turned into numbers. */
export function readParameters(contract: Contract, operation: Operation): (ctx: ApiContext) => Parameters {
  const declared = (operation.parameters ?? []) as Parameter[]
  const path = integersIn(declared, 'path')
  const query = integersIn(declared, 'query')
  const known = new Set(declared.filter((parameter) => parameter.in === 'query').map(({ name }) => name))
  return (ctx) => ({
    path: convert(Object.entries(ctx.params ?? {}), path),
    query: convert(
      Object.entries(ctx.query).filter(([name]) => contract.refusesUnknownQuery || known.has(name)),
      query
    )
  })
}

function integersIn(parameters: Parameter[], place: string): Set<string> {
  return new Set(parameters.filter((p) => p.in === place && p.schema?.type === 'integer').map(({ name }) => name))
}

function convert(entries: [string, unknown][], integers: Set<string>): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      integers.has(name) && typeof value === 'string' && INTEGER.test(value) ? Number(value) : value
    ])
  )
}
