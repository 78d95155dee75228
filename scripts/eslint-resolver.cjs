/*
 * Tells eslint-plugin-boundaries which file a relative import means: sources import `./x.js` where `./x.ts` is.
 */
const { existsSync } = require('node:fs')
const { dirname, resolve } = require('node:path')

exports.interfaceVersion = 2

/** @param {string} source @param {string} file */
exports.resolve = (source, file) => {
  if (!source.startsWith('.')) return { found: false }
  const path = resolve(dirname(file), source)
  const candidates = [path.replace(/\.js$/, '.ts'), path]
  const found = candidates.find((candidate) => existsSync(candidate))
  return found === undefined ? { found: false } : { found: true, path: found }
}
