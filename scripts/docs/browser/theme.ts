/** What a person chose, kept by the browser for all pages of the site. */
const KEY = 'quintet theme'
const CHANGED = 'quintet-theme'
const system = matchMedia('(prefers-color-scheme: dark)')

export function isDark(): boolean {
  const chosen = localStorage.getItem(KEY)
  return chosen === null ? system.matches : chosen === 'dark'
}

/** Calls `listener` when the page turns light or dark. */
export function onTheme(listener: () => void): void {
  addEventListener(CHANGED, listener)
}

/** Gives the page its colours. Runs before the page is drawn, so that it does not flash. */
export function applyTheme(): void {
  const theme = isDark() ? 'dark' : 'light'
  const { dataset } = document.documentElement
  if (dataset.theme === theme) return
  const isFirst = dataset.theme === undefined
  dataset.theme = theme
  if (!isFirst) dispatchEvent(new Event(CHANGED))
}

/** The choice between the colours of the system, light and dark; it holds in all tabs. */
export function setUpThemes(select: HTMLSelectElement): void {
  const show = (): void => {
    select.value = localStorage.getItem(KEY) ?? ''
    applyTheme()
  }
  select.hidden = false
  select.onchange = () => {
    if (select.value === '') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, select.value)
    applyTheme()
  }
  addEventListener('storage', show)
  system.addEventListener('change', applyTheme)
  show()
}
