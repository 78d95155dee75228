import { SERVER } from '../../src/docs/addressed.js'
import type { DocumentedApi, DocumentedOperation, Field } from '../docs/model.js'
import { encoded, VARIABLE, type CollectedRequest, type Collection, type QueryParameter } from './model.js'
import type { Note, Notes } from './notes.js'

/**
 * The collection of an API. Requests are those of the contract's examples as far as the notes say nothing else; logging in
 * takes the account. Operations without a note come after the others, before the session is closed.
 */
export function collectionOf(
  api: DocumentedApi,
  description: string,
  notes: Notes,
  account: { name: string; password: string }
): Collection {
  const unknown = Object.keys(notes).filter((id) => !api.operations.some(({ operationId }) => operationId === id))
  if (unknown.length > 0) throw new Error(`${api.name} has no operation ${unknown.join(', ')}`)
  const operations = inOrder(api.operations, Object.keys(notes))
  const requests = operations.map((operation) => ({
    name: nameOf(operation, operations),
    ...requestOf(operation, notes[operation.operationId] ?? {})
  }))
  return {
    title: api.title,
    description,
    settings: { baseUrl: SERVER, username: account.name, password: account.password },
    saved: [...new Set(requests.flatMap(({ saves }) => Object.keys(saves)))],
    requests
  }
}

function inOrder(operations: DocumentedOperation[], ids: string[]): DocumentedOperation[] {
  const closes = ({ session }: DocumentedOperation): boolean => session?.closes === true
  const closing = ids.findIndex((id) => operations.some((one) => one.operationId === id && closes(one)))
  const end = (closing === -1 ? ids.length : closing) - 0.5
  const place = (operation: DocumentedOperation): number => {
    const noted = ids.indexOf(operation.operationId)
    if (noted !== -1) return noted
    return closes(operation) ? ids.length : end
  }
  return [...operations].sort((a, b) => place(a) - place(b))
}

/** Programs keep requests in files of these names, so no two have one. */
function nameOf({ summary, operationId }: DocumentedOperation, all: DocumentedOperation[]): string {
  const isOnly = all.filter((one) => one.summary === summary).length === 1
  return isOnly ? summary : `${summary} ${operationId}`
}

function requestOf(operation: DocumentedOperation, note: Note): Omit<CollectedRequest, 'name'> {
  const { description, method, session, security } = operation
  const token = session?.opens ?? session?.renews
  const json = operation.json === undefined ? undefined : bodyOf(operation, operation.json as object, note)
  const form = bodyOf(operation, formOf(operation.fields), note)
  return {
    description,
    method,
    path: pathOf(operation, note),
    query: operation.fields.filter((field) => field.in === 'query').map((field) => queryParameter(field, note)),
    authorized: security.length > 0,
    ...(json !== undefined && { json }),
    ...(Object.keys(form).length > 0 && json === undefined && { form: Object.entries(form) as [string, string][] }),
    ...(note.expects !== undefined && { expects: note.expects }),
    saves: {
      ...(token !== undefined && { token }),
      ...(session?.opens !== undefined && { run: 'run' }),
      ...note.saves
    },
    needs: Object.values({ ...note.path, ...note.query }).flatMap((value) => VARIABLE.exec(value)?.[1] ?? [])
  }
}

function pathOf({ path, fields }: DocumentedOperation, note: Note): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = note.path?.[name] ?? String(fields.find((field) => field.name === name)?.example)
    return encoded(value)
  })
}

function queryParameter({ name, required, description, example }: Field, note: Note): QueryParameter {
  const value = note.query?.[name]
  return { name, description, value: value ?? String(example), sent: required || value !== undefined }
}

function formOf(fields: Field[]): object {
  return Object.fromEntries(fields.filter((field) => field.in === 'form').map(({ name, example }) => [name, example]))
}

/** The body that opens a session is a name and a password. */
function bodyOf({ session }: DocumentedOperation, example: object, note: Note): object {
  const account: [string, string][] =
    session?.opens === undefined
      ? []
      : Object.keys(example).map((name) => [name, name === 'password' ? '{{password}}' : '{{username}}'])
  const body = { ...example, ...Object.fromEntries(account), ...note.body }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}
