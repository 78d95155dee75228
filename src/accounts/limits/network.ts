import ipaddr from 'ipaddr.js'

/** Who has one IPv6 address mostly has its whole /64, so that counts as one; an IPv4 address counts for itself. */
const IPV6_NETWORK_BITS = 64

/** The network of an address, as text, under which tries from it are counted; `null` of none. */
export function networkOf(address: string | null): string {
  if (address === null) return 'null'
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_NETWORK_BITS}`).toString()
}
