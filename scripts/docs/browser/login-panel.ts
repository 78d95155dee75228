import type { DocumentedApi, DocumentedOperation } from '../model.js'
import { h } from './dom.js'
import { compose, send, tokenIn, type Outgoing } from './request.js'
import { serverUrl } from './server.js'
import type { Session } from './session.js'

export type Sample = { name: string; password: string }

type LogIn = (as: Sample) => void

/** Logs in with a sample account at a press, or with any other, through the API's own login. */
export function loginPanel(
  api: DocumentedApi,
  session: Session,
  samples: Sample[]
): { element: Element; update(): void } {
  const state = h('p', { className: 'state' })
  const trouble = h('p', { className: 'trouble', role: 'alert', hidden: true })
  const logIn = createLogin(api, session, (text) => {
    trouble.hidden = text === ''
    trouble.textContent = text
  })
  const leave = h('button', { type: 'button', className: 'link', onclick: () => session.end() }, '忘记此令牌')
  const out = h('div', { className: 'logged-out' }, ...loginForms(samples, logIn))
  const into = h('div', { className: 'logged-in' }, schemePicker(api, session), leave)
  const update = (): void => {
    const who = session.name()
    state.textContent = who === undefined ? '未登录' : `已登录：${who}`
    state.classList.toggle('on', who !== undefined)
    out.hidden = who !== undefined
    into.hidden = who === undefined
    if (who !== undefined) trouble.hidden = true
  }
  return { element: h('section', { className: 'login', ariaLabel: '登录' }, state, out, into, trouble), update }
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

function loginRequest(login: DocumentedOperation, { name, password }: Sample): Outgoing {
  const fields = login.fields.map((field) => field.name)
  const keys = fields.length > 0 ? fields : Object.keys(login.json as object)
  const body = Object.fromEntries(keys.map((key) => [key, key === 'password' ? password : name]))
  return compose(serverUrl, login, { fields: body, json: JSON.stringify(body) }, undefined)
}
