import type { DocumentedApi } from '../../model.js'
import { h } from '../dom.js'
import { loadFacts, loadJson } from '../server.js'
import { operationView, type Workspace } from './call.js'
import { createHistory } from './history.js'
import { operationList } from './list.js'
import { loginPanel } from './login-panel.js'
import { createSession } from './session.js'
import { createValues } from './values.js'
import type { Filled } from '../request.js'

/* The page that calls one API: a login, the operations, and the one that the address names after `#`. */
void open().catch((error: Error) => {
  document.querySelector('#main')!.textContent = `无法打开此页：${error.message}`
})

async function open(): Promise<void> {
  const { model, api: name } = document.body.dataset
  const [api, facts] = await Promise.all([loadJson<DocumentedApi>(model!), loadFacts()])
  const session = createSession(api, () => panel.update())
  const panel = loginPanel(api, session, facts.samples[name!] ?? [])
  panel.update()
  const history = createHistory(api, ({ operationId, filled }) => {
    window.history.replaceState(null, '', `#${operationId}`)
    show(filled)
  })
  const workspace: Workspace = { api, session, values: createValues(api), remember: (past) => history.add(past) }
  const place = h('div', { className: 'operation' })
  const list = operationList(api)
  document.querySelector('#main')!.append(h('aside', {}, panel.element, history.element, list.element), place)

  const show = (past?: Filled): void => {
    const id = decodeURIComponent(location.hash.slice(1))
    const operation = id === '' ? api.operations[0]! : api.operations.find(({ operationId }) => operationId === id)
    list.mark(operation)
    place.replaceChildren(...(operation === undefined ? missing(id) : operationView(workspace, operation, past)))
  }
  addEventListener('hashchange', () => show())
  show()
}

function missing(id: string): Element[] {
  return [h('h1', {}, '没有这个接口'), h('p', {}, `地址中的 ${id} 不是这套 API 的接口。请从列表中选择一个。`)]
}
