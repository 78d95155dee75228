import { LONGEST_RECORD } from './file-text.ts'
import { ERROR_COLUMN, UnreadableFile, type FileRecord, type RecordFile } from './record-file.ts'
import { t } from './texts.ts'

/** A file that has a JSON object on each line. */
export function openNdjson(text: AsyncGenerator<string>): RecordFile {
  return { columns: undefined, head: '', records: recordsOf(text) }
}

async function* recordsOf(text: AsyncGenerator<string>): RecordFile['records'] {
  let line = 0
  for await (const content of linesOf(text)) {
    line += 1
    if (content.trim() !== '') yield recordOf(line, content)
  }
}

async function* linesOf(text: AsyncGenerator<string>): AsyncGenerator<string, void, undefined> {
  let rest = ''
  for await (const part of text) {
    const lines = (rest + part).split('\n')
    rest = lines.pop()!
    if (rest.length > LONGEST_RECORD) throw new UnreadableFile(t('import.longLine'))
    yield* lines
  }
  yield rest
}

function recordOf(line: number, content: string): FileRecord {
  const object = objectOf(content)
  if (object === undefined) {
    return { line, values: {}, fault: t('import.noObject'), withError: () => `${content.trim()}\n` }
  }
  const { [ERROR_COLUMN]: _, ...fields } = object
  const withError = (message: string): string => `${JSON.stringify({ ...fields, [ERROR_COLUMN]: message })}\n`
  const nested = Object.keys(fields).find((name) => typeof fields[name] === 'object' && fields[name] !== null)
  if (nested !== undefined) return { line, values: {}, fault: t('import.nested', { name: nested }), withError }
  const given = Object.entries(fields).filter(([, value]) => value !== null)
  return { line, values: Object.fromEntries(given.map(([name, value]) => [name, String(value)])), withError }
}

function objectOf(content: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(content)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
