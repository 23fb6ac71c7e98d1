import { expect, test } from 'vitest'
import { isPublicAddress } from '../../src/intake/addresses.ts'

test.each([
  ...['8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '192.167.1.1'],
  ...['2a00:1450:4001:81b::200e', '2606:4700::1111'],
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
  // link-local with the cloud's metadata, carrier-grade NAT, multicast, broadcast
  ...['169.254.169.254', '100.64.0.1', '100.127.255.255', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1'],
  // an IPv4 address inside an IPv6 one
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
  ...['localhost', '', '127.1', '0x7f000001'],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
