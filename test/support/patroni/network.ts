import { execFileSync } from 'node:child_process'

/** A network of its own on this machine: a bridge, and a namespace for each node. Needs root and iproute2. */
export interface Network {
  nodes: NetworkNode[]
  remove(): void
}

export interface NetworkNode {
  namespace: string
  address: string
  /** No packet comes in or goes out any more. */
  cutOff(): void
  reconnect(): void
  /** All processes in it. */
  pids(): number[]
}

/** `10.213.<this process>.0/24`, in which the machine itself is 254. Names of interfaces have at most 15 characters. */
export function createNetwork(count: number): Network {
  const subnet = `10.213.${process.pid % 256}`
  const bridge = `quintet${process.pid % 256}`
  ip('link', 'add', bridge, 'type', 'bridge')
  ip('address', 'add', `${subnet}.254/24`, 'dev', bridge)
  ip('link', 'set', bridge, 'up')
  const nodes = Array.from({ length: count }, (_, index) => addNode(bridge, `${subnet}.${index + 1}`, index + 1))
  return {
    nodes,
    remove() {
      for (const { namespace } of nodes) ip('netns', 'delete', namespace)
      ip('link', 'delete', bridge)
    }
  }
}

function addNode(bridge: string, address: string, number: number): NetworkNode {
  const namespace = `${bridge}n${number}`
  const [outside, inside] = [`${bridge}o${number}`, `${bridge}i${number}`]
  ip('netns', 'add', namespace)
  ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', inside)
  ip('link', 'set', outside, 'master', bridge, 'up')
  ip('link', 'set', inside, 'netns', namespace)
  ip('-n', namespace, 'address', 'add', `${address}/24`, 'dev', inside)
  ip('-n', namespace, 'link', 'set', inside, 'up')
  ip('-n', namespace, 'link', 'set', 'lo', 'up')
  return {
    namespace,
    address,
    cutOff: () => ip('link', 'set', outside, 'down'),
    reconnect: () => ip('link', 'set', outside, 'up'),
    pids: () =>
      execFileSync('ip', ['netns', 'pids', namespace], { encoding: 'utf8' }).split('\n').filter(Boolean).map(Number)
  }
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] })
}
