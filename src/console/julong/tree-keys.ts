/** A row of a tree as the keyboard sees it. */
export interface TreeRow {
  id: number
  level: number
  isMenu: boolean
  isOpen: boolean
  /** What a letter finds. */
  texts: string[]
}

/** What a key does: the row that gets the focus, or the one that opens or closes. */
export type TreeMove = { focus: number } | { flip: number }

/** Arrows, Home, End and letters in a tree whose visible rows are these; undefined for any other key. */
export function treeMove(key: string, rows: readonly TreeRow[], index: number): TreeMove | undefined {
  const row = rows[index]
  if (row === undefined) return undefined
  const to = (place: number): TreeMove => ({ focus: rows[Math.min(Math.max(place, 0), rows.length - 1)]!.id })
  if (key === 'ArrowDown') return to(index + 1)
  if (key === 'ArrowUp') return to(index - 1)
  if (key === 'Home') return to(0)
  if (key === 'End') return to(rows.length - 1)
  if (key === 'ArrowRight') return inwards(row, rows[index + 1])
  if (key === 'ArrowLeft') return outwards(row, rows.slice(0, index))
  return [...key].length === 1 && key.trim() !== '' ? byLetter(key, rows, index) : undefined
}

function inwards(row: TreeRow, next: TreeRow | undefined): TreeMove | undefined {
  if (!row.isMenu) return undefined
  if (!row.isOpen) return { flip: row.id }
  return next !== undefined && next.level > row.level ? { focus: next.id } : undefined
}

function outwards(row: TreeRow, before: readonly TreeRow[]): TreeMove | undefined {
  if (row.isMenu && row.isOpen) return { flip: row.id }
  const parent = before.findLast(({ level }) => level < row.level)
  return parent === undefined ? undefined : { focus: parent.id }
}

function byLetter(letter: string, rows: readonly TreeRow[], index: number): TreeMove | undefined {
  const others = [...rows.slice(index + 1), ...rows.slice(0, index)]
  const wanted = letter.toLowerCase()
  const found = others.find(({ texts }) => texts.some((text) => text.toLowerCase().startsWith(wanted)))
  return found === undefined ? undefined : { focus: found.id }
}
