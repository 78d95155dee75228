import type { DocumentedOperation, Field } from '../../model.js'
import { h } from '../dom.js'
import type { Filled } from '../request.js'
import { bodyEditor } from './body-editor.js'
import { isId } from './values.js'

const PLACES = { path: '路径参数', query: '查询参数', form: '表单' }

export interface FormOptions {
  submit: (filled: Filled) => void
  /** What was sent before, to be sent again. */
  past?: Filled | undefined
  /** Ids that are known to exist, the latest first. */
  known: (field: Field) => string[]
  /** Looks for such ids; undefined where no operation lists them. */
  lookUp: (field: Field) => (() => Promise<void>) | undefined
}

type Input = HTMLInputElement | HTMLSelectElement

/** Headers that a person added; they stay from operation to operation. */
let headerText = ''

/** The inputs of an operation, filled with what was sent before, ids that exist, or the contract's examples. */
export function operationForm(operation: DocumentedOperation, options: FormOptions): HTMLFormElement {
  const inputs = operation.fields.map((field) => ({ field, input: inputOf(field, valueFor(field, options)) }))
  const body = operation.json === undefined ? undefined : bodyEditor(operation, options.past?.json)
  const headers = h('textarea', { name: 'headers', rows: 2, placeholder: 'X-Request-Id: 1234', spellcheck: false })
  headers.value = options.past?.headers ?? headerText
  headers.ariaLabel = '自定义请求头'
  const form = h('form', {
    className: 'call',
    onsubmit: (event) => {
      event.preventDefault()
      headerText = headers.value
      const fields = Object.fromEntries(inputs.map(({ field, input }) => [field.name, input.value]))
      options.submit({ fields, json: body?.value(), headers: headers.value })
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
    }
  })
  const extra = h('details', { open: headers.value !== '' }, h('summary', {}, '自定义请求头'), headers)
  const send = h('button', { type: 'submit', className: 'button send' }, '发送请求')
  const hint = h('small', { className: 'hint' }, 'Ctrl + Enter')
  form.append(
    ...groups(inputs, options),
    ...(body === undefined ? [] : [body.element]),
    extra,
    h('p', {}, send, ' ', hint)
  )
  return form
}

function groups(inputs: { field: Field; input: Input }[], options: FormOptions): Element[] {
  return (['path', 'query', 'form'] as const).flatMap((place) => {
    const here = inputs.filter(({ field }) => field.in === place)
    if (here.length === 0) return []
    const rows = here.flatMap(({ field, input }) => [labelled(field, input), ...idHelp(field, input, options)])
    return [h('fieldset', {}, h('legend', {}, PLACES[place]), ...rows)]
  })
}

/** The known ids as suggestions, and a button that looks for them. */
function idHelp(field: Field, input: Input, { known, lookUp }: FormOptions): Element[] {
  if (!isId(field)) return []
  const list = h('datalist', { id: `known-${field.name}` })
  const suggest = (): void => list.replaceChildren(...known(field).map((value) => h('option', { value })))
  input.setAttribute('list', list.id)
  suggest()
  const look = lookUp(field)
  if (look === undefined) return [list]
  const state = h('span', { role: 'status' })
  const find = async (): Promise<void> => {
    await look()
    suggest()
    const [first] = known(field)
    if (first !== undefined) input.value = first
    state.textContent = first === undefined ? ' 没有找到' : ''
  }
  const onclick = (): void => void find().catch((error: Error) => (state.textContent = ` ${error.message}`))
  const button = h('button', { type: 'button', className: 'link', onclick }, `取现有的 ${field.name}`)
  return [list, h('p', { className: 'look-up' }, button, state)]
}

function valueFor(field: Field, { past, known }: FormOptions): string {
  const before = past?.fields[field.name]
  if (before !== undefined) return before
  const [first] = isId(field) ? known(field) : []
  // An optional field of the query narrows what one gets: empty unless someone asks for it.
  return first ?? (field.required || field.in === 'form' ? String(field.example ?? '') : '')
}

function labelled({ name, required, description }: Field, input: HTMLElement): Element {
  const mark = required ? [h('em', {}, '必填')] : []
  return h('label', {}, h('span', {}, h('code', {}, name), ...mark), input, h('small', {}, description))
}

function inputOf({ name, required, values, example = '' }: Field, value: string): Input {
  if (values === undefined) {
    return h('input', { name, required, value, placeholder: String(example), autocomplete: 'off' })
  }
  const choices = required ? values : ['', ...values]
  const select = h('select', { name }, ...choices.map((choice) => h('option', { value: choice }, choice || '（不带）')))
  select.value = value
  return select
}
