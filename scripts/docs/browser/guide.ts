import { addressSamples, copyButton } from './code.js'
import { h } from './dom.js'
import { loadFacts } from './server.js'

/* A guide: samples with the address of this server and a button to copy them, and the list of guides where there is room. */
const main = document.querySelector('#main')!
const labels =
  document.documentElement.lang === 'en' ? { copy: 'Copy', copied: 'Copied' } : { copy: '复制', copied: '已复制' }

addressSamples(main)
for (const block of main.querySelectorAll('pre')) {
  const frame = h('div', { className: 'code' })
  block.replaceWith(frame)
  frame.append(
    block,
    copyButton(() => block.textContent.trimEnd(), labels)
  )
}
document.querySelector<HTMLDetailsElement>('details.guides')!.open = innerWidth > 1000
void loadFacts()
