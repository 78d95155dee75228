import type { DocumentedApi, DocumentedOperation } from '../model.js'
import { answerView, troubleView } from './answer-view.js'
import { h } from './dom.js'
import { loginPanel } from './login-panel.js'
import { operationForm } from './operation-form.js'
import { compose, send, tokenIn, type Filled } from './request.js'
import { loadFacts, loadJson, serverUrl } from './server.js'
import { createSession } from './session.js'

/* The console of one API: a login, the operations, and the one that the address names after `#`. */
void open().catch((error: Error) => {
  document.querySelector('#main')!.textContent = `无法打开控制台：${error.message}`
})

async function open(): Promise<void> {
  const { model, api: name } = document.body.dataset
  const [api, facts] = await Promise.all([loadJson<DocumentedApi>(model!), loadFacts()])
  const session = createSession(api, () => panel.update())
  const panel = loginPanel(api, session, facts.samples[name!] ?? [])
  panel.update()

  const place = h('div', { className: 'operation' })
  const list = operationList(api)
  document.querySelector('#main')!.append(h('aside', {}, panel.element, list.element), place)

  const show = (): void => {
    const id = decodeURIComponent(location.hash.slice(1))
    const operation = api.operations.find(({ operationId }) => operationId === id) ?? api.operations[0]!
    list.mark(operation)
    place.replaceChildren(...operationView(operation))
  }
  const operationView = (operation: DocumentedOperation): Element[] => {
    const result = h('div', { ariaLive: 'polite' })
    const call = async (filled: Filled): Promise<void> => {
      const request = compose(serverUrl, operation, filled, session.credentials())
      const answer = await send(request)
      result.replaceChildren(answerView(request, answer))
      const token = tokenIn(operation, answer)
      if (token !== undefined)
        session.begin(token, operation.session?.opens === undefined ? session.name() : nameIn(filled))
      if (answer.ok && operation.session?.closes) session.end()
    }
    const submit = (filled: Filled): void =>
      void call(filled).catch((error: Error) => result.replaceChildren(troubleView(error)))
    return [heading(operation), operationForm(operation, submit), result]
  }
  addEventListener('hashchange', show)
  show()
}

function heading({ method, path, summary, security, right, tag, operationId }: DocumentedOperation): Element {
  const needs = security.length === 0 ? '无需登录' : right === undefined ? '需要登录' : `需要权限 ${right}`
  const reference = `../#tag/${encodeURIComponent(tag)}/operation/${operationId}`
  return h(
    'header',
    {},
    h('h1', {}, summary),
    h('p', { className: 'address' }, methodBadge(method), ' ', h('code', {}, path)),
    h('p', { className: 'needs' }, needs, '　·　', h('a', { href: reference }, '查看文档'))
  )
}

/** Who logs in: what is filled in beside the password. */
function nameIn({ fields, json }: Filled): string {
  const filled = json === undefined ? fields : (JSON.parse(json) as Record<string, string>)
  return Object.entries(filled).find(([key]) => key !== 'password')?.[1] ?? ''
}

function operationList(api: DocumentedApi): { element: Element; mark(operation: DocumentedOperation): void } {
  const links = new Map(
    api.operations.map((operation) => [
      operation,
      h(
        'a',
        { href: `#${operation.operationId}` },
        methodBadge(operation.method),
        ' ',
        h('span', {}, operation.summary)
      )
    ])
  )
  const names = [...new Set(api.operations.map(({ group }) => group))]
  const groups = names.flatMap((name) => [
    h('h2', {}, name),
    h('ul', {}, ...api.operations.filter((one) => one.group === name).map((one) => h('li', {}, links.get(one)!)))
  ])
  const current = h('summary', {}, '选择接口')
  const element = h('details', { className: 'operations', open: innerWidth > 800 }, current, ...groups)
  return {
    element,
    mark(operation) {
      for (const [one, link] of links) link.ariaCurrent = one === operation ? 'true' : null
      current.textContent = `接口：${operation.summary}`
      if (innerWidth <= 800) element.open = false
    }
  }
}

function methodBadge(method: string): Element {
  return h('b', { className: `method ${method.toLowerCase()}` }, method)
}
