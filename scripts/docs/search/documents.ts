import { pinyin } from 'pinyin-pro'
import { realmNames, type RealmName } from '../../../src/config/realm-names.js'
import { anchor } from '../anchor.js'
import { errorRows } from '../guides/errors.js'
import type { GuidePage } from '../guides/page.js'
import type { DocumentedApi } from '../model.js'
import { shortTitle } from '../page.js'
import type { IndexedDocument } from './engine.js'

type Draft = Omit<IndexedDocument, 'id' | 'initials'>

/** All that can be found: operations, errors, and the sections of guides. */
export function searchDocuments(apis: DocumentedApi[], pages: GuidePage[]): IndexedDocument[] {
  const drafts = [...apis.flatMap(operations), ...apis.flatMap(errors), ...pages.flatMap(sections)]
  return drafts.map((draft, id) => ({ id, ...draft, initials: initialsOf(draft.title) }))
}

function operations(api: DocumentedApi): Draft[] {
  return api.operations.map((operation) => {
    const { method, path, summary, operationId, description, group, fields, right = '' } = operation
    return {
      kind: 'operation',
      api: api.name,
      title: summary,
      context: `${shortTitle(api)} · ${group}`,
      method,
      names: `${operationId} ${path}`,
      text: [plain(description), right, ...fields.map((field) => `${field.name} ${field.description}`)].join(' '),
      href: anchor(api, operation)
    }
  })
}

/** One for each status and text; they lead to the table of the API. */
function errors(api: DocumentedApi): Draft[] {
  if (!realmNames.includes(api.name as RealmName)) return []
  const { own, common } = errorRows(api.name as RealmName, 'zh')
  return [...own, ...common].map(({ status, message, when }) => ({
    kind: 'error',
    api: api.name,
    title: `${status} ${message}`,
    context: `${shortTitle(api)} · 错误`,
    names: String(status),
    text: plain(when.join(' ')),
    href: `guides/errors/#${api.name}-${status}`
  }))
}

function sections({ guide, language, folder, rendered }: GuidePage): Draft[] {
  const [intro = '', ...parts] = rendered.html.split(/(?=<h[23] id=")/)
  const label = guide.label[language]
  const about: Draft[] = [
    { kind: 'guide', language, title: rendered.title, context: label, names: '', text: plain(intro), href: folder }
  ]
  for (const part of parts) {
    const [, id = '', title = ''] = /^<h[23] id="([^"]+)">(.*?)<\/h/.exec(part) ?? []
    const text = plain(part).slice(0, 4000)
    const href = `${folder}#${encodeURIComponent(id)}`
    about.push({ kind: 'guide', language, title: plain(title), context: rendered.title, names: '', text, href })
  }
  // A guide in one language is found on the pages of both.
  return guide.files.zh === undefined ? about.map((one) => ({ ...one, language: undefined })) : about
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The first letters of the Chinese of a title, from each character on: 改密码 is `gmm mm m`. */
function initialsOf(title: string): string {
  const letters = pinyin(title, { pattern: 'first', toneType: 'none', nonZh: 'removed', type: 'array' })
  const all = letters.join('').toLowerCase()
  return letters.map((_, index) => all.slice(index)).join(' ')
}
