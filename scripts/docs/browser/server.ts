import type { ServerFacts } from '../model.js'

/** The folder `docs/` as the browser sees it, also behind a proxy that adds a path of its own. */
export const docsUrl = new URL(document.body.dataset.docs!, location.href)

/** The server's own address, without a slash at its end. */
export const serverUrl = new URL('..', docsUrl).href.replace(/\/$/, '')

export async function loadJson<Value>(path: string): Promise<Value> {
  const response = await fetch(new URL(path, location.href))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as Value
}

let facts: Promise<ServerFacts> | undefined

/** Asks the server once what it has, and hides on the page what it has not. */
export function loadFacts(): Promise<ServerFacts> {
  return (facts ??= readFacts())
}

async function readFacts(): Promise<ServerFacts> {
  const facts = await loadJson<ServerFacts>(new URL('server.json', docsUrl).href)
  for (const element of document.querySelectorAll<HTMLElement>('[data-api]:not(body)')) {
    element.hidden = !facts.apis.includes(element.dataset.api!)
  }
  document.querySelector('.apis [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  const samples = Object.keys(facts.samples).length > 0
  for (const element of document.querySelectorAll<HTMLElement>('.samples-on')) element.hidden = !samples
  for (const element of document.querySelectorAll<HTMLElement>('.samples-off')) element.hidden = samples
  return facts
}
