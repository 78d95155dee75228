/** What a keyboard presses or moves between. */
const CONTROLS = 'button, [role="tab"], [role="menuitem"]'
const KEYS = ['Enter', ' ', 'ArrowLeft', 'ArrowRight']

/**
 * Calls `start` once: when the browser has nothing else to do where there is room, on a phone as soon as a person touches
 * the element or enters it by keyboard. What is pressed before that is done is done again after it.
 */
export function whenUsed(element: Element, start: () => Promise<void>): void {
  let state: 'before' | 'starting' | 'ready' = 'before'
  let pressed: Event | undefined
  const begin = (): void => {
    if (state !== 'before') return
    state = 'starting'
    void start().then(
      () => {
        state = 'ready'
        if (pressed !== undefined) repeat(pressed)
      },
      () => (state = 'before')
    )
  }
  const keep = (event: Event): void => {
    if (state === 'ready' || !isPress(event)) return
    begin()
    pressed = event
    event.preventDefault()
  }
  for (const name of ['pointerdown', 'focusin']) element.addEventListener(name, begin, { passive: true })
  for (const name of ['click', 'keydown']) element.addEventListener(name, keep)
  if (innerWidth > 800) (globalThis.requestIdleCallback ?? setTimeout)(begin)
}

/** A link needs no script. */
function isPress(event: Event): boolean {
  const target = event.target as Element
  if (event instanceof KeyboardEvent) return KEYS.includes(event.key) && target.matches(CONTROLS)
  return target.closest('a[href]') === null
}

function repeat(event: Event): void {
  const { type, target } = event
  const again =
    event instanceof KeyboardEvent
      ? new KeyboardEvent(type, { key: event.key, code: event.code, bubbles: true, cancelable: true })
      : new MouseEvent(type, { bubbles: true, cancelable: true })
  target!.dispatchEvent(again)
}
