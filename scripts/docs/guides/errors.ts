import type { RealmName } from '../../../src/config/realm-names.js'
import { apis } from '../../../src/apis/index.js'
import { readContract, type ContractDocument } from '../../../src/http/contract.js'
import type { Language } from '../language.js'
import { resolve, type Reference } from '../operations.js'
import { refusalTexts } from './refusal-texts.js'

/** An error that an API answers. */
export interface ErrorRow {
  status: number
  /** Its number in the body, where the bodies of the API have one. */
  code: number | undefined
  message: string
  /** In the words of the contract, in English as `docs/en/refusals.yaml` has them; a text that it lacks stays in Chinese. */
  when: string[]
  /** Those that answer so; empty for what any request may meet. */
  operationIds: string[]
}

interface Example extends Reference {
  summary?: string
  value: unknown
}
interface Response extends Reference {
  description: string
  content?: Record<string, { example?: unknown; examples?: Record<string, Example> }>
}
interface Operation {
  operationId: string
  responses: Record<string, Response>
}

const WAIT = { zh: '；响应头 `Retry-After` 是应等待的秒数', en: '; `Retry-After` has the seconds to wait' }

/** What any request may meet before its operation is carried out, by the codes of `src/apis/<api>/problems.ts`. */
const COMMON = {
  'path-unknown': { zh: '没有这个地址', en: 'no such address' },
  'method-not-allowed': {
    zh: '地址不支持这个方法；`Allow` 列出支持的方法',
    en: 'another method; `Allow` lists those there are'
  },
  timeout: { zh: '请求没有及时发完', en: 'the request did not end in time' },
  'too-large': { zh: '请求体过大', en: 'a body that is too large' },
  'unsupported-media-type': { zh: '请求体的媒体类型不是该接口的', en: 'a body of another media type' },
  'too-many-attempts': { zh: `请求过于频繁${WAIT.zh}`, en: `too many requests${WAIT.en}` },
  'headers-too-large': { zh: '请求头过大', en: 'headers that are too large' },
  'internal-error': { zh: '服务器内部错误', en: 'an error of the server' },
  busy: { zh: `服务器繁忙${WAIT.zh}`, en: `the server is busy${WAIT.en}` },
  unavailable: { zh: `数据库没有应答${WAIT.zh}`, en: `the database does not answer${WAIT.en}` }
} as const

/** All errors of an API by status: those of its operations, from the contract's examples, then the common ones. */
export function errorRows(name: RealmName, language: Language): { own: ErrorRow[]; common: ErrorRow[] } {
  const rows = new Map<string, ErrorRow>()
  for (const { operationId, status, value, summary } of examplesOfErrors(readContract(name))) {
    const row = rowOf(status, value)
    const key = `${status} ${row.code} ${row.message}`
    const known = rows.get(key) ?? row
    rows.set(key, known)
    const text = language === 'en' ? (refusalTexts.get(summary) ?? summary) : summary
    if (!known.when.includes(text)) known.when.push(text)
    if (!known.operationIds.includes(operationId)) known.operationIds.push(operationId)
  }
  return { own: [...rows.values()].sort((one, other) => one.status - other.status), common: commonRows(name, language) }
}

interface ShownExample {
  value: unknown
  summary: string
}

function examplesOfErrors(document: ContractDocument): (ShownExample & { operationId: string; status: number })[] {
  return operationsOf(document).flatMap(({ operationId, responses }) =>
    Object.entries(responses)
      .filter(([status]) => Number(status) >= 400)
      .flatMap(([status, response]) =>
        examplesOf(document, response).map((example) => ({ ...example, operationId, status: Number(status) }))
      )
  )
}

function commonRows(name: RealmName, language: Language): ErrorRow[] {
  const { problems } = apis[name]
  const codes = Object.keys(COMMON) as (keyof typeof COMMON)[]
  return codes
    .map((code) => {
      const describe = problems[code] as (details: object, operationId: undefined) => { status: number; body: unknown }
      const { status, body } = describe({}, undefined)
      return { ...rowOf(status, body), when: [COMMON[code][language]] }
    })
    .sort((one, other) => one.status - other.status)
}

function operationsOf({ paths }: ContractDocument): Operation[] {
  return Object.values(paths as object).flatMap((item) =>
    (Object.values(item as object) as Partial<Operation>[]).filter(
      (one): one is Operation => one.operationId !== undefined
    )
  )
}

function examplesOf(document: ContractDocument, response: Response): ShownExample[] {
  const { content = {}, description } = resolve(document, response)
  return Object.values(content).flatMap(({ example, examples }) => {
    if (examples === undefined) return [{ value: example, summary: description }]
    return Object.values(examples).map((one) => {
      const { value, summary = description } = resolve(document, one)
      return { value, summary }
    })
  })
}

function rowOf(status: number, body: unknown): ErrorRow {
  const { code, meta, message, detail } = body as Body
  const refusal = typeof detail === 'object' ? detail[0]?.msg : detail
  const text = message ?? meta?.message ?? refusal ?? ''
  return { status, code: code ?? meta?.status, message: text, when: [], operationIds: [] }
}

/** The forms that error bodies have. */
interface Body {
  code?: number
  message?: string
  meta?: { status: number; message: string }
  detail?: string | { msg: string }[]
}
