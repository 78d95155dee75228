import { preferences } from '../app/preferences.ts'

type Values = Record<string, string | number>

/** A text in the language that is chosen; `{name}` in it stands for a value. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string

/** A dictionary. The Chinese is the truth: the English has the same keys, or does not compile. */
export function defineTexts<Key extends string>(
  zh: Record<Key, string>,
  en: Record<NoInfer<Key>, string>
): Translate<Key> {
  return (key, values = {}) => {
    const text = (preferences.language === 'en' ? en : zh)[key]
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}
