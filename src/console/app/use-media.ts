import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** Whether a media query matches, as it is now. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const list = matchMedia(query)
  const matches = shallowRef(list.matches)
  const update = (): void => void (matches.value = list.matches)
  list.addEventListener('change', update)
  onScopeDispose(() => list.removeEventListener('change', update))
  return matches
}
