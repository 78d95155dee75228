import { h } from './dom.js'
import { serverUrl } from './server.js'

/** The address that samples bear as they are built. */
export const BUILT_FOR = 'http://127.0.0.1:8000'

/** Puts the address of this server into the texts of a page. */
export function addressSamples(root: Element): void {
  if (serverUrl === BUILT_FOR) return
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    if (text.data.includes(BUILT_FOR)) text.data = text.data.replaceAll(BUILT_FOR, serverUrl)
  }
}

/** A button that copies a text, and says so. */
export function copyButton(text: () => string, labels: { copy: string; copied: string }): HTMLButtonElement {
  const button = h('button', { type: 'button', className: 'copy' }, labels.copy)
  button.onclick = () => void copy(text()).then(() => (button.textContent = labels.copied))
  button.onblur = () => (button.textContent = labels.copy)
  return button
}

/** Pages that come over HTTP from another host have no clipboard of their own. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  const area = h('textarea', { value: text, className: 'copied' })
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
