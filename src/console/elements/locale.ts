import { localeContextKey } from 'element-plus/es/hooks/use-locale/index.mjs'
import { computed, provide } from 'vue'
import { preferences } from '../app/preferences.ts'
import { t } from '../i18n/shared.ts'

/** The few texts of Element Plus that the console shows. */
export function provideElementTexts(): void {
  const texts = computed(() => ({
    name: preferences.language,
    el: { dialog: { close: t('close') }, drawer: { close: t('close') } }
  }))
  provide(localeContextKey, texts)
}
