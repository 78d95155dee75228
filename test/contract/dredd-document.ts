import type { ContractDocument } from '../../src/http/contract.js'
import { exampleOf, operationObjects, type MediaType } from './documented.js'

/**
 * The contract as Dredd can read it: without `default` responses, which it takes for 200; with one example in the place
 * of several; with the operationId for a summary, which is what it names its transactions by.
 */
export function dreddDocument(contract: ContractDocument): ContractDocument {
  const document = structuredClone(contract)
  for (const { operation } of operationObjects(document)) {
    operation.summary = operation.operationId
    delete operation.responses.default
  }
  keepOneExample(document)
  return document
}

function keepOneExample(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  if ('schema' in node && 'examples' in node) {
    const mediaType = node as MediaType
    mediaType.example = exampleOf(mediaType)
    delete mediaType.examples
  }
  for (const child of Object.values(node)) keepOneExample(child)
}
