import type { Issue } from '../domain-error.js'

const BAD_TEXT = { rule: 'text', message: 'must not contain U+0000 or a lone surrogate' }

type Path = (string | number)[]

/** Finds strings that PostgreSQL cannot hold: U+0000, lone surrogates. Without recursion, for bodies nest deep. */
export function findBadText(root: unknown): Issue[] {
  const issues: Issue[] = []
  const open: { value: unknown; path: Path }[] = [{ value: root, path: [] }]
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { value, path } = entry
    if (typeof value === 'string') {
      if (isBad(value)) issues.push({ path, ...BAD_TEXT })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        if (isBad(key)) issues.push({ path, ...BAD_TEXT })
        if (typeof child === 'string' || typeof child === 'object') {
          // A path longer than any schema is deep tells nobody more.
          open.push({ value: child, path: path.length < 8 ? [...path, key] : path })
        }
      }
    }
  }
  return issues
}

function isBad(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}
