import type { Operation } from '../http/contract.js'

export interface ExampleAnswer {
  status: number
  /** The name of the example, where the contract has several for the status. */
  name?: string
  body: unknown
  headers: Record<string, string | number>
}

interface MediaType {
  example?: unknown
  examples?: Record<string, { value: unknown }>
}

interface Header {
  required?: boolean
  example?: string | number
  schema?: { enum?: string[] }
}

interface Response {
  headers?: Record<string, Header>
  content?: Record<string, MediaType>
}

/** Every example of the operation's own responses, by status and then as the contract has them. Throws where one has none. */
export function examplesOf(operation: Operation): ExampleAnswer[] {
  const responses = Object.entries(operation.responses ?? {}) as [string, Response][]
  const own = responses.filter(([status]) => status !== 'default')
  return own.flatMap(([status, { headers = {}, content = {} }]): ExampleAnswer[] => {
    const where = `${operation.operationId} ${status}`
    const shown = { status: Number(status), headers: headerValues(headers, where) }
    const [mediaType] = Object.values(content)
    if (mediaType?.examples !== undefined) {
      return Object.entries(mediaType.examples).map(([name, { value }]) => ({ ...shown, name, body: value }))
    }
    if (mediaType?.example === undefined) throw new Error(`the contract has no example of ${where}`)
    return [{ ...shown, body: mediaType.example }]
  })
}

function headerValues(headers: Record<string, Header>, where: string): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, { required, example, schema }] of Object.entries(headers)) {
    const value = example ?? schema?.enum?.[0]
    if (value !== undefined) values[name] = value
    else if (required) throw new Error(`the contract has no example of the header ${name} of ${where}`)
  }
  return values
}
