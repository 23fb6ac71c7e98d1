import { BlockList, isIP } from 'node:net'

/** Networks that are nobody's page: this machine, its neighbours, and what stands for them (RFC 6890, RFC 6598, RFC 8215). */
const PRIVATE_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
/** Beside them all that holds an IPv4 address: mapped, translated, 6to4, Teredo. */
const PRIVATE_6 = [
  ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
  ...['2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
]

const private4 = listOf(PRIVATE_4, 'ipv4')
// apart, as a list with mapped addresses in it holds every IPv4 address too
const private6 = listOf(PRIVATE_6, 'ipv6')

/** Whether an IP address is one of the open Internet; `false` for what is no address. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  const family = isIP(bare)
  if (family === 0) return false
  return family === 4 ? !private4.check(bare, 'ipv4') : !private6.check(bare, 'ipv6')
}

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), family)
  }
  return list
}
