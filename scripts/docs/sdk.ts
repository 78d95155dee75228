import type { DocumentedOperation } from './model.js'

export function sdkSample(_api: string, { operationId }: DocumentedOperation): string {
  return operationId
}
