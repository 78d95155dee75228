import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { OpenAPIV3 } from 'openapi-types'
import ts from 'typescript'
import { realmNames } from '../../src/config/realm-names.js'
import { packageRoot } from '../../src/config/package-root.js'

const file = (path: string): string => fileURLToPath(new URL(`generated/${path}`, packageRoot))

/** What an editor shows for each method of a client. */
function docComments(api: string): Map<string, string> {
  const program = ts.createProgram([file(`sdk/${api}.d.ts`)], { module: ts.ModuleKind.NodeNext, types: [] })
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(file(`sdk/${api}.d.ts`))!)!
  const client = checker.getExportsOfModule(module).find(({ name }) => name.endsWith('Client'))!
  // Beside those of its session, which are declared elsewhere.
  const methods = [...client.members!.values()] as ts.Symbol[]
  return new Map(
    methods.map((method) => [method.name, ts.displayPartsToString(method.getDocumentationComment(checker))])
  )
}

describe('the doc comments of the clients', () => {
  for (const api of realmNames) {
    it(`say for every operation of ${api} what its contract says`, () => {
      const contract = JSON.parse(readFileSync(file(`${api}.json`), 'utf8')) as OpenAPIV3.Document
      const operations = Object.values(contract.paths).flatMap((item) =>
        Object.values(item as Record<string, OpenAPIV3.OperationObject>).filter((one) => one.operationId !== undefined)
      )
      const comments = docComments(api)
      assert.deepEqual([...comments.keys()].sort(), operations.map(({ operationId }) => operationId!).sort())
      for (const { operationId, summary, description, responses } of operations) {
        const comment = comments.get(operationId!)!
        assert.ok(comment.startsWith(`${summary}\n\n${description!.trim()}`), `${operationId}: ${comment}`)
        for (const status of Object.keys(responses)) assert.ok(comment.includes(`\n- \`${status}\` `), operationId)
      }
    })
  }
})
