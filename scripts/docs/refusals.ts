import { fieldErrors, type FieldError } from '../../src/http/field-errors.js'

/** An error of a compiled schema. */
interface SchemaError {
  instancePath: string
  keyword: string
  message?: string
  params: Record<string, unknown>
}

interface Validator {
  (body: unknown): boolean
  errors?: SchemaError[] | null
}

/** What a compiled schema finds in a body, in the words of the server. */
export function refusals(validate: Validator, body: unknown): FieldError[] {
  if (validate(body)) return []
  const issues = (validate.errors ?? []).map(({ instancePath, keyword, message = keyword, params }) => {
    const named = keyword === 'required' ? params.missingProperty : params.additionalProperty
    const path = ['body', ...instancePath.split('/').slice(1), ...(typeof named === 'string' ? [named] : [])]
    return { path, rule: keyword, message, params, label: path.length > 1 ? path.at(-1) : undefined }
  })
  return fieldErrors(issues)
}
