import { createContextKey, SpanKind, type Link } from '@opentelemetry/api'
import {
  ATTR_DB_NAMESPACE,
  ATTR_DB_QUERY_TEXT,
  ATTR_DB_RESPONSE_STATUS_CODE,
  ATTR_DB_SYSTEM_NAME,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT
} from '@opentelemetry/semantic-conventions'
import type { Client } from 'pg'
import { watchStatements } from '../database/connection/watch-statements.js'
import { markFailed, type Spans } from './spans.js'

/** Spans of other requests that a statement answers too. */
export const LINKS = createContextKey('links of a statement')

interface Statement {
  /** Of one that the connection keeps. */
  name?: string
  text: string
}

/** Puts a span around each statement of a request that is sent on the connection. Values are parameters, and in none. */
export function traceStatements(spans: Spans, client: Client): void {
  const place = {
    [ATTR_DB_SYSTEM_NAME]: 'postgresql',
    ...(client.database && { [ATTR_DB_NAMESPACE]: client.database }),
    ...(client.host && { [ATTR_SERVER_ADDRESS]: client.host, [ATTR_SERVER_PORT]: client.port })
  }
  watchStatements(client, (sent) => {
    const { text, name = summaryOf(text) } = (typeof sent === 'string' ? { text: sent } : sent) as Statement
    const links = spans.contexts.active().getValue(LINKS) as Link[] | undefined
    const attributes = { ...place, [ATTR_DB_QUERY_TEXT]: text }
    const span = spans.begin(name, { kind: SpanKind.CLIENT, attributes, ...(links && { links }) })
    if (span === undefined) return ignore
    return (error) => {
      if (error !== undefined && error !== null) {
        const { code } = error as { code?: unknown }
        if (typeof code === 'string') span.setAttribute(ATTR_DB_RESPONSE_STATUS_CODE, code)
        markFailed(span, error)
      }
      span.end()
    }
  })
}

const ignore = (): void => {}

/** `select audit.events`, `begin`: the first word, and the first table if there is one. */
function summaryOf(text: string): string {
  const [verb = ''] = /\w+/.exec(text) ?? []
  const [, table] = /\b(?:from|into|update) +(["\w.]+)/i.exec(text) ?? []
  return table === undefined ? verb : `${verb} ${table.replaceAll('"', '')}`
}
