import { escape } from './html.js'
import type { DocumentedApi } from './model.js'

export interface Page {
  title: string
  /** The API that the page is about. */
  api?: DocumentedApi
  view?: 'reference' | 'console'
  /** From the page to `docs/`: empty or `../` as often as needed. */
  up: string
  /** Names of the assets that it loads, below `docs/`. */
  styles: string[]
  scripts: string[]
  /** What its script is to know, as `data-…` of the body. */
  data?: Record<string, string>
  main: string
}

/** An API's name without what all titles end with. */
export function shortTitle({ title }: DocumentedApi): string {
  return title.replace(/\s*(API)?\s*接口文档$/, '')
}

/** A whole page under the bar that leads to all of them. */
export function renderPage(page: Page, apis: DocumentedApi[]): string {
  const { title, up, styles, scripts, data = {}, main } = page
  const attributes = Object.entries({ docs: up === '' ? './' : up, ...data })
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${styles.map((file) => `<link rel="stylesheet" href="${up}${file}">`).join('\n')}
</head>
<body${attributes.map(([name, value]) => ` data-${name}="${escape(value)}"`).join('')}>
<header class="bar">
<a class="brand" href="${up || './'}">Quintet <span>接口文档</span></a>
<nav class="apis" aria-label="API">${apis.map((api) => apiLink(api, page)).join('')}</nav>
${page.api === undefined ? '' : views(page)}
</header>
${main}
${scripts.map((file) => `<script src="${up}${file}" defer></script>`).join('\n')}
</body>
</html>
`
}

function apiLink(api: DocumentedApi, { api: current, up, view }: Page): string {
  const mark = api === current ? ' aria-current="true"' : ''
  const target = `${up}${api.name}/${view === 'console' ? 'console/' : ''}`
  return `<a href="${target}" data-api="${api.name}"${mark}>${escape(shortTitle(api))}</a>`
}

function views({ api, up, view }: Page): string {
  const link = (name: Page['view'], target: string, text: string): string =>
    `<a href="${up}${target}"${view === name ? ' aria-current="page"' : ''}>${text}</a>`
  return `<nav class="views" aria-label="视图">${link('reference', `${api!.name}/`, '文档')}${link('console', `${api!.name}/console/`, '控制台')}</nav>`
}
