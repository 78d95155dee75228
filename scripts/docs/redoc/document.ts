import type { ContractDocument } from '../../../src/http/contract.js'
import type { DocumentedApi, DocumentedOperation } from '../model.js'
import { samplesOf } from '../samples/all.js'
import { ORIGIN } from '../samples/request.js'

type PathItem = Record<string, object>

/** The contract as Redoc shows it: every operation with request samples, its source and the way to the page that calls it. */
export function redocDocument(document: ContractDocument, api: DocumentedApi): object {
  const paths = structuredClone(document.paths) as Record<string, PathItem>
  for (const operation of api.operations) {
    const item = paths[operation.path]!
    const method = operation.method.toLowerCase()
    item[method] = {
      ...item[method],
      description: `${operation.description.trim()}\n\n${footing(operation)}`,
      'x-codeSamples': samplesOf(api, operation)
    }
  }
  const info = { ...document.info, license: undefined }
  return { ...document, servers: [{ url: ORIGIN }], info, paths }
}

function footing({ operationId, source, right }: DocumentedOperation): string {
  const facts = [
    source === 'completion' ? '来源：原文档未写明，由本项目补全' : `来源：${source}`,
    ...(right === undefined ? [] : [`所需权限：\`${right}\``]),
    `[在线调试 →](try/#${operationId})`
  ]
  return facts.join('　·　')
}
