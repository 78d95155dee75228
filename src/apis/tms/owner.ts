import type { TaskOwner } from '../../tasks/list.js'

/** Whose tasks the parameter `mine` of this caller asks for. */
export function ownerOf(mine: 'published' | 'assigned' | undefined, callerId: number): TaskOwner {
  if (mine === undefined) return {}
  return mine === 'published' ? { publisherId: callerId } : { assigneeId: callerId }
}
