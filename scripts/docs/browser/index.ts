import { loadFacts, serverUrl } from './server.js'

/* The index: the server's own address before every path, and the search for an operation. */
const input = document.querySelector<HTMLInputElement>('#find')!
const found = document.querySelector<HTMLElement>('#found')!

for (const element of document.querySelectorAll('[data-origin]')) element.textContent = serverUrl
input.addEventListener('input', find)
void loadFacts().then(find)

function find(): void {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const section of document.querySelectorAll<HTMLElement>('section.api')) {
    let here = 0
    for (const item of section.querySelectorAll<HTMLElement>('[data-find]')) {
      item.hidden = !words.every((word) => item.dataset.find!.includes(word))
      if (!item.hidden) here++
    }
    section.querySelector('details')!.open = words.length > 0
    section.classList.toggle('found', words.length > 0 && here > 0)
    section.classList.toggle('missed', words.length > 0 && here === 0)
    if (!section.hidden) count += here
  }
  found.hidden = words.length === 0
  found.textContent = `找到 ${count} 个接口`
}
