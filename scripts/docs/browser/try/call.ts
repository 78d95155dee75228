import type { DocumentedApi, DocumentedOperation, Field } from '../../model.js'
import { h } from '../dom.js'
import { compose, send, tokenIn, type Answer, type Filled } from '../request.js'
import { serverUrl } from '../server.js'
import { answerView, problemsView, troubleView } from './answer-view.js'
import { parseHeaders, problemsOf } from './checks.js'
import { operationForm } from './form.js'
import { isId, listFor, type Values } from './values.js'
import { heading } from './list.js'
import type { Past } from './history.js'
import type { Session } from './session.js'

/** What calls of one API have in common. */
export interface Workspace {
  api: DocumentedApi
  session: Session
  values: Values
  remember(past: Past): void
}

/** An operation: what it is, its form, and the answer to its last call. */
export function operationView(workspace: Workspace, operation: DocumentedOperation, past?: Filled): Element[] {
  const result = h('div', { ariaLive: 'polite' })
  const show = (element: Element): void => result.replaceChildren(element)
  const fail = (error: Error): void => show(troubleView(error))
  const callNow = (filled: Filled): void => {
    if (
      operation.method === 'DELETE' &&
      !confirm(`确定要发送吗？\n${compose(serverUrl, operation, filled, undefined).url}`)
    )
      return
    void call(workspace, operation, filled).then(show).catch(fail)
  }
  const submit = (filled: Filled): void =>
    void problemsOf(operation, filled)
      .then((problems) => {
        if (problems.length === 0) callNow(filled)
        else show(problemsView(problems, () => callNow(filled)))
      })
      .catch(fail)
  const form = operationForm(operation, {
    submit,
    past,
    known: (field) => workspace.values.known(operation, field),
    lookUp: (field) => lookUp(workspace, operation, field)
  })
  return [heading(operation), form, result]
}

async function call(workspace: Workspace, operation: DocumentedOperation, filled: Filled): Promise<Element> {
  const { session, values } = workspace
  const request = compose(serverUrl, operation, filled, session.credentials(), parseHeaders(filled.headers).headers)
  const answer = await send(request)
  workspace.remember({ operationId: operation.operationId, filled, status: answer.status, at: Date.now() })
  if (answer.ok && operation.method === 'DELETE') {
    for (const field of operation.fields.filter(isId)) values.forget(filled.fields[field.name] ?? '')
  } else if (answer.ok) values.learn(operation, answer.parsed)
  return answerView(request, answer, notesOn(session, operation, filled, answer))
}

/** Moves the session on with the answer. A login does not take the place of a session that is on. */
function notesOn(
  session: Session,
  operation: DocumentedOperation,
  filled: Filled,
  answer: Answer
): (Element | string)[] {
  const isOn = session.token() !== undefined
  const token = tokenIn(operation, answer)
  if (token !== undefined && operation.session?.renews !== undefined) session.begin(token, session.name())
  else if (token !== undefined && !isOn) session.begin(token, nameIn(filled))
  else if (token !== undefined) {
    const change = h('button', { type: 'button', className: 'link' }, '改用此令牌')
    change.onclick = () => {
      session.begin(token, nameIn(filled))
      change.replaceWith('已改用此令牌。')
    }
    return [h('span', {}, '当前会话没有改变。', change)]
  }
  if (answer.ok && operation.session?.closes) session.end()
  if (answer.status === 401 && isOn && operation.security.length > 0) return ['服务器不接受当前令牌：请重新登录。']
  return []
}

/** Who logs in: what is filled in beside the password. */
function nameIn({ fields, json }: Filled): string {
  const filled = json === undefined ? fields : (JSON.parse(json) as Record<string, string>)
  return Object.entries(filled).find(([key]) => key !== 'password')?.[1] ?? ''
}

/** Reads the list that has the ids for a field. */
function lookUp(
  { api, session, values }: Workspace,
  operation: DocumentedOperation,
  field: Field
): (() => Promise<void>) | undefined {
  const list = listFor(api, operation, field)
  if (list === undefined) return undefined
  return async () => {
    const fields = Object.fromEntries(
      list.fields.map(({ name, required, example }) => [name, required ? String(example) : ''])
    )
    const answer = await send(compose(serverUrl, list, { fields }, session.credentials()))
    if (!answer.ok) throw new Error(`${list.path}：${answer.status}`)
    values.learn(list, answer.parsed)
  }
}
