// Which internet addresses everybody may reach. Hides the many ranges that look like the open net and are not.

import ipaddr from 'ipaddr.js';

/** What IPv6 gives to the open net; all the rest is for special ends. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** Public by its number, and yet a service inside a cloud that answers to whoever runs there. */
const insideClouds = new Set(['168.63.129.16']);

/**
 * Whether this address, in any notation, is one of the open net. An address that carries another one in itself
 * (mapped, translated, tunnelled) or names an interface is not, whatever it carries.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv6' ? parsed.match(globalUnicast) : !insideClouds.has(parsed.toString());
}
