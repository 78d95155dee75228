import type { DocumentedApi } from '../../model.js'
import { h } from '../dom.js'
import type { Filled } from '../request.js'

/** A call that was made. */
export interface Past {
  operationId: string
  filled: Filled
  status: number
  /** Milliseconds since 1970. */
  at: number
}

const MOST = 20

/** The last calls of this page, which no storage keeps: their bodies may have passwords. A press shows one again, filled in as it was. */
export function createHistory(
  api: DocumentedApi,
  again: (past: Past) => void
): { element: Element; add: (past: Past) => void } {
  let all: Past[] = []
  const list = h('ol', {})
  const clear = h('button', { type: 'button', className: 'link' }, '清空')
  const element = h('details', { className: 'history' }, h('summary', {}, '历史'), list, clear)
  const show = (): void => {
    element.hidden = all.length === 0
    list.replaceChildren(...all.map((past) => h('li', {}, pastButton(api, past, again))))
  }
  clear.onclick = () => {
    all = []
    show()
  }
  show()
  const add = (past: Past): void => {
    all = [past, ...all].slice(0, MOST)
    show()
  }
  return { element, add }
}

function pastButton(api: DocumentedApi, past: Past, again: (past: Past) => void): Element {
  const summary =
    api.operations.find(({ operationId }) => operationId === past.operationId)?.summary ?? past.operationId
  const time = new Date(past.at).toLocaleTimeString('zh-CN')
  return h(
    'button',
    { type: 'button', onclick: () => again(past) },
    h('b', { className: past.status < 300 ? 'good' : 'bad' }, String(past.status)),
    ` ${summary} `,
    h('small', {}, time)
  )
}
