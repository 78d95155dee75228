import { readonly, ref, shallowRef } from 'vue'
import { loadFacts } from '../app/server-facts.ts'

const LONGEST_WAIT = 30

const offline = shallowRef(false)
const since = shallowRef<Date>()
/** Counts how often the connection came back: lists are read again then. */
const returns = ref(0)
let timer: ReturnType<typeof setTimeout> | undefined

/** Whether the server can be reached. */
export const network = readonly({ offline, since, returns })

/** After a call without an answer: asks the server again until it answers. */
export function noticeOffline(): void {
  if (offline.value) return
  offline.value = true
  since.value = new Date()
  tryAgain(1)
}

function tryAgain(seconds: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    void loadFacts().then((answered) => (answered ? noticeOnline() : tryAgain(Math.min(seconds * 2, LONGEST_WAIT))))
  }, seconds * 1000)
}

function noticeOnline(): void {
  clearTimeout(timer)
  if (!offline.value) return
  offline.value = false
  returns.value += 1
}

addEventListener('offline', noticeOffline)
addEventListener('online', () => {
  if (offline.value) tryAgain(0)
})
