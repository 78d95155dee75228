/* Runs before the first paint: sets the theme and the language that were chosen, see app/preferences.ts. */
{
  let saved = {}
  try {
    saved = JSON.parse(localStorage.getItem('quintet-console')) ?? {}
  } catch {
    // Nothing is kept in this browser.
  }
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
  const isDark = saved.theme === 'dark' || (saved.theme !== 'light' && prefersDark)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  document.documentElement.lang = saved.language === 'en' ? 'en' : 'zh-CN'
}
