import { tinykeys } from 'tinykeys'
import { preferences } from './preferences.ts'
import { focusedRow, focusRow, openRow, selectRow } from './table-rows.ts'

export interface ShortcutTargets {
  /** The APIs that are open, in their order. */
  apis: () => readonly string[]
  openApi: (name: string) => void
  showList: () => void
}

/** So many APIs have a key. */
export const API_KEYS = ['1', '2', '3', '4', '5']

/**
 * Listens to keys until the returned function is called; to single ones unless the reader has switched them off. What a key
 * does in a view is done by the element of the view that has it as `aria-keyshortcuts`.
 */
export function listenToShortcuts({ apis, openApi, showList }: ShortcutTargets): () => void {
  const toApis = API_KEYS.map((key, index): [string, () => void] => [
    `g ${key}`,
    () => {
      const name = apis()[index]
      if (name !== undefined) openApi(name)
    }
  ])
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    '[Shift]+/': (event) => press('/', event),
    n: (event) => press('n', event),
    r: (event) => press('r', event),
    '[Shift]+?': showList,
    ArrowDown: (event) => focusRow(1) && event.preventDefault(),
    ArrowUp: (event) => focusRow(-1) && event.preventDefault(),
    Enter: (event) => onRow(event, openRow),
    Space: (event) => onRow(event, selectRow),
    ...Object.fromEntries(toApis)
  }
  const stopKeys = tinykeys(window, keys, { ignore: isIgnored })
  const stopSaving = tinykeys(
    window,
    { '$mod+Enter': save },
    { ignore: ({ isComposing, repeat }) => isComposing || repeat }
  )
  return () => {
    stopKeys()
    stopSaving()
  }
}

/** Presses the button that saves the form of the dialog that is open, or of the view. */
function save(event: KeyboardEvent): void {
  const place = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.querySelector('main')
  const button = [...(place?.querySelector('form')?.elements ?? [])].find(
    (element) => element instanceof HTMLButtonElement && element.type === 'submit'
  )
  if (!(button instanceof HTMLButtonElement)) return
  event.preventDefault()
  button.click()
}

function isIgnored({ isComposing, repeat, key, target }: KeyboardEvent): boolean {
  if (!preferences.shortcuts || isComposing || (repeat && !key.startsWith('Arrow'))) return true
  const isField = target instanceof Element && target.matches('select, textarea, input:not([type="checkbox"])')
  return isField || document.querySelector('[role="dialog"]') !== null
}

function press(key: string, event: KeyboardEvent): void {
  const element = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${key}"]`)
  if (element === null) return
  event.preventDefault()
  if (element instanceof HTMLInputElement) element.select()
  else element.click()
}

function onRow(event: KeyboardEvent, act: (row: HTMLElement) => void): void {
  const row = focusedRow()
  if (row === undefined) return
  event.preventDefault()
  act(row)
}
