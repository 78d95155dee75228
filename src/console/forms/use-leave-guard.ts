import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate, type NavigationGuard } from 'vue-router'
import { confirm } from '../app/confirm.ts'
import { t } from './unsaved-texts.ts'

/** Asks before the view is left while something on it is not saved; `discard` runs when the reader wants that. */
export function useLeaveGuard(isChanged: () => boolean, discard: () => void): void {
  const guard: NavigationGuard = async (to, from) => {
    if (!isChanged() || to.path === from.path) return true
    const isWanted = await confirm({
      title: t('unsaved.title'),
      text: t('unsaved.text'),
      action: t('unsaved.discard'),
      cancel: t('unsaved.stay'),
      danger: true
    })
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
