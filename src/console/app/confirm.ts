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

/** From this many records on, their number is typed. */
const MANY = 5

/** What has to be typed before `count` records are changed at once. */
export function typedForMany(count: number): Pick<Question, 'typed'> {
  return count >= MANY ? { typed: String(count) } : {}
}

interface OpenQuestion extends Question {
  answer: (yes: boolean) => void
}

/** The question that waits for an answer; `ConfirmDialog` shows it. */
export const openQuestion = shallowRef<OpenQuestion>()

/** Asks, and gives whether the reader wants it. */
export function confirm(question: Question): Promise<boolean> {
  openQuestion.value?.answer(false)
  return new Promise((resolve) => {
    openQuestion.value = {
      ...question,
      answer: (yes) => {
        openQuestion.value = undefined
        resolve(yes)
      }
    }
  })
}
