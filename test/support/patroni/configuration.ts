import { beforePrimary } from '../haproxy.js'
import { stringify } from 'yaml'

/** Seconds: the leader's key ends this long after it was renewed last. Patroni takes no less than 20. */
export const TTL = 20
const LOOP_WAIT = 3
const RETRY_TIMEOUT = 5
const ANYONE = 'all all'

export interface NodeSettings {
  name: string
  address: string
  etcdAddresses: string[]
  folder: string
  binDir: string
}

/** The configuration of Patroni for one node: a synchronous standby whenever there is one. */
export function patroniYaml({ name, address, etcdAddresses, folder, binDir }: NodeSettings): string {
  const at = (port: number) => ({ listen: `${address}:${port}`, connect_address: `${address}:${port}` })
  return stringify({
    scope: 'quintet',
    name,
    restapi: at(8008),
    etcd3: { hosts: etcdAddresses.map((one) => `${one}:2379`) },
    bootstrap: {
      dcs: {
        ttl: TTL,
        loop_wait: LOOP_WAIT,
        retry_timeout: RETRY_TIMEOUT,
        synchronous_mode: true,
        postgresql: { use_pg_rewind: true, parameters: { wal_log_hints: 'on', max_connections: 60 } }
      },
      initdb: [{ encoding: 'UTF8' }, 'no-locale', { auth: 'trust' }]
    },
    postgresql: {
      ...at(5432),
      data_dir: `${folder}/data`,
      bin_dir: binDir,
      pgpass: `${folder}/pgpass`,
      authentication: { superuser: { username: 'postgres' }, replication: { username: 'replicator' } },
      parameters: { unix_socket_directories: folder },
      pg_hba: [`local ${ANYONE} trust`, `host ${ANYONE} 0.0.0.0/0 trust`, 'host replication all 0.0.0.0/0 trust']
    }
  })
}

/** The arguments of etcd for one of these nodes. */
export function etcdArguments(address: string, addresses: string[], folder: string): string[] {
  const [client, peer] = [`http://${address}:2379`, `http://${address}:2380`]
  return [
    ...['--name', address, '--data-dir', `${folder}/etcd`, '--logger', 'zap', '--log-level', 'error'],
    ...['--listen-client-urls', client, '--advertise-client-urls', client],
    ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer],
    ...['--initial-cluster', addresses.map((one) => `${one}=http://${one}:2380`).join()],
    // A busy machine is not a leader that is gone.
    ...['--heartbeat-interval', '200', '--election-timeout', '2000']
  ]
}

/** HAProxy before the primary. */
export function haproxyConfiguration(port: number, addresses: string[]): string {
  const servers = addresses.map((address, index) => `n${index + 1} ${address}:5432 check port 8008`)
  return beforePrimary(port, servers, '1s')
}
