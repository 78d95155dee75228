import type { DocumentedApi, DocumentedOperation } from '../../model.js'
import { h } from '../dom.js'
import { compose, send, tokenIn, type Outgoing } from '../request.js'
import { serverUrl } from '../server.js'
import { sessionPanel } from './session-panel.js'
import { pastedToken, type Session } from './session.js'

export type Sample = { name: string; password: string }

type LogIn = (as: Sample) => void

/** Logs in with a sample account at a press, with any other through the API's own login, or with a token. */
export function loginPanel(
  api: DocumentedApi,
  session: Session,
  samples: Sample[]
): { element: Element; update: () => void } {
  const state = h('p', { className: 'state' })
  const trouble = h('p', { className: 'trouble', role: 'alert', hidden: true })
  const showTrouble = (text: string): void => {
    trouble.hidden = text === ''
    trouble.textContent = text
  }
  const logIn = createLogin(api, session, showTrouble)
  const out = h('div', { className: 'logged-out' }, ...loginForms(samples, logIn), tokenForm(session))
  const into = sessionPanel(api, session, showTrouble)
  let shown: string | undefined
  const update = (): void => {
    const who = session.name()
    state.textContent = who === undefined ? '未登录' : `已登录：${who || '粘贴的令牌'}`
    state.classList.toggle('on', who !== undefined)
    out.hidden = who !== undefined
    ;(into.element as HTMLElement).hidden = who === undefined
    if (session.token() !== shown) showTrouble('')
    shown = session.token()
    into.update()
  }
  const element = h('section', { className: 'login', ariaLabel: '登录' }, state, out, into.element, trouble)
  return { element, update }
}

/** Begins the session, or shows why it does not begin. */
function createLogin(api: DocumentedApi, session: Session, showTrouble: (text: string) => void): LogIn {
  const login = api.operations.find((operation) => operation.session?.opens !== undefined)!
  const logIn = async (as: Sample): Promise<void> => {
    showTrouble('')
    const answer = await send(loginRequest(login, as))
    const token = tokenIn(login, answer)
    if (token === undefined) showTrouble(`登录失败（${answer.status}）：${answer.body}`)
    else session.begin(token, as.name)
  }
  return (as) => void logIn(as).catch((error: Error) => showTrouble(`请求没有得到响应：${error.message}`))
}

function loginForms(samples: Sample[], logIn: LogIn): Element[] {
  const form = loginForm(logIn)
  if (samples.length === 0) return [h('p', {}, '本服务器没有示例账号，请用自己的账户登录。'), form]
  const quick = samples.map((sample) =>
    h('button', { type: 'button', className: 'button sample', onclick: () => logIn(sample) }, sample.name)
  )
  return [
    h('p', {}, '以示例账号登录：'),
    h('p', { className: 'samples' }, ...quick),
    h('details', {}, h('summary', {}, '用其他账户登录'), form)
  ]
}

function loginForm(logIn: LogIn): Element {
  const name = h('input', { name: 'name', autocomplete: 'username', required: true })
  const password = h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    logIn({ name: name.value, password: password.value })
  }
  return h(
    'form',
    { className: 'login-form', onsubmit },
    h('label', {}, '账号', name),
    h('label', {}, '密码', password),
    h('button', { type: 'submit', className: 'button plain' }, '登录')
  )
}

function tokenForm(session: Session): Element {
  const input = h('input', { name: 'token', autocomplete: 'off', required: true, spellcheck: false })
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    session.begin(pastedToken(input.value))
    input.value = ''
  }
  return h(
    'details',
    {},
    h('summary', {}, '粘贴令牌'),
    h(
      'form',
      { className: 'login-form', onsubmit },
      h('label', {}, '令牌', input),
      h('button', { type: 'submit', className: 'button plain' }, '使用此令牌')
    )
  )
}

function loginRequest(login: DocumentedOperation, { name, password }: Sample): Outgoing {
  const fields = login.fields.map((field) => field.name)
  const keys = fields.length > 0 ? fields : Object.keys(login.json as object)
  const body = Object.fromEntries(keys.map((key) => [key, key === 'password' ? password : name]))
  return compose(serverUrl, login, { fields: body, json: JSON.stringify(body) }, undefined)
}
