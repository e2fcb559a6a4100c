import { BlockList, isIP } from 'node:net';

/** What an IP address is, seen from the internet. `reservado` is never contacted; `privado` only when the configuration allows it. */
export type AlcanceIp = 'publico' | 'privado' | 'reservado';

const lista = (tipo: 'ipv4' | 'ipv6', redes: readonly string[]): BlockList => {
  const b = new BlockList();
  for (const s of redes) {
    const [rede, bits] = s.split('/');
    b.addSubnet(rede!, Number(bits), tipo);
  }
  return b;
};

/** RFC 1918, shared address space (RFC 6598), loopback. */
const PRIVADOS_V4 = lista('ipv4', ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
/** RFC 6890 and the IANA special-purpose registry: this network, link-local (cloud metadata), protocol assignments, documentation, 6to4 relay, benchmarks, multicast, reserved and broadcast; Azure's own 168.63.129.16. */
const RESERVADOS_V4 = lista('ipv4', [
  '0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  '168.63.129.16/32',
]);
/** Loopback and unique local addresses. */
const PRIVADOS_V6 = lista('ipv6', ['::1/128', 'fc00::/7']);
/** IPv4 written as IPv6: judged as IPv4. */
const MAPEADOS_V4 = lista('ipv6', ['::ffff:0:0/96']);
/** The only space IANA gives out for global unicast: what lies outside (NAT64 64:ff9b::/96, fe80::/10, ff00::/8, ::/96 …) is reserved. */
const GLOBAL_V6 = lista('ipv6', ['2000::/3']);
/** Inside it: protocol assignments (Teredo, ORCHID, benchmarks), documentation, 6to4. */
const RESERVADOS_V6 = lista('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** @param ip canonical text, as `URL`, `dns` and `net` give it, without brackets; anything else is `reservado` */
export function classifyIp(ip: string): AlcanceIp {
  const versao = isIP(ip);
  if (versao === 0 || ip.includes('%')) return 'reservado';
  if (versao === 4 || MAPEADOS_V4.check(ip, 'ipv6')) {
    const tipo = versao === 4 ? 'ipv4' : 'ipv6';
    if (RESERVADOS_V4.check(ip, tipo)) return 'reservado';
    return PRIVADOS_V4.check(ip, tipo) ? 'privado' : 'publico';
  }
  if (PRIVADOS_V6.check(ip, 'ipv6')) return 'privado';
  return GLOBAL_V6.check(ip, 'ipv6') && !RESERVADOS_V6.check(ip, 'ipv6') ? 'publico' : 'reservado';
}

/** @param permitePrivado private networks and loopback count as reachable too */
export const isIpPermitido = (ip: string, permitePrivado: boolean): boolean => {
  const alcance = classifyIp(ip);
  return alcance === 'publico' || (permitePrivado && alcance === 'privado');
};
