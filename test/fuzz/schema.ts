import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { isEmail } from '../../src/realms/emails.js'
import type { RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { fitsScheme, mayBeStored } from '../../src/passwords/rules.js'
import type { ContractDocument } from '../../src/http/contract.js'
import { findBadText } from '../../src/http/text.js'
import { resolve } from '../contract/documented.js'

/** The part of JSON Schema that the contracts use for what a client sends. */
export interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  enum?: unknown[]
  anyOf?: Schema[]
  /** A reference, with a default beside it. */
  allOf?: [Schema]
  nullable?: boolean
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  'x-other-type'?: 'number' | 'string'
}

/** Whether a value is one that the schema takes. */
export type Fits = (schema: Schema, value: unknown) => boolean

/** A validator of values for one API that is independent of its server. */
export function createFits(name: RealmName): Fits {
  const ajv = new Ajv({ strict: false })
  const { hash } = realmNamed(name)
  addFormats.default(ajv)
  ajv.addFormat('email', { type: 'string', validate: isEmail })
  // A longer one may only be tried on an imported hash of another scheme, and none is here: it is wrong, and refused as invalid.
  ajv.addFormat('password', { type: 'string', validate: (text) => fitsScheme(hash, text) })
  ajv.addFormat('new-password', { type: 'string', validate: (text) => mayBeStored(hash, 1, text) })
  return (schema, value) => ajv.validate(schema, value) && findBadText(value).length === 0
}

/** What clients may send in the place of a number or a text. */
function otherForm({ type, minimum = 0 }: Schema): Schema {
  if (type === 'string') return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  if (type === 'number') return { type: 'string', pattern: '^(0|[1-9][0-9]{0,7})(\\.[0-9]{1,2})?$' }
  return { type: 'string', pattern: `^(${minimum < 0 ? '-1|' : ''}${minimum < 1 ? '0|' : ''}[1-9][0-9]{0,8})$` }
}

/** The schema with every reference in it replaced by its target; one of several forms is an `anyOf` of them. */
export function dereference(document: ContractDocument, reference: Schema): Schema {
  const schema = resolve<Schema>(document, reference)
  if (schema['x-other-type'] !== undefined) return { anyOf: [schema, otherForm(schema)] }
  const { properties = {}, anyOf, allOf } = schema
  if (allOf !== undefined) return dereference(document, allOf[0])
  const inner = Object.entries(properties).map(([name, property]) => [name, dereference(document, property)])
  return {
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(inner) }),
    ...(anyOf && { anyOf: anyOf.map((each) => dereference(document, each)) })
  }
}
