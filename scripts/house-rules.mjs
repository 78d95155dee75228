/**
 * The house rules for the contracts that take more than an assertion in redocly.yaml.
 */

import { pagesSaid, repeatableSaid, sessionSaid, statusesSaid } from './client-rules.mjs'
import {
  bareAnswerDescribed,
  componentNamesDistinct,
  enumDefaultInComponent,
  integerFormat,
  nullBodyUntyped,
  nullReadable,
  pathParameterName,
  schemaNotConstructor,
  tagNamed,
  unionReadable
} from './generator-rules.mjs'
import { enumNamed, textsWritten } from './text-rules.mjs'

/**
 * @typedef {{ child(keys: (string | number)[]): Location, key(): Location, absolutePointer: string }} Location
 * @typedef {{
 *   location: Location,
 *   report(problem: { message: string, location?: Location }): void,
 *   resolve(node: any, from?: string): { node?: any, location?: Location & { source: { absoluteRef: string } } },
 * }} Context
 */

/** Every body, in requests and responses, shows itself: in `example` or in `examples`, not in both. */
function bodyExample() {
  /** @param {Record<string, any>} mediaTypes @param {Context} context */
  const enter = (mediaTypes, { report, location }) => {
    for (const [name, mediaType] of Object.entries(mediaTypes)) {
      const one = mediaType.example !== undefined
      const several = Object.keys(mediaType.examples ?? {}).length > 0
      if (one !== several) continue
      const message = one
        ? `\`${name}\` must have \`example\` or \`examples\`, not both.`
        : `\`${name}\` must have an \`example\` or \`examples\`.`
      report({ message, location: location.child([name]).key() })
    }
  }
  return { RequestBody: { MediaTypesMap: { enter } }, Response: { MediaTypesMap: { enter } } }
}

/** Every path parameter has an example of its own, beside its schema. */
function pathParameterExample() {
  return {
    Parameter: {
      /** @param {any} parameter @param {Context} context */
      enter(parameter, { report }) {
        if (parameter.in !== 'path' || parameter.example !== undefined) return
        report({ message: `Path parameter \`${parameter.name}\` must have an \`example\` beside its schema.` })
      }
    }
  }
}

/** An operation that asks who calls declares 401; one that asks for a right declares 403; one with input declares how it is refused. */
function refusalsDeclared() {
  return {
    Operation: {
      /** @param {any} operation @param {Context} context */
      enter(operation, { report, location }) {
        const declared = operation.responses ?? {}
        /** @param {string} status @param {string} because */
        const demand = (status, because) => {
          if (!(status in declared)) {
            report({
              message: `\`${status}\` must be declared: ${because}.`,
              location: location.child(['responses']).key()
            })
          }
        }
        if (operation.security?.length > 0) demand('401', 'the operation has security')
        if (operation['x-right'] !== undefined) demand('403', 'the operation has `x-right`')
        const hasInput = operation.requestBody !== undefined || operation.parameters?.length > 0
        const refusesInput = Object.keys(declared).some((status) => /^4(?!0[13])/.test(status))
        if (hasInput && !refusesInput) demand('4XX', 'the operation has a body or parameters')
      }
    }
  }
}

/** `x-database: replica`, on a GET alone: a standby may answer it. Every other operation is the primary's. */
function databaseNamed() {
  return {
    PathItem: {
      /** @param {Record<string, any>} item @param {Context} context */
      enter(item, { report, location }) {
        for (const [method, operation] of Object.entries(item)) {
          const database = operation?.['x-database']
          if (database === undefined || (database === 'replica' && method === 'get')) continue
          report({
            message: '`x-database` may be `replica`, of a GET.',
            location: location.child([method, 'x-database'])
          })
        }
      }
    }
  }
}

/** Every object in a response, however deep, lists all that it may hold: `additionalProperties: false`. */
function responseSchemaClosed() {
  /** @type {Set<string>} */
  const seen = new Set()

  /** @param {any} schema @param {Location} location @param {Context} context @param {string} [from] */
  const walk = (schema, location, context, from) => {
    if (schema?.$ref !== undefined) {
      const target = context.resolve(schema, from)
      if (target.location) walk(target.node, target.location, context, target.location.source.absoluteRef)
      return
    }
    if (typeof schema !== 'object' || schema === null || seen.has(location.absolutePointer)) return
    seen.add(location.absolutePointer)
    const isObject = schema.type === 'object' || schema.properties !== undefined
    if (isObject && schema.additionalProperties !== false) {
      context.report({ message: 'An object in a response must have `additionalProperties: false`.', location })
    }
    for (const key of ['items', 'additionalProperties', 'not']) {
      walk(schema[key], location.child([key]), context, from)
    }
    for (const key of ['properties', 'allOf', 'anyOf', 'oneOf']) {
      for (const [name, part] of Object.entries(schema[key] ?? {})) {
        walk(part, location.child([key, name]), context, from)
      }
    }
  }

  return {
    Response: {
      MediaType: {
        /** @param {any} mediaType @param {Context} context */
        enter(mediaType, context) {
          walk(mediaType.schema, context.location.child(['schema']), context)
        }
      }
    }
  }
}

/** No schema means "anything": each has a type or is composed of schemas, arrays name their items, objects their properties. */
function schemaTyped() {
  return {
    Schema: {
      /** @param {any} schema @param {Context} context */
      enter(schema, { report }) {
        const composed = ['allOf', 'anyOf', 'oneOf'].some((key) => schema[key] !== undefined)
        if (schema.type === undefined && !composed && schema['x-null'] !== true) {
          report({ message: 'A schema must have a `type`, a `$ref`, `allOf`, `anyOf`, `oneOf`, or `x-null`.' })
        }
        if (schema.type === 'array' && schema.items === undefined) {
          report({ message: 'An array must have `items`.' })
        }
        const listed = composed || schema.properties !== undefined || schema.additionalProperties !== undefined
        if (schema.type === 'object' && !listed) {
          report({ message: 'An object must have `properties` or `additionalProperties`.' })
        }
      }
    }
  }
}

/** The plugin, in the form that Redocly loads. */
export default function houseRules() {
  return {
    id: 'house',
    rules: {
      oas3: {
        'bare-answer-described': bareAnswerDescribed,
        'body-example': bodyExample,
        'component-names-distinct': componentNamesDistinct,
        'database-named': databaseNamed,
        'enum-default-in-component': enumDefaultInComponent,
        'enum-named': enumNamed,
        'integer-format': integerFormat,
        'null-body-untyped': nullBodyUntyped,
        'null-readable': nullReadable,
        'pages-said': pagesSaid,
        'path-parameter-example': pathParameterExample,
        'path-parameter-name': pathParameterName,
        'refusals-declared': refusalsDeclared,
        'repeatable-said': repeatableSaid,
        'response-schema-closed': responseSchemaClosed,
        'schema-not-constructor': schemaNotConstructor,
        'schema-typed': schemaTyped,
        'session-said': sessionSaid,
        'statuses-said': statusesSaid,
        'tag-named': tagNamed,
        'texts-written': textsWritten,
        'union-readable': unionReadable
      }
    }
  }
}
