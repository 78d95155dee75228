import type { SearchDocument } from '../../model.js'
import { openIndex, type Find, type SearchIndex } from '../../search/engine.js'
import { h } from '../dom.js'
import { docsUrl, loadFacts, loadJson } from '../server.js'
import { labels } from './labels.js'

interface Search {
  find: Find
  allows: (document: SearchDocument) => boolean
}

const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
const words = labels[language]

/** The search over the whole site: opened by its button, by Ctrl-K and by `/`. */
export function setUpSearch(button: HTMLButtonElement): void {
  const dialog = searchDialog()
  document.body.append(dialog.element)
  button.onclick = () => dialog.open()
  addEventListener('keydown', (event) => {
    const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
    if (!isShortcut && (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event))) return
    event.preventDefault()
    dialog.open()
  })
}

function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

function searchDialog(): { element: HTMLDialogElement; open: () => void } {
  const name = words.search
  const input = h('input', { type: 'search', placeholder: words.placeholder, autocomplete: 'off', ariaLabel: name })
  const state = h('p', { className: 'found', role: 'status' })
  const results = h('ul', { className: 'results' })
  const close = h('button', { type: 'button', className: 'link', onclick: () => element.close() }, words.close)
  const element = h('dialog', { className: 'search', ariaLabel: name }, h('div', {}, input, close), state, results)
  input.oninput = resultsFor(input, state, results)
  element.onkeydown = (event) => move(event, input, results)
  element.onclick = ({ target }) => {
    if (target === element || (target as Element).closest('a') !== null) element.close()
  }
  const open = (): void => {
    if (!element.open) element.showModal()
    input.select()
    input.dispatchEvent(new Event('input'))
  }
  return { element, open }
}

/** Shows what is found for the text of the input, each time that it is called. The index is loaded by the first call. */
function resultsFor(input: HTMLInputElement, state: Element, results: Element): () => void {
  let loading: Promise<Search> | undefined
  const show = async (): Promise<void> => {
    const { find, allows } = await (loading ??= load())
    const found = find(input.value, allows)
    results.replaceChildren(...found.map(result))
    state.textContent = input.value.trim() === '' ? words.hint : words.count(found.length)
  }
  return () =>
    void show().catch((error: Error) => {
      loading = undefined
      state.textContent = words.failed(error.message)
    })
}

async function load(): Promise<Search> {
  const path = new URL(document.body.dataset.search!, docsUrl).href
  const [index, { apis }] = await Promise.all([loadJson<SearchIndex>(path), loadFacts()])
  return {
    find: openIndex(index),
    allows: ({ api, language: of = language }) => of === language && (api === undefined || apis.includes(api))
  }
}

function result({ title, context, method, names, kind, href }: SearchDocument): Element {
  const badge = method === undefined ? [] : [h('b', { className: `method ${method.toLowerCase()}` }, method), ' ']
  const path = kind === 'operation' ? ` · ${names.split(' ')[1]}` : ''
  const address = new URL(href, docsUrl).href
  return h('li', {}, h('a', { href: address }, h('strong', {}, ...badge, title), h('small', {}, context + path)))
}

/** Arrows move through the results; Enter in the input takes the first. */
function move(event: KeyboardEvent, input: HTMLInputElement, results: Element): void {
  const links = [...results.querySelectorAll('a')]
  const place = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (event.key === 'Enter' && document.activeElement === input && !event.isComposing) links[0]?.click()
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const next = place + (event.key === 'ArrowDown' ? 1 : -1)
  if (next < 0) input.focus()
  else links[Math.min(next, links.length - 1)]?.focus()
}
