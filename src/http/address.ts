import { isIP } from 'node:net'

/** What a trusted proxy may write beside the address: the port, and brackets around an IPv6 address. */
const WITH_PORT = /^\[([\da-f:.]+)\](?::\d+)?$|^([\d.]+):\d+$/i

/** The address of a client alone, from `text` as the socket or a trusted proxy gives it. Unreadable text stays as it is. */
export function clientAddress(text: string): string {
  const [, v6, v4] = WITH_PORT.exec(text) ?? []
  const address = v6 ?? v4
  return address !== undefined && isIP(address) !== 0 ? address : text
}
