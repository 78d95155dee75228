import { shallowReactive } from 'vue'

export interface Notice {
  id: number
  text: string
  kind: 'done' | 'failed'
  action?: { label: string; run: () => void } | undefined
}

const SECONDS = 8
let last = 0

/** Short messages at the bottom of the page; a screen reader reads them out. */
export const notices = shallowReactive<Notice[]>([])

export function notify(text: string, kind: Notice['kind'] = 'done', action?: Notice['action']): void {
  const id = ++last
  notices.push({ id, text, kind, action })
  setTimeout(() => dismiss(id), SECONDS * 1000)
}

export function dismiss(id: number): void {
  const index = notices.findIndex((notice) => notice.id === id)
  if (index >= 0) notices.splice(index, 1)
}
