import type { DocumentedApi, DocumentedOperation } from '../../model.js'
import { h } from '../dom.js'

/** Links to all operations, by group. */
export function operationList(api: DocumentedApi): {
  element: Element
  mark: (operation?: DocumentedOperation) => void
} {
  const links = new Map(api.operations.map((operation) => [operation, operationLink(operation)]))
  const names = [...new Set(api.operations.map(({ group }) => group))]
  const groups = names.flatMap((name) => [
    h('h2', {}, name),
    h('ul', {}, ...api.operations.filter((one) => one.group === name).map((one) => h('li', {}, links.get(one)!)))
  ])
  const current = h('summary', {}, '选择接口')
  const element = h('details', { className: 'operations', open: innerWidth > 800 }, current, ...groups)
  const mark = (operation?: DocumentedOperation): void => {
    for (const [one, link] of links) link.ariaCurrent = one === operation ? 'true' : null
    current.textContent = operation === undefined ? '选择接口' : `接口：${operation.summary}`
    if (innerWidth <= 800) element.open = false
  }
  return { element, mark }
}

function operationLink({ operationId, method, summary }: DocumentedOperation): HTMLAnchorElement {
  return h('a', { href: `#${operationId}` }, methodBadge(method), ' ', h('span', {}, summary))
}

export function methodBadge(method: string): Element {
  return h('b', { className: `method ${method.toLowerCase()}` }, method)
}

export function heading({ method, path, summary, security, right, tag, operationId }: DocumentedOperation): Element {
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
