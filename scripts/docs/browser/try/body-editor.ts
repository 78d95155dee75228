import type { BodyField, DocumentedOperation } from '../../model.js'
import { h } from '../dom.js'

/** A JSON body as text, begun with an example of the contract; a flat one can be filled in field by field too. */
export function bodyEditor(operation: DocumentedOperation, past?: string): { element: Element; value: () => string } {
  const area = h('textarea', { name: 'body', ariaLabel: '请求体 JSON', spellcheck: false })
  const set = (text: string): void => {
    area.value = text
    area.rows = Math.min(Math.max(text.split('\n').length, 4), 18)
    area.dispatchEvent(new Event('input'))
  }
  const fields = fieldInputs(operation.bodyFields ?? [], area)
  const element = h(
    'fieldset',
    {},
    h('legend', {}, '请求体 JSON'),
    ...exampleChoice(operation, (value) => set(asText(value))),
    area,
    ...fields
  )
  set(past ?? asText(operation.json))
  return { element, value: () => area.value }
}

function asText(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

function exampleChoice({ examples }: DocumentedOperation, choose: (value: unknown) => void): Element[] {
  if (examples.length < 2) return []
  const select = h('select', {}, ...examples.map(({ name }) => h('option', {}, name)))
  select.onchange = () => choose(examples[select.selectedIndex]!.value)
  return [h('label', {}, '示例', select)]
}

/** Inputs that write into the text, and show what is written there. */
function fieldInputs(fields: BodyField[], area: HTMLTextAreaElement): Element[] {
  if (fields.length === 0) return []
  const inputs = fields.map((field) => ({ field, input: inputOf(field) }))
  const read = (): Record<string, unknown> | undefined => {
    try {
      return JSON.parse(area.value) as Record<string, unknown>
    } catch {
      return undefined
    }
  }
  for (const { field, input } of inputs) {
    input.oninput = () => {
      const { [field.name]: _before, ...others } = read() ?? {}
      area.value = asText(input.value === '' ? others : { ...others, [field.name]: valueOf(field, input.value) })
    }
  }
  area.addEventListener('input', () => {
    const body = read()
    for (const { field, input } of inputs) {
      input.disabled = body === undefined
      if (body !== undefined) input.value = asField(body[field.name])
    }
  })
  const rows = inputs.map(({ field, input }) => labelled(field, input))
  return [h('details', { className: 'fields' }, h('summary', {}, '逐项填写'), ...rows)]
}

function asField(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

function labelled({ name, required, description }: BodyField, input: HTMLElement): Element {
  const mark = required ? [h('em', {}, '必填')] : []
  return h('label', {}, h('span', {}, h('code', {}, name), ...mark), input, h('small', {}, description))
}

function inputOf({ values, type }: BodyField): HTMLInputElement | HTMLSelectElement {
  const choices = values ?? (type === 'boolean' ? ['true', 'false'] : undefined)
  if (choices === undefined) return h('input', { autocomplete: 'off' })
  return h('select', {}, ...['', ...choices].map((value) => h('option', { value }, value || '（不带）')))
}

/** Left as text where it is no number, so that the check of the body can say so. */
function valueOf({ type }: BodyField, text: string): unknown {
  if (type === 'boolean') return text === 'true'
  if (type === 'string' || text.trim() === '' || Number.isNaN(Number(text))) return text
  return Number(text)
}
