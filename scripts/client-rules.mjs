/** The house rules for what the client package is made from: `x-session`, `x-pages`, `x-repeatable`, `x-statuses`. */

/**
 * @typedef {{ child(keys: (string | number)[]): Location, key(): Location }} Location
 * @typedef {{
 *   location: Location,
 *   report(problem: { message: string, location?: Location }): void,
 *   resolve(node: any, from?: string): { node?: any, location?: { source: { absoluteRef: string } } },
 * }} Context
 */

/** A node, or what its `$ref` names. @param {Context} context @param {any} node @param {string} [from] */
function follow({ resolve }, node, from) {
  if (node?.$ref === undefined) return { node, from }
  const target = resolve(node, from)
  return { node: target.node, from: target.location?.source.absoluteRef }
}

/** The type of what a JSON pointer names in the body of a 200. @param {Context} context @param {any} operation @param {string} pointer */
function typeAt(context, operation, pointer) {
  let at = follow(context, operation.responses?.['200'])
  at = follow(context, at.node?.content?.['application/json']?.schema, at.from)
  for (const key of pointer.split('/').slice(1)) at = follow(context, at.node?.properties?.[key], at.from)
  return at.node?.type
}

/** `x-session` says one thing: where the token is in the answer that opens or renews a session, or that one is closed. */
export function sessionSaid() {
  return {
    Operation: {
      /** @param {any} operation @param {Context} context */
      enter(operation, context) {
        const session = operation['x-session']
        if (session === undefined) return
        const location = context.location.child(['x-session'])
        const [[name, value] = [], ...others] = Object.entries(session)
        const isToken = ['opens', 'renews'].includes(name ?? '') && typeAt(context, operation, value) === 'string'
        if (others.length === 0 && (isToken || (name === 'closes' && value === true))) return
        const message =
          '`x-session` must be `opens` or `renews` with a pointer to a string in the 200, or `closes: true`.'
        context.report({ message, location })
      }
    }
  }
}

/** The type of what `total` of `x-pages` names: a JSON pointer into the body of a 200, or a header. @param {Context} context @param {any} operation @param {string} [total] */
function typeOfTotal(context, operation, total = '') {
  if (total.startsWith('/')) return typeAt(context, operation, total)
  const response = follow(context, operation.responses?.['200'])
  return follow(context, response.node?.headers?.[total]?.schema, response.from).node?.type
}

/** A list that is cut into pages says so in `x-pages`: its query parameters, where the items are, and how many there are in all. */
export function pagesSaid() {
  return {
    Operation: {
      /** @param {any} operation @param {Context} context */
      enter(operation, context) {
        const pages = operation['x-pages']
        const parameters = (operation.parameters ?? []).map((/** @type {any} */ one) => follow(context, one).node)
        const names = parameters.filter((one) => one.in === 'query').map((one) => one.name)
        const cut = names.some((/** @type {string} */ name) => /^page/.test(name))
        if (pages === undefined && !cut) return
        const known = names.includes(pages?.number) && names.includes(pages?.size)
        const isCounted = typeOfTotal(context, operation, pages?.total) === 'integer'
        if (known && typeAt(context, operation, pages.items) === 'array' && isCounted) return
        const message =
          '`x-pages` must name two query parameters, `number` and `size`, in `items` a pointer to an array in the 200, and in `total` one to an integer, or a header.'
        context.report({ message, location: context.location.child(['x-pages']) })
      }
    }
  }
}

/** `x-repeatable` is there only where an operation differs from others of its method. */
export function repeatableSaid() {
  return {
    Operation: {
      /** @param {any} operation @param {Context & { key: string }} context */
      enter(operation, { key, location, report }) {
        const said = operation['x-repeatable']
        if (said === undefined || said === (key === 'post')) return
        const message = '`x-repeatable` must be `true` for a POST, `false` for another method, or left out.'
        report({ message, location: location.child(['x-repeatable']) })
      }
    }
  }
}

/** A default response lists the statuses that it covers. */
export function statusesSaid() {
  return {
    Operation: {
      /** @param {any} operation @param {Context} context */
      enter(operation, context) {
        const { node } = follow(context, operation.responses?.default)
        if (node === undefined || node['x-statuses']?.length > 0) return
        const location = context.location.child(['responses', 'default']).key()
        context.report({ message: 'The default response must list its statuses in `x-statuses`.', location })
      }
    }
  }
}
