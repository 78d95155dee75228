/** The house rules for what generators of other projects make of the contracts. */

/** @typedef {import('./house-rules.mjs').Context} Context */

/** OpenAPI Generator's Python names no class for an enum that stands in a property, and its default counts on one. */
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
