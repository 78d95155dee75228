import type { Operation } from '../../src/sdk/operation.js'
import type { Contract, Described } from './contract.js'

/** The module of an API's client, in TypeScript: the table of its operations. Its types are those of the declarations. */
export function clientModule(contract: Contract, create: string): string {
  const rows = contract.operations.map((operation) => `  ${operation.name}: ${JSON.stringify(row(operation))}`)
  return `import { createClient } from './lib/client.js'

const operations = {
${rows.join(',\n')}
}
const common = ${JSON.stringify(contract.common)}

export const ${create} = (options) => createClient(operations, common, options)
`
}

function row(operation: Described): Operation {
  const { method, path, statuses, form, secured, repeatable, opens, renews, closes, pages } = operation
  return { method, path, statuses, form, secured, repeatable, opens, renews, closes, pages }
}
