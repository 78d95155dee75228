/** What a person chose, kept by the browser for all pages of the site. */
const KEY = 'quintet theme'
const system = matchMedia('(prefers-color-scheme: dark)')

/** Gives the page its colours. Runs before the page is drawn, so that it does not flash. */
export function applyTheme(): void {
  const chosen = localStorage.getItem(KEY) ?? (system.matches ? 'dark' : 'light')
  document.documentElement.dataset.theme = chosen === 'dark' ? 'dark' : 'light'
}

/** The choice between the colours of the system, light and dark; it holds in all tabs. */
export function setUpThemes(select: HTMLSelectElement): void {
  const show = (): void => {
    select.value = localStorage.getItem(KEY) ?? ''
    applyTheme()
  }
  select.onchange = () => {
    if (select.value === '') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, select.value)
    applyTheme()
  }
  addEventListener('storage', show)
  system.addEventListener('change', applyTheme)
  show()
}
