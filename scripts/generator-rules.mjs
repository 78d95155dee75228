/** The house rules for what generators of other projects make of the contracts. */

/** @typedef {import('./house-rules.mjs').Context} Context */

/** OpenAPI Generator's Python names no class for an enum inside a property, and its default counts on one. */
export function enumDefaultInComponent() {
  return {
    Schema: {
      /** @param {any} schema @param {Context} context */
      enter(schema, { report, location }) {
        if (schema.enum === undefined || schema.default === undefined) return
        const message =
          'An enum with a `default` must be a component of its own: `allOf` with a `$ref`, and the `default` there.'
        report({ message, location: location.child(['default']).key() })
      }
    }
  }
}

/** oapi-codegen has one name space for all sections of the components, in which case and signs do not count. */
export function componentNamesDistinct() {
  return {
    Components: {
      /** @param {Record<string, any>} components @param {Context} context */
      enter(components, { report, location }) {
        /** @type {Map<string, string>} */
        const seen = new Map()
        for (const [section, named] of Object.entries(components)) {
          for (const name of Object.keys(named)) {
            const bare = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
            const other = seen.get(bare)
            seen.set(bare, `${section}/${name}`)
            if (other === undefined) continue
            const message = `Generators take \`${name}\` and \`${other}\` for one name.`
            report({ message, location: location.child([section, name]).key() })
          }
        }
      }
    }
  }
}

/** OpenAPI Generator's Go has a constructor `NewTask` for a schema `Task`. */
export function schemaNotConstructor() {
  return {
    NamedSchemas: {
      /** @param {Record<string, any>} schemas @param {Context} context */
      enter(schemas, { report, location }) {
        for (const name of Object.keys(schemas)) {
          if (!name.startsWith('New') || schemas[name.slice('New'.length)] === undefined) continue
          const message = `\`${name}\` is the constructor of \`${name.slice('New'.length)}\` in Go: name it otherwise.`
          report({ message, location: location.child([name]).key() })
        }
      }
    }
  }
}

/** The name of a path parameter is not sent, and must be one in every language. */
export function pathParameterName() {
  return {
    Parameter: {
      /** @param {any} parameter @param {Context} context */
      enter({ in: place, name }, { report, location }) {
        if (place !== 'path' || /^[a-z]+(_?[a-zA-Z0-9]+)*$/.test(name)) return
        report({
          message: 'The name of a path parameter must begin with a letter.',
          location: location.child(['name'])
        })
      }
    }
  }
}

/** Generators group operations by tag, and drop what is not of Latin letters. */
export function tagNamed() {
  return {
    Tag: {
      /** @param {any} tag @param {Context} context */
      enter({ name, 'x-displayName': shown }, { report, location }) {
        if (/^[a-z]+(-[a-z]+)*$/.test(name) && shown !== undefined) return
        const message = 'A tag must have a `name` of Latin letters, and what people read in `x-displayName`.'
        report({ message, location: location.child(['name']) })
      }
    }
  }
}

/** Generators read a union only of simple types, and no two of one: anything else is one schema with optional properties. */
export function unionReadable() {
  return {
    Schema: {
      /** @param {any} schema @param {Context} context */
      enter({ oneOf, anyOf }, { report, location }) {
        if (oneOf !== undefined) {
          report({ message: 'Use `anyOf` of simple types.', location: location.child(['oneOf']).key() })
        }
        const types = anyOf?.map((/** @type {any} */ one) => one.type)
        if (types?.every(isSimple) !== false && new Set(types).size === (types ?? []).length) return
        const message = '`anyOf` may only be of simple types, each once.'
        report({ message, location: location.child(['anyOf']).key() })
      }
    }
  }
}

/** @param {unknown} type */
function isSimple(type) {
  return ['string', 'integer', 'number', 'boolean'].includes(/** @type {string} */ (type))
}

/** An integer without a format is of another size in every language. */
export function integerFormat() {
  return {
    Schema: {
      /** @param {any} schema @param {Context} context */
      enter({ type, format }, { report }) {
        if (type !== 'integer' || format === 'int32' || format === 'int64') return
        report({ message: 'An integer must have the `format` int32 or int64.' })
      }
    }
  }
}

/** OpenAPI 3.0 has no type for `null`: this form of it is read by all generators, and by scripts/types.mjs. */
export function nullReadable() {
  return {
    Schema: {
      /** @param {any} schema @param {Context} context */
      enter({ type, nullable, minProperties, additionalProperties, properties }, { report }) {
        const nothingElse = minProperties > 0 && additionalProperties === false && properties === undefined
        if (type !== 'object' || nullable !== true || !nothingElse) return
        report({ message: '`null` in a property is `type: string, nullable: true, maxLength: 0`.' })
      }
    }
  }
}

/** OpenAPI Generator's Rust reads a body as its type, also where it may be `null`: a body of `null` has no type. */
export function nullBodyUntyped() {
  return {
    MediaType: {
      /** @param {any} mediaType @param {Context} context */
      enter({ schema = {} }, { report, location, resolve }) {
        const { nullable } = schema.$ref === undefined ? schema : resolve(schema).node
        if (nullable !== true) return
        report({
          message: 'A body that is `null` must be a schema without a type and with `x-null: true`.',
          location: location.child(['schema'])
        })
      }
    }
  }
}

/** An answer that is a bare JSON string or `null` surprises the readers of code that was generated: the description has it. */
export function bareAnswerDescribed() {
  return {
    Operation: {
      /** @param {any} operation @param {Context} context */
      enter({ description = '', responses = {} }, { report, location, resolve }) {
        for (const status of ['200', '201']) {
          const schema = responses[status]?.content?.['application/json']?.schema
          const { type, 'x-null': isNull } = (schema?.$ref === undefined ? schema : resolve(schema).node) ?? {}
          if ((type !== 'string' && isNull !== true) || /JSON string|`null`/.test(description)) continue
          const message = `The description must have that ${status} is a bare JSON string or \`null\`.`
          report({ message, location: location.child(['description']) })
        }
      }
    }
  }
}
