import type { ContractDocument } from '../../../src/http/contract.js'
import { documentedOperations, resolve, type DocumentedOperation, type Response } from '../documented.js'
import { createResponseValidator } from '../response-validator.js'
import { metIn, placeOf, saidOf, type Place } from './place.js'

export const kinds = [
  'operations',
  'parameters',
  'statuses',
  'headers',
  'request fields',
  'response fields',
  'enum values'
] as const
export type Kind = (typeof kinds)[number]

/** One request and its response, as they went over HTTP. */
export interface Exchange {
  method: string
  /** With the query. */
  url: string
  status: number
  requestBody: string
  responseHeaders: Record<string, string>
  responseBody: string
}

export interface Inventory {
  /** All that the contract says, by name. */
  items: ReadonlyMap<string, Kind>
  /** The names of what the exchange met: of a request only where it was accepted, of a response only where it is valid. */
  metBy(exchange: Exchange): Iterable<string>
}

interface Part {
  /** `login 200`, `default 413`. */
  name: string
  validAs: Response
  headers: Map<string, Place>
  body?: Place | undefined
}

interface Watched {
  name: string
  method: string
  pattern: RegExp
  parameters: { name: string; in: string; place: Place }[]
  request?: { place: Place; isForm: boolean } | undefined
  responses: Map<string, Part>
}

export function inventoryOf(document: ContractDocument): Inventory {
  const watched = documentedOperations(document).map((operation) => watch(document, operation))
  const items = new Map(watched.flatMap(itemsOf))
  // A path without parameters is that of its own operation, though another's parameter would match it too.
  const operations = watched.toSorted((a, b) => numberOfPathParameters(a) - numberOfPathParameters(b))
  const validate = createResponseValidator(document)

  function metBy(exchange: Exchange): Iterable<string> {
    const { status, responseHeaders, responseBody } = exchange
    const [path = '', query = ''] = exchange.url.split('?', 2)
    const operation = operations.find(({ method, pattern }) => method === exchange.method && pattern.test(path))
    const response = operation?.responses.get(String(status))
    if (operation === undefined || response === undefined) return []
    if (validate(response.validAs, { headers: responseHeaders, body: responseBody }).length > 0) return []
    const met = new Set([operation.name])
    if (status < 400) requestMet(operation, { path, query, body: exchange.requestBody }, met)
    responseMet(response, exchange, met)
    return met
  }
  return { items, metBy }
}

function watch(document: ContractDocument, operation: DocumentedOperation): Watched {
  const { operationId, method, path, parameters, body, responses, problem } = operation
  const own = [...responses].map(([status, response]) =>
    partOf(document, { status, place: `${operationId} ${status}`, response })
  )
  const shared = statusesOf(problem).map((status) => partOf(document, { status, place: 'default', response: problem }))
  return {
    name: operationId,
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{([^}]+)\}/g, '(?<$1>[^/]+)')}$`),
    parameters: parameters.map(({ name, in: place, schema }) => ({
      name,
      in: place,
      place: placeOf(document, schema, `${operationId} ${place} ${name}`)
    })),
    request: body && {
      place: placeOf(document, body.schema, `${operationId} request `),
      isForm: body.mediaType === 'application/x-www-form-urlencoded'
    },
    // An operation's own response comes last, and holds.
    responses: new Map([...shared, ...own])
  }
}

/** The statuses that share the contract's `default` response. */
function statusesOf(problem: Response): string[] {
  return (problem['x-statuses'] ?? []).map(String)
}

/** `place` is what its fields are named by: those of the `default` response are the same for each of its statuses. */
function partOf(
  document: ContractDocument,
  { status, place, response }: { status: string; place: string; response: Response }
): [string, Part] {
  const [content] = Object.values(response.content ?? {})
  const headers = Object.entries(response.headers ?? {}).map(([name, header]): [string, Place] => [
    name.toLowerCase(),
    placeOf(document, resolve(document, header).schema, `${place} header ${name}`)
  ])
  const part = {
    name: place === 'default' ? `default ${status}` : place,
    validAs: response,
    headers: new Map(headers),
    body: content?.schema && placeOf(document, content.schema, `${place} `)
  }
  return [status, part]
}

function itemsOf({ name, parameters, request, responses }: Watched): [string, Kind][] {
  const items: [string, Kind][] = [[name, 'operations']]
  const add = (kind: Kind, names: string[]): void =>
    void items.push(...names.map((one) => [one, kind] as [string, Kind]))
  const addPlace = (kind: Kind, place: Place): void => {
    const { fields, values } = saidOf(place)
    add(kind, fields)
    add('enum values', values)
  }
  for (const { place } of parameters) {
    add('parameters', [place.name])
    addPlace('parameters', place)
  }
  if (request !== undefined) addPlace('request fields', request.place)
  for (const { name: status, headers, body } of responses.values()) {
    add('statuses', [status])
    for (const header of headers.values()) {
      add('headers', [header.name])
      addPlace('headers', header)
    }
    if (body !== undefined) addPlace('response fields', body)
  }
  return items
}

interface Request {
  path: string
  query: string
  body: string
}

function requestMet({ pattern, parameters, request }: Watched, sent: Request, met: Set<string>): void {
  const inPath = pattern.exec(sent.path)?.groups ?? {}
  const inQuery = new URLSearchParams(sent.query)
  for (const { name, in: where, place } of parameters) {
    const value = where === 'path' ? decodeURIComponent(inPath[name] ?? '') : inQuery.get(name)
    if (value === null) continue
    met.add(place.name)
    metIn(place, value, met)
  }
  if (request === undefined) return
  metIn(request.place, request.isForm ? Object.fromEntries(new URLSearchParams(sent.body)) : parsed(sent.body), met)
}

function responseMet({ name, headers, body }: Part, exchange: Exchange, met: Set<string>): void {
  met.add(name)
  for (const [header, place] of headers) {
    const value = exchange.responseHeaders[header]
    if (value === undefined) continue
    met.add(place.name)
    metIn(place, value, met)
  }
  if (body !== undefined) metIn(body, parsed(exchange.responseBody), met)
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function numberOfPathParameters({ parameters }: Watched): number {
  return parameters.filter((parameter) => parameter.in === 'path').length
}
