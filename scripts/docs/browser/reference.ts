import { addressSamples, BUILT_FOR } from './code.js'
import { loadFacts, loadJson, serverUrl } from './server.js'
import { whenUsed } from './when-used.js'

/* The reference: the build has written all of it into the page. Redoc takes it over when it is used. */
const { api, document: path, redoc } = document.body.dataset
const element = document.querySelector('#redoc')!

// Long samples scroll, so that the keyboard must reach them.
const reachSamples = (): void => {
  for (const block of element.querySelectorAll('pre')) block.tabIndex = 0
}

addressSamples(element)
reachSamples()
new MutationObserver(reachSamples).observe(element, { childList: true, subtree: true })
void loadFacts()
whenUsed(element, takeOver)

async function takeOver(): Promise<void> {
  const [module, reference] = await Promise.all([
    import(new URL(redoc!, location.href).href) as Promise<typeof import('./redoc/hydrate.js')>,
    loadJson<object>(path!)
  ])
  const shown = JSON.parse(JSON.stringify(reference).replaceAll(BUILT_FOR, serverUrl)) as object
  module.hydrate(shown, api!, element)
}
