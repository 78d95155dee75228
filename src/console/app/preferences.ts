import { reactive, watchEffect } from 'vue'

export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  language: 'zh' | 'en'
  /** `local`, or the name of a time zone. */
  zone: 'local' | 'Asia/Shanghai' | 'UTC'
  /** Whether single keys are shortcuts. */
  shortcuts: boolean
}

/** theme.js reads it before the first paint. */
const KEY = 'quintet-console'
const DEFAULTS: Preferences = { theme: 'system', language: 'zh', zone: 'local', shortcuts: true }

/** What the reader chose in this browser. */
export const preferences = reactive<Preferences>({ ...DEFAULTS, ...saved() })

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

function saved(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
  } catch {
    return {}
  }
}

function applyTheme(): void {
  const { theme } = preferences
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

prefersDark.addEventListener('change', applyTheme)
watchEffect(() => {
  applyTheme()
  document.documentElement.lang = preferences.language === 'en' ? 'en' : 'zh-CN'
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // Nothing is kept in this browser.
  }
})
