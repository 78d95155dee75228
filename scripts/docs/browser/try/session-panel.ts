import type { DocumentedApi } from '../../model.js'
import { copyButton } from '../code.js'
import { h } from '../dom.js'
import { compose, send, tokenIn } from '../request.js'
import { serverUrl } from '../server.js'
import { endOf, type Session } from './session.js'
import { timeLeft } from './time-left.js'

/** What is shown of a session that is on: how long it lasts, how its token is sent, its renewal and its end. */
export function sessionPanel(
  api: DocumentedApi,
  session: Session,
  showTrouble: (text: string) => void
): { element: Element; update: () => void } {
  const left = h('p', { className: 'left' })
  const copy = copyButton(() => session.token() ?? '', { copy: '复制令牌', copied: '已复制' })
  copy.className = 'link'
  const leave = h('button', { type: 'button', className: 'link', onclick: () => session.end() }, '忘记此令牌')
  const actions = h('p', { className: 'actions' }, ...renewal(api, session, showTrouble), copy, leave)
  const update = (): void => {
    const token = session.token()
    left.textContent = token === undefined ? '' : timeLeft(endOf(token), Date.now())
  }
  setInterval(update, 1000)
  return { element: h('div', { className: 'logged-in' }, left, schemePicker(api, session), actions), update }
}

/** The button that exchanges the token, where the API does that. */
function renewal(api: DocumentedApi, session: Session, showTrouble: (text: string) => void): Element[] {
  const operation = api.operations.find((one) => one.session?.renews !== undefined)
  if (operation === undefined) return []
  const renew = async (): Promise<void> => {
    showTrouble('')
    const answer = await send(compose(serverUrl, operation, { fields: {} }, session.credentials()))
    const token = tokenIn(operation, answer)
    if (token === undefined) showTrouble(`没有换取到新令牌（${answer.status}）：${answer.body}`)
    else session.begin(token, session.name())
  }
  const onclick = (): void => void renew().catch((error: Error) => showTrouble(`请求没有得到响应：${error.message}`))
  return [h('button', { type: 'button', className: 'link', onclick }, '换取新令牌')]
}

/** How the token is sent: as the schemes that the contract declares say. */
function schemePicker(api: DocumentedApi, session: Session): Element {
  const { header } = session.scheme
  const texts = api.schemes.map(({ prefix }) => `${prefix}<令牌>`)
  if (texts.length === 1) return h('p', {}, h('code', {}, `${header}: ${texts[0]}`))
  const select = h(
    'select',
    { onchange: () => (session.scheme = api.schemes[select.selectedIndex]!) },
    ...texts.map((text) => h('option', {}, text))
  )
  return h('label', {}, `请求头 ${header}`, select)
}
