import { posix } from 'node:path'
import { Marked, type RendererObject, type Tokens } from 'marked'
import { escape } from '../html.js'

export interface Heading {
  depth: number
  id: string
  text: string
}

export interface Rendered {
  title: string
  /** The page without its title and without the link to its twin in the other language. */
  html: string
  headings: Heading[]
}

export interface Surroundings {
  /** The path of the file in the repository. */
  file: string
  /** The address of what a link leads to, by its path in the repository; undefined where the site does not have it. */
  addressOf(path: string): string | undefined
  /** What stands for `<!-- site: <name> <argument> -->`. */
  fill(name: string, argument: string): string
  /** What a wide table is called. */
  table: string
}

const TITLE = /^# (.+)\n+(?:\[(?:中文|English)\]\([^)]*\)\n+)?/
const MARKER = /^<!-- site: ([\w-]+) ?([\w-]*) -->/

/** A file of the repository as a part of a page. */
export function renderMarkdown(text: string, surroundings: Surroundings): Rendered {
  const [head, title = ''] = TITLE.exec(text) ?? ['']
  const headings: Heading[] = []
  const marked = new Marked({ renderer: rendererFor(surroundings, headings) })
  const html = marked.parse(text.slice(head.length), { async: false })
  return { title, html, headings }
}

function rendererFor(surroundings: Surroundings, headings: Heading[]): RendererObject<string, string> {
  const { file, table } = surroundings
  return {
    heading({ tokens, depth }) {
      const inner = this.parser.parseInline(tokens)
      const text = inner.replace(/<[^>]+>/g, '')
      const id = headingId(unescape(text))
      headings.push({ depth, id, text })
      return `<h${depth} id="${escape(id)}">${inner}</h${depth}>\n`
    },
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens)
      if (/^(\w+:|#)/.test(href)) return `<a href="${escape(href)}">${inner}</a>`
      const [target = '', heading] = href.split('#')
      const path = posix.join(posix.dirname(file), target)
      const address = surroundings.addressOf(path)
      if (address === undefined) return inner.includes(path) ? inner : `${inner} (<code>${escape(path)}</code>)`
      return `<a href="${address}${heading === undefined ? '' : `#${escape(heading)}`}">${inner}</a>`
    },
    code({ text, lang = '' }) {
      return `<pre tabindex="0"><code class="language-${escape(lang)}">${escape(text)}\n</code></pre>\n`
    },
    table({ header, rows }) {
      const cell = (tag: string, { tokens }: Tokens.TableCell): string =>
        `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`
      // A header without text would be a column without a name.
      const head = header.map((one) => cell(one.text === '' ? 'td' : 'th', one)).join('')
      const body = rows.map((row) => `<tr>${row.map((one) => cell('td', one)).join('')}</tr>`).join('\n')
      return wideTable(head, body, table)
    },
    html({ text }) {
      const [, name, argument = ''] = MARKER.exec(text) ?? []
      return name === undefined ? '' : surroundings.fill(name, argument)
    }
  }
}

/** A table that scrolls by itself where it is wider than the page. */
export function wideTable(head: string, body: string, name: string): string {
  return `<div class="table" role="group" aria-label="${escape(name)}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>
`
}

/** As GitHub names headings in addresses. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
