import { preferences } from '../app/preferences.ts'

const zone = (): string | undefined => (preferences.zone === 'local' ? undefined : preferences.zone)

/** A time of an API as `2026-01-05 16:00:00` in the zone that is chosen; the text itself where it is no time. */
export function formatTime(text: string): string {
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) return text
  return time.toLocaleString('sv-SE', { timeZone: zone() })
}

/** `UTC+8`: the zone that is chosen, as it is today. */
export function zoneLabel(): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone(), timeZoneName: 'shortOffset' }).formatToParts()
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', 'UTC').replace(/\+0$/, '')
}

export function formatNumber(value: number): string {
  return value.toLocaleString(preferences.language === 'en' ? 'en' : 'zh-CN')
}

/** Milliseconds as `2:05:09`, or `5:09` below an hour; not below zero. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  if (parts[0] === 0) parts.shift()
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}
