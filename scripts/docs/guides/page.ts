import { labels, type Language } from '../language.js'
import type { DocumentedApi } from '../model.js'
import type { Content } from '../page.js'
import { fill } from './fills.js'
import { folderOf, GROUPS, guides, languageOf, readGuide, type Group, type Guide } from './list.js'
import { renderMarkdown, type Heading, type Rendered } from './markdown.js'

export interface GuidePage {
  guide: Guide
  language: Language
  /** Below `docs/`. */
  folder: string
  rendered: Rendered
  page: Content
}

/** The page of every guide in each of its languages. */
export function guidePages(apis: DocumentedApi[]): GuidePage[] {
  return guides.flatMap((guide) => (Object.keys(guide.files) as Language[]).map((one) => guidePage(apis, guide, one)))
}

function guidePage(apis: DocumentedApi[], guide: Guide, language: Language): GuidePage {
  const folder = folderOf(guide, language)
  const up = '../'.repeat(folder.split('/').length - 1)
  const file = guide.files[language]!
  const rendered = renderMarkdown(readGuide(file), {
    file,
    addressOf: (path) => addressOf(path, up),
    fill: (name, argument) => fill({ apis, language, up }, name, argument),
    table: labels[language].table
  })
  const twin = language === 'zh' ? 'en' : 'zh'
  return {
    guide,
    language,
    folder,
    rendered,
    page: {
      title: rendered.title,
      language,
      view: 'guide',
      up,
      twin: guide.files[twin] === undefined ? undefined : up + folderOf(guide, twin),
      main: mainOf(guide, language, up, rendered)
    }
  }
}

function addressOf(path: string, up: string): string | undefined {
  const guide = guides.find(({ files }) => Object.values(files).includes(path))
  if (guide === undefined) return undefined
  return up + folderOf(guide, guide.files.zh === path ? 'zh' : 'en')
}

function mainOf(guide: Guide, language: Language, up: string, { title, html, headings }: Rendered): string {
  const { allGuides } = labels[language]
  return `<div class="guide">
<details class="guides"><summary>${allGuides}</summary>${guideList(language, up, guide)}</details>
<main id="main" class="text">
<h1>${title}</h1>
${html}</main>
${contents(language, headings)}
</div>`
}

/** All guides by group, with the current one marked. */
export function guideList(language: Language, up: string, current?: Guide): string {
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => {
    const items = guides
      .filter((guide) => guide.group === group)
      .map((guide) => guideItem(guide, language, up, current))
    return `<div><p>${GROUPS[group][language]}</p><ul>${items.join('')}</ul></div>`
  })
  return `<nav aria-label="${labels[language].guides}">${groups.join('\n')}</nav>`
}

function guideItem(guide: Guide, language: Language, up: string, current: Guide | undefined): string {
  const mark = guide === current ? ' aria-current="page"' : ''
  const shown = languageOf(guide, language)
  const lang = shown === language ? '' : ` hreflang="${shown}"`
  return `<li><a href="${up}${folderOf(guide, language)}"${mark}${lang}>${guide.label[language]}</a></li>`
}

function contents(language: Language, headings: Heading[]): string {
  const items = headings
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(({ depth, id, text }) => `<li class="depth-${depth}"><a href="#${encodeURIComponent(id)}">${text}</a></li>`)
  if (items.length < 3) return ''
  const { onThisPage } = labels[language]
  return `<nav class="contents" aria-label="${onThisPage}"><p>${onThisPage}</p><ul>${items.join('')}</ul></nav>`
}
