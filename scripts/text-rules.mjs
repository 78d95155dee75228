/** The house rules for texts: nothing is left to write, all English has its Chinese, and values that are no names have some. */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'

/** @typedef {import('./house-rules.mjs').Context} Context */

/** Two words in a row, as in scripts/docs/chinese.ts. */
const ENGLISH = /[a-z]{3,} [a-z]+/i

/** Every summary and description is written, and every English one has its Chinese in docs/zh. */
export function textsWritten() {
  /** @type {Map<string, string> | undefined} */
  let dictionary
  let file = ''
  return {
    Root: {
      /** @param {any} _ @param {any} context */
      enter(_, { location }) {
        file = `docs/zh/${basename(location.source.absoluteRef)}`
        dictionary = readDictionary(file)
      }
    },
    any: {
      /** @param {any} node @param {Context} context */
      enter(node, { report, location }) {
        for (const key of ['summary', 'description']) {
          const text = node?.[key]
          if (typeof text !== 'string') continue
          const chinese = dictionary?.get(text.trim())
          const message = /\bTODO\b/.test(text)
            ? 'This is still to be written.'
            : ENGLISH.test(text) && (chinese === undefined || /\bTODO\b/.test(chinese))
              ? `This has no Chinese: enter it in ${file}.`
              : undefined
          if (message !== undefined) report({ message, location: location.child([key]) })
        }
      }
    }
  }
}

/** Values that no programming language takes for names have some in `x-enum-varnames`: generators need them. */
export function enumNamed() {
  return {
    Schema: {
      /** @param {any} schema @param {Context} context */
      enter({ enum: values, 'x-enum-varnames': names }, { report, location }) {
        const unnamed = values?.some(
          (/** @type {unknown} */ value) => typeof value === 'string' && /[^\x20-\x7e]/.test(value)
        )
        const named = names !== undefined && names.length === values?.length && new Set(names).size === names.length
        if ((names === undefined && !unnamed) || named) return
        const message = '`x-enum-varnames` must give each value of `enum` a name of its own, in Latin letters.'
        report({ message, location: location.child(['enum']).key() })
      }
    }
  }
}

function readDictionary(path) {
  try {
    return new Map(parse(readFileSync(path, 'utf8')).map(({ en, zh }) => [en.trim(), zh]))
  } catch {
    return new Map()
  }
}
