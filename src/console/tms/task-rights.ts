import type { Task } from './task.ts'

/** What an account may change of a task. */
export type TaskRight = 'all' | 'status' | 'none'

/** The publisher may change all, the assignee the status. The server decides; this is for what is shown. */
export function rightOver({ publisher, assignee }: Pick<Task, 'publisher' | 'assignee'>, name = ''): TaskRight {
  if (isSameName(publisher, name)) return 'all'
  return assignee !== null && isSameName(assignee, name) ? 'status' : 'none'
}

/** Whether two spellings are one name: without regard to case, Unicode form or surrounding white space. */
export function isSameName(one: string, other: string): boolean {
  return canonical(one) === canonical(other)
}

function canonical(name: string): string {
  // Twice, for the lower form of some letters (ẞ) has another upper form.
  return fold(fold(name)).trim()
}

function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}
