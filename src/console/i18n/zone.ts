import { preferences } from '../app/preferences.ts'

/** The IANA name of the time zone that is chosen. */
export function zoneName(): string {
  return preferences.zone === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : preferences.zone
}

/** The BCP 47 tag of the language that is chosen. */
export function localeName(): string {
  return preferences.language === 'en' ? 'en' : 'zh-CN'
}
