import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate, type NavigationGuard } from 'vue-router'
import { confirm, type Question } from '../app/confirm.ts'
import { t } from './unsaved-texts.ts'

const unsaved = (): Question => ({
  title: t('unsaved.title'),
  text: t('unsaved.text'),
  action: t('unsaved.discard'),
  cancel: t('unsaved.stay'),
  danger: true
})

/** Asks before the view is left while something on it is not saved; `discard` runs when the reader wants that. */
export function useLeaveGuard(isChanged: () => boolean, discard: () => void, question = unsaved): void {
  const guard: NavigationGuard = async (to, from) => {
    if (!isChanged() || to.path === from.path) return true
    const isWanted = await confirm(question())
    if (isWanted) discard()
    return isWanted
  }
  onBeforeRouteLeave(guard)
  onBeforeRouteUpdate(guard)

  const warn = (event: BeforeUnloadEvent): void => {
    if (isChanged()) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', warn))
  onBeforeUnmount(() => removeEventListener('beforeunload', warn))
}
