import { BUILT_FOR } from './code.js'
import { labels, themeFor } from './redoc-options.js'
import { isDark, onTheme } from './theme.js'
import { docsUrl, loadFacts, loadJson, serverUrl } from './server.js'

interface RedocDocument {
  servers: { url: string }[]
}

declare const Redoc: {
  init(document: RedocDocument, options: object, element: Element, done: (error?: Error) => void): void
}

const { api, document: path } = document.body.dataset
const element = document.querySelector('#redoc')!

// Long samples scroll, so that the keyboard must reach them.
new MutationObserver(() => {
  for (const block of element.querySelectorAll('pre')) block.tabIndex = 0
}).observe(element, { childList: true, subtree: true })
onTheme(() => location.reload())

void show().catch((error: Error) => {
  element.textContent = `无法显示文档：${error.message}`
})

async function show(): Promise<void> {
  void loadFacts()
  const text = JSON.stringify(await loadJson(path!)).replaceAll(BUILT_FOR, serverUrl)
  const shown = JSON.parse(text) as RedocDocument
  shown.servers[0]!.url = serverUrl
  const contract = (format: string): object => ({
    title: format.toUpperCase(),
    url: new URL(`../openapi/${api}.${format}`, docsUrl).href
  })
  const options = {
    scrollYOffset: '.bar',
    nativeScrollbars: true,
    // Its search splits words at spaces, so it finds nothing in Chinese; the index finds operations.
    disableSearch: true,
    expandResponses: '200,201',
    schemaExpansionLevel: 2,
    jsonSampleExpandLevel: 4,
    // The body by itself comes after the samples in all languages.
    payloadSampleIdx: 5,
    downloadUrls: [contract('yaml'), contract('json')],
    labels,
    theme: themeFor(isDark())
  }
  await new Promise<void>((resolve, reject) => {
    Redoc.init(shown, options, element, (error) => (error === undefined || error === null ? resolve() : reject(error)))
  })
}
