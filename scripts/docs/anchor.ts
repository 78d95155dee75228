import type { DocumentedApi, DocumentedOperation } from './model.js'

/** Where Redoc shows the operation, from `docs/`. */
export function anchor({ name }: DocumentedApi, { tag, operationId }: DocumentedOperation): string {
  return `${name}/#tag/${encodeURIComponent(tag)}/operation/${operationId}`
}
