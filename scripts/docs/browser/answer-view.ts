import { h } from './dom.js'
import { asCurl, type Answer, type Outgoing } from './request.js'

/** What was sent and what came back. */
export function answerView(request: Outgoing, answer: Answer): Element {
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
    h('pre', { className: 'body' }, h('code', {}, answer.body)),
    folded('响应头', headers),
    folded('curl', asCurl(request))
  )
}

/** In place of an answer when none came. */
export function troubleView(error: Error): Element {
  return h('section', { className: 'answer' }, h('p', { className: 'trouble' }, `请求没有得到响应：${error.message}`))
}

function folded(title: string, text: string): Element {
  return h('details', {}, h('summary', {}, title), h('pre', {}, h('code', {}, text)))
}
