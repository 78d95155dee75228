import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNamed } from '../../../src/realms/realms.js'
import { escape, inline } from '../html.js'
import { labels, type Language } from '../language.js'
import type { DocumentedApi, DocumentedOperation } from '../model.js'
import { anchor } from '../anchor.js'
import { errorRows } from './errors.js'
import { wideTable } from './markdown.js'

const WORDS = {
  zh: {
    errors: ['状态码', '响应体中的编号', '错误文字', '何时', '接口'],
    tokens: ['API', '请求头', '有效期', '登录', '换取新令牌', '退出'],
    deprecated: ['接口', '弃用日期', '改用'],
    any: '任何请求',
    and: '；',
    many: (count: number) => `${count} 个接口`,
    none: '无',
    hours: (count: number) => `${count} 小时`
  },
  en: {
    errors: ['status', 'number in the body', 'text', 'when', 'operations'],
    tokens: ['API', 'header', 'lasts', 'log in', 'exchange', 'log out'],
    deprecated: ['operation', 'since', 'use'],
    any: 'any request',
    and: '; ',
    many: (count: number) => `${count} operations`,
    none: 'none',
    hours: (count: number) => `${count} hours`
  }
}

/** Where it is shown: `up` leads from the guide to `docs/`. */
interface Place {
  apis: DocumentedApi[]
  language: Language
  up: string
}

const FILLS: Record<string, (place: Place, argument: string) => string> = {
  errors: errorTable,
  tokens: tokenTable,
  deprecated: deprecatedTable
}

/** What `<!-- site: <name> <argument> -->` stands for: a table that is made from the contracts. */
export function fill(place: Place, name: string, argument: string): string {
  const make = FILLS[name]
  if (make === undefined) throw new Error(`A guide names what the site does not have: ${name} ${argument}`)
  return make(place, argument)
}

function errorTable(place: Place, name: string): string {
  const words = WORDS[place.language]
  const api = place.apis.find((one) => one.name === name)!
  const { own, common } = errorRows(name as RealmName, place.language)
  const hasCodes = own.some(({ code }) => code !== undefined)
  const seen = new Set<number>()
  const rows = [...own, ...common].map(({ status, code, message, when, operationIds }) => {
    const id = seen.has(status) ? '' : ` id="${name}-${status}"`
    seen.add(status)
    const cells = [
      `<code>${status}</code>`,
      ...(hasCodes ? [code === undefined ? '–' : `<code>${code}</code>`] : []),
      escape(message)
    ]
    return row([...cells, when.map(inline).join(words.and), callers(place, api, operationIds)], id)
  })
  const columns = words.errors.filter((_, index) => hasCodes || index !== 1)
  return table(place, columns, rows)
}

function callers(place: Place, api: DocumentedApi, operationIds: string[]): string {
  const words = WORDS[place.language]
  if (operationIds.length === 0) return words.any
  const links = operationIds
    .map((id) =>
      link(
        place,
        api,
        api.operations.find(({ operationId }) => operationId === id)!,
        id
      )
    )
    .join(' ')
  if (operationIds.length <= 4) return links
  return `<details><summary>${words.many(operationIds.length)}</summary>${links}</details>`
}

function tokenTable(place: Place): string {
  const words = WORDS[place.language]
  const rows = place.apis.map((api) => {
    const way = (effect: 'opens' | 'renews' | 'closes'): string => {
      const operation = api.operations.find(({ session }) => session?.[effect] !== undefined)
      return operation === undefined ? words.none : link(place, api, operation, addressOf(operation))
    }
    const headers = api.schemes.map(({ header, prefix }) => `<code>${header}: ${prefix}&lt;token&gt;</code>`)
    const lasts = words.hours(realmNamed(api.name as RealmName).tokenLifeSeconds / 3600)
    const cells = [`<code>${api.name}</code>`, headers.join('<br>'), lasts, way('opens'), way('renews'), way('closes')]
    return row(cells, ` data-api="${api.name}"`)
  })
  return table(place, words.tokens, rows)
}

function deprecatedTable(place: Place): string {
  const rows = place.apis.flatMap((api) =>
    api.operations.flatMap((operation) => {
      const { deprecation } = operation
      if (deprecation === undefined) return []
      const { since, successor } = deprecation
      return [row([link(place, api, operation, addressOf(operation)), since, `<code>${escape(successor)}</code>`])]
    })
  )
  return table(place, WORDS[place.language].deprecated, rows)
}

function addressOf({ method, path }: DocumentedOperation): string {
  return `${method} ${path}`
}

function link({ up }: Place, api: DocumentedApi, operation: DocumentedOperation, text: string): string {
  return `<a href="${up}${anchor(api, operation)}"><code>${escape(text)}</code></a>`
}

function row(cells: string[], attributes = ''): string {
  return `<tr${attributes}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function table({ language }: Place, columns: string[], rows: string[]): string {
  return wideTable(columns.map((name) => `<th>${name}</th>`).join(''), rows.join('\n'), labels[language].table)
}
