import type { ServerResponse } from 'node:http'

/** As Koa's `set`, which costs more: it makes lists of them first. */
export function setHeaders(response: ServerResponse, headers: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
