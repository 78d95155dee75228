import { shallowRef, type ShallowRef } from 'vue'

export type ReloginOutcome = 'same' | 'other' | 'cancelled'

/** Asks to log in again over the view that is open; once, however many calls wait for it. */
export interface Relogin {
  readonly isOpen: Readonly<ShallowRef<boolean>>
  ask(): Promise<ReloginOutcome>
  settle(outcome: ReloginOutcome): void
}

export function createRelogin(): Relogin {
  const isOpen = shallowRef(false)
  let waiting: Promise<ReloginOutcome> | undefined
  let settleWaiting: (outcome: ReloginOutcome) => void = () => {}
  return {
    isOpen,
    ask() {
      isOpen.value = true
      waiting ??= new Promise((resolve) => (settleWaiting = resolve))
      return waiting
    },
    settle(outcome) {
      settleWaiting(outcome)
      waiting = undefined
      isOpen.value = false
    }
  }
}
