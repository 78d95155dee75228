import { escape } from './html.js'
import { LANG, labels, type Language } from './language.js'
import type { DocumentedApi } from './model.js'

export interface Page {
  title: string
  /** Chinese where it is left out. */
  language?: Language
  /** The API that the page is about. */
  api?: DocumentedApi
  view?: 'reference' | 'try' | 'guide'
  /** From the page to `docs/`: empty or `../` as often as needed. */
  up: string
  /** The same page in the other language. */
  twin?: string | undefined
  /** Names of the assets that it loads, below `docs/`. */
  styles: string[]
  /** Runs before the page is drawn. */
  first: string
  scripts: string[]
  /** The asset with what the search finds. */
  search: string
  /** What its script is to know, as `data-…` of the body. */
  data?: Record<string, string>
  main: string
}

/** What differs between pages of one kind: all but the assets. */
export type Content = Omit<Page, 'styles' | 'first' | 'scripts' | 'search'>

/** An API's name without what all titles end with. */
export function shortTitle({ title }: DocumentedApi): string {
  return title.replace(/\s*(API)?\s*接口文档$/, '')
}

/** A whole page under the bar that leads to all of them. */
export function renderPage(page: Page, apis: DocumentedApi[]): string {
  const { title, language = 'zh', up, styles, first, scripts, search, data = {}, main } = page
  const attributes = Object.entries({ docs: up === '' ? './' : up, search, ...data })
  return `<!doctype html>
<html lang="${LANG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${styles.map((file) => `<link rel="stylesheet" href="${up}${file}">`).join('\n')}
<script src="${up}${first}"></script>
</head>
<body${attributes.map(([name, value]) => ` data-${name}="${escape(value)}"`).join('')}>
<a class="skip" href="#main">${labels[language].skip}</a>
${bar(page, apis)}
${main}
${scripts.map((file) => `<script src="${up}${file}" defer></script>`).join('\n')}
</body>
</html>
`
}

function bar(page: Page, apis: DocumentedApi[]): string {
  const { language = 'zh', up, view, twin } = page
  const { site, guides, search, theme, bySystem, light, dark, otherLanguage } = labels[language]
  const mark = view === 'guide' ? ' aria-current="true"' : ''
  const first = `${up}guides/getting-started/${language === 'en' ? 'en/' : ''}`
  return `<header class="bar">
<a class="brand" href="${up || './'}">Quintet <span>${site}</span></a>
<nav class="apis" aria-label="API"><a href="${first}"${mark}>${guides}</a>${apis.map((api) => apiLink(api, page)).join('')}</nav>
${page.api === undefined ? '' : views(page)}
<button type="button" id="search" class="find">${search} <kbd>Ctrl K</kbd></button>
<select id="theme" class="theme" aria-label="${theme}"><option value="">${bySystem}</option><option value="light">${light}</option><option value="dark">${dark}</option></select>
${twin === undefined ? '' : `<a class="twin" href="${twin}">${otherLanguage}</a>`}
</header>`
}

function apiLink(api: DocumentedApi, { api: current, up, view, language = 'zh' }: Page): string {
  const mark = api === current ? ' aria-current="true"' : ''
  const target = `${up}${api.name}/${view === 'try' ? 'try/' : ''}`
  const text = language === 'zh' ? shortTitle(api) : api.name
  return `<a href="${target}" data-api="${api.name}"${mark}>${escape(text)}</a>`
}

function views({ api, up, view, language = 'zh' }: Page): string {
  const { reference, tryOut, views: name } = labels[language]
  const link = (one: Page['view'], target: string, text: string): string =>
    `<a href="${up}${target}"${view === one ? ' aria-current="page"' : ''}>${text}</a>`
  return `<nav class="views" aria-label="${name}">${link('reference', `${api!.name}/`, reference)}${link('try', `${api!.name}/try/`, tryOut)}</nav>`
}
