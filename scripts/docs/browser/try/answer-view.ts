import { copyButton } from '../code.js'
import { h } from '../dom.js'
import { asCurl, type Answer, type Outgoing } from '../request.js'

const LABELS = { copy: '复制', copied: '已复制' }

/** What was sent and what came back, with notes on what that means. */
export function answerView(request: Outgoing, answer: Answer, notes: (Element | string)[]): Element {
  const kind = answer.status < 300 ? 'good' : 'bad'
  const headers = answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n')
  return h(
    'section',
    { className: 'answer', ariaLabel: '响应' },
    h(
      'p',
      { className: 'status' },
      h('b', { className: kind }, `${answer.status} ${answer.statusText}`),
      ` ${answer.milliseconds} 毫秒`
    ),
    ...notes.map((note) => h('p', { className: 'note' }, note)),
    code(answer.body, 'body'),
    folded('响应头', headers),
    folded('curl', asCurl(request))
  )
}

/** In place of an answer when none came. */
export function troubleView(error: Error): Element {
  return h('section', { className: 'answer' }, h('p', { className: 'trouble' }, `请求没有得到响应：${error.message}`))
}

/** Before something is sent that the server would refuse. */
export function problemsView(problems: string[], sendAnyway: () => void): Element {
  return h(
    'section',
    { className: 'problems', ariaLabel: '发送前的检查' },
    h('p', {}, '还没有发送，服务器会拒绝这个请求：'),
    h('ul', {}, ...problems.map((problem) => h('li', {}, problem))),
    h('button', { type: 'button', className: 'button plain', onclick: sendAnyway }, '仍然发送')
  )
}

function folded(title: string, text: string): Element {
  return h('details', {}, h('summary', {}, title), code(text))
}

function code(text: string, className = ''): Element {
  const block = h('pre', { className, tabIndex: 0 }, h('code', {}, text))
  return h(
    'div',
    { className: 'code' },
    block,
    copyButton(() => text, LABELS)
  )
}
