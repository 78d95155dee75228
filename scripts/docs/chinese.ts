import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { packageRoot } from '../../src/config/package-root.js'

/** English text of a contract → its Chinese. */
export type Dictionary = Map<string, string>

const DESCRIBING = ['description', 'summary']
/** A word and another one or a number: the contracts' headings and most of what they say of fields are Chinese already. */
const ENGLISH = /\b(?!ISO )[a-z]{2,} [a-z\d]+/i

/** The Chinese of an API's English texts, `docs/zh/<api>.yaml`. */
export function readDictionary(api: string): Dictionary {
  const text = readFileSync(new URL(`docs/zh/${api}.yaml`, packageRoot), 'utf8')
  return new Map((parse(text) as { en: string; zh: string }[]).map(({ en, zh }) => [en.trim(), zh.trim()]))
}

/** A copy of the document in Chinese. A text that the dictionary lacks stays in English and is reported to `missing`. */
export function inChinese<Part>(document: Part, dictionary: Dictionary, missing?: (text: string) => void): Part {
  const translate = (text: string): string => {
    const chinese = dictionary.get(text.trim())
    if (chinese === undefined && ENGLISH.test(text)) missing?.(text.trim())
    return chinese ?? text
  }
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]: [string, unknown]) => {
        // Examples are data, and so is whatever they hold under these names.
        if (key === 'example' || key === 'value') return [key, value]
        return [key, DESCRIBING.includes(key) && typeof value === 'string' ? translate(value) : walk(value)]
      })
    )
  }
  return walk(document) as Part
}
