import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lacking } from '../../../scripts/programs.js'
import { findPrograms, processUser } from '../postgres.js'
import { installFromPypi } from '../pypi.js'
import { etcdArguments, patroniYaml } from './configuration.js'
import { createNetwork, type NetworkNode } from './network.js'

/** Three nodes with Patroni and PostgreSQL and three with etcd, in a network of their own. */
export interface Cluster {
  nodes: ClusterNode[]
  /** The node that holds the leader's key, once it is a primary. */
  leader(): Promise<ClusterNode>
  /** Resolves when there is a leader, and both others follow it on its timeline, one of them synchronously. */
  untilWhole(): Promise<void>
  /** A planned change of the leader, as `patronictl switchover` does it. */
  switchOver(): Promise<void>
  /** The ends of the logs of Patroni, for a report. */
  logs(): string
  remove(): Promise<void>
}

export interface ClusterNode extends NetworkNode {
  name: string
  /** `kill -9` of all its processes. */
  kill(): void
  start(): void
  /** Stops all its processes (SIGSTOP), as on a machine that hangs. */
  hang(): void
  goOn(): void
}

interface Member {
  name: string
  role: string
  state: string
  timeline?: number
}

const NODES = 3
/** Those before 3.0.3 let a primary that hung take the leader's key back from its successor. */
const PACKAGES = ['patroni[etcd3]==4.1.5', 'psycopg[binary]==3.3.9']
/** That of the system: it has to be one that PostgreSQL's user may run. */
const PYTHON = '/usr/bin/python3'
const PATIENCE_MS = 180_000
const INTERVAL_MS = 500
const ANSWER_WITHIN_MS = 2_000
const FOLLOWING = ['running', 'streaming']

/** What is not here of what it needs, for the message. */
export function lackingForCluster(): string[] {
  return [...lacking(['ip', 'setpriv', 'etcd']), ...(process.getuid?.() === 0 ? [] : ['root'])]
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-patroni-'))
  const patroni = join(await installFromPypi(folder, PACKAGES, PYTHON), 'patroni')
  const network = createNetwork(2 * NODES)
  const etcd = network.nodes.slice(NODES)
  const etcdAddresses = etcd.map(({ address }) => address)
  const nodes = network.nodes
    .slice(0, NODES)
    .map((node, index) => createNode(node, `n${index + 1}`, { all: folder, etcdAddresses, patroni }))
  const cluster: Cluster = {
    nodes,
    leader: () => until(async () => nodeOf(nodes, leaderIn(await membersBy(nodes)))),
    untilWhole: async () => void (await until(async () => isWhole(await membersBy(nodes)) || undefined)),
    async switchOver() {
      const leader = await cluster.leader()
      const body = JSON.stringify({ leader: leader.name })
      const response = await fetch(`http://${leader.address}:8008/switchover`, { method: 'POST', body })
      if (!response.ok) throw new Error(`the switchover was answered ${response.status}: ${await response.text()}`)
    },
    logs: () =>
      nodes.map(({ namespace }) => readFileSync(join(folder, namespace, 'log'), 'utf8').slice(-3000)).join('\n'),
    async remove() {
      for (const node of network.nodes) signalAll(node, 'SIGKILL')
      await delay(INTERVAL_MS)
      network.remove()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  for (const node of etcd) startEtcd(node, folder, etcdAddresses)
  nodes.forEach((node) => node.start())
  return cluster
}

/** Its folder, and how to run a program in its network that may write there alone. */
function prepare(node: NetworkNode, all: string): { folder: string; run: (...command: string[]) => void } {
  const { uid, gid } = processUser() as { uid: number; gid: number }
  const folder = join(all, node.namespace)
  mkdirSync(folder, { mode: 0o700 })
  for (const place of [all, folder]) chownSync(place, uid, gid)
  const log = openSync(join(folder, 'log'), 'a')
  const as = ['setpriv', '--reuid', String(uid), '--regid', String(gid), '--clear-groups']
  const env = { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8' }
  return {
    folder,
    run: (...command) =>
      void spawn('ip', ['netns', 'exec', node.namespace, ...as, ...command], { env, stdio: ['ignore', log, log] })
  }
}

function startEtcd(node: NetworkNode, all: string, addresses: string[]): void {
  const { folder, run } = prepare(node, all)
  run('etcd', ...etcdArguments(node.address, addresses, folder))
}

interface NodePlace {
  /** The folder of all nodes. */
  all: string
  etcdAddresses: string[]
  /** The path of the program. */
  patroni: string
}

function createNode(node: NetworkNode, name: string, { all, etcdAddresses, patroni }: NodePlace): ClusterNode {
  const { folder, run } = prepare(node, all)
  const configuration = join(folder, 'patroni.yaml')
  writeFileSync(
    configuration,
    patroniYaml({ name, address: node.address, etcdAddresses, folder, binDir: findPrograms() })
  )
  return {
    ...node,
    name,
    kill: () => signalAll(node, 'SIGKILL'),
    start: () => run(patroni, configuration),
    hang: () => signalAll(node, 'SIGSTOP'),
    goOn: () => signalAll(node, 'SIGCONT')
  }
}

function signalAll(node: NetworkNode, signal: NodeJS.Signals): void {
  for (const pid of node.pids()) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      // A process that ended meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** As any node that answers sees them. */
async function membersBy(nodes: ClusterNode[]): Promise<Member[]> {
  for (const { address } of nodes) {
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
      const response = await fetch(`http://${address}:8008/cluster`, { signal })
      const { members } = (await response.json()) as { members: Member[] }
      if (leaderIn(members) !== undefined) return members
    } catch {
      // It is down, hangs or is cut off.
    }
  }
  return []
}

function leaderIn(members: Member[]): Member | undefined {
  return members.find(({ role, state }) => role === 'leader' && state === 'running')
}

function isWhole(members: Member[]): boolean {
  const leader = leaderIn(members)
  const following = members.filter(
    ({ role, state, timeline }) => role !== 'leader' && FOLLOWING.includes(state) && timeline === leader?.timeline
  )
  return leader !== undefined && following.length === NODES - 1 && following.some(({ role }) => role === 'sync_standby')
}

function nodeOf(nodes: ClusterNode[], member: Member | undefined): ClusterNode | undefined {
  return nodes.find(({ name }) => name === member?.name)
}

async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const value = await look()
    if (value !== undefined) return value
    if (performance.now() > deadline) throw new Error(`the cluster is not as it should be within ${PATIENCE_MS} ms`)
    await delay(INTERVAL_MS)
  }
}
