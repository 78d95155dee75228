import type { DocumentedOperation, Field } from '../model.js'
import { h } from './dom.js'
import type { Filled } from './request.js'

const PLACES = { path: '路径参数', query: '查询参数', form: '表单' }

/** The inputs of an operation, filled with the contract's examples. */
export function operationForm(operation: DocumentedOperation, submit: (filled: Filled) => void): HTMLFormElement {
  const inputs = operation.fields.map((field) => ({ field, input: inputOf(field) }))
  const groups = (['path', 'query', 'form'] as const).flatMap((place) => {
    const here = inputs.filter(({ field }) => field.in === place)
    if (here.length === 0) return []
    return [
      h('fieldset', {}, h('legend', {}, PLACES[place]), ...here.map(({ field, input }) => labelled(field, input)))
    ]
  })
  const body = operation.json === undefined ? undefined : bodyInput(operation.json)
  return h(
    'form',
    {
      className: 'call',
      onsubmit: (event) => {
        event.preventDefault()
        submit({
          fields: Object.fromEntries(inputs.map(({ field, input }) => [field.name, input.value])),
          json: body?.value
        })
      }
    },
    ...groups,
    ...(body === undefined ? [] : [h('fieldset', {}, h('legend', {}, '请求体 JSON'), body)]),
    h('button', { type: 'submit', className: 'button send' }, '发送请求')
  )
}

function labelled({ name, required, description }: Field, input: HTMLElement): Element {
  const mark = required ? [h('em', {}, '必填')] : []
  return h('label', {}, h('span', {}, h('code', {}, name), ...mark), input, h('small', {}, description))
}

function inputOf({ name, in: place, required, values, example = '' }: Field): HTMLInputElement | HTMLSelectElement {
  // An optional field of the query narrows what one gets: empty unless someone asks for it.
  const value = required || place === 'form' ? String(example) : ''
  if (values === undefined) {
    return h('input', { name, required, value, placeholder: String(example), autocomplete: 'off' })
  }
  const choices = required ? values : ['', ...values]
  const select = h('select', { name }, ...choices.map((choice) => h('option', { value: choice }, choice || '（不带）')))
  select.value = value
  return select
}

function bodyInput(example: unknown): HTMLTextAreaElement {
  const value = JSON.stringify(example, null, 2)
  const rows = Math.min(Math.max(value.split('\n').length, 4), 18)
  return h('textarea', { name: 'body', ariaLabel: '请求体 JSON', value, rows, spellcheck: false })
}
