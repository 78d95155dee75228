import { shallowRef } from 'vue'

export interface Question {
  title: string
  /** What happens then. */
  text?: string
  /** What it concerns, one by one. */
  lines?: string[]
  /** The label of the button that does it. */
  action: string
  /** The label of the button that does nothing. */
  cancel?: string
  danger?: boolean
  /** What has to be typed before the button works, such as the name of what is removed. */
  typed?: string
}

interface Asked extends Question {
  answer: (yes: boolean) => void
}

/** The question that is asked; `ConfirmDialog` shows it. */
export const asked = shallowRef<Asked>()

/** Asks, and gives whether the reader wants it. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false)
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (yes) => {
        asked.value = undefined
        resolve(yes)
      }
    }
  })
}
