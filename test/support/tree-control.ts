/** A right as `rights/tree` and `roles` nest it. */
export interface TreeNode {
  id: number
  children?: TreeNode[]
}

/** How clients of julong's family find what to tick in the tree: what has no `children` is a right of the third level. */
export function leavesOf(nodes: TreeNode[]): number[] {
  return nodes.flatMap(({ id, children }) => (children === undefined ? [id] : leavesOf(children)))
}

/** The same by clients that loop over the three levels and expect `children` on the first two. */
export function thirdLevelOf(nodes: TreeNode[]): number[] {
  return nodes.flatMap(({ children: menus }) => menus!.flatMap(({ children: rights }) => rights!.map(({ id }) => id)))
}

interface Ticks {
  /** A ticked node has all below it ticked. */
  checked: number[]
  /** Something below it is ticked, but not all. */
  half: number[]
}

/** What a tree control (el-tree, not strict) shows after its keys are set. */
export function tick(nodes: TreeNode[], keys: number[]): Ticks {
  const ticks: Ticks = { checked: [], half: [] }
  for (const node of nodes) tickNode(node, new Set(keys), ticks)
  return ticks
}

function tickNode(node: TreeNode, keys: Set<number>, ticks: Ticks, above = false): void {
  const { id, children = [] } = node
  const wanted = above || keys.has(id)
  for (const child of children) tickNode(child, keys, ticks, wanted)
  const isChecked = ({ id: below }: TreeNode) => ticks.checked.includes(below)
  if (children.length === 0 ? wanted : children.every(isChecked)) ticks.checked.push(id)
  else if (children.some((child) => isChecked(child) || ticks.half.includes(child.id))) ticks.half.push(id)
}
