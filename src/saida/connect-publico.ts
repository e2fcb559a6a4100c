import { lookup as lookupDoSistema, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import { isIpPermitido } from './endereco-publico.js';
import { enderecoNaoPermitido, type PoliticaSaida } from './require-url-publica.js';
import { undici } from './undici.js';

/** Resolves a name to all its addresses, as `dns.lookup` with `all` does. */
export type Resolver = (nome: string, opcoes: LookupOptions & { readonly all: true }, pronto: (erro: NodeJS.ErrnoException | null, enderecos: LookupAddress[]) => void) => void;

/**
 * A `lookup` that refuses a name if any of its addresses is private: the socket connects to the very addresses that
 * were judged, so a name that changes between check and use (DNS rebinding) gains nothing.
 */
export function createLookupPublico({ permitePrivado }: PoliticaSaida, resolver: Resolver = lookupDoSistema): LookupFunction {
  return (nome, opcoes, pronto) => {
    resolver(nome, { ...opcoes, all: true }, (erro, enderecos) => {
      if (erro) return pronto(erro, []);
      const primeiro = enderecos[0];
      if (!primeiro) return pronto(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
      if (!enderecos.every((e) => isIpPermitido(e.address, permitePrivado))) return pronto(enderecoNaoPermitido('endereco_privado'), []);
      if (opcoes.all) return pronto(null, enderecos);
      return pronto(null, primeiro.address, primeiro.family);
    });
  };
}

/** undici's connector behind the guard; literal addresses, which no `lookup` sees, are judged here. HTTP/1.1 only. */
export function createConnectPublico(politica: PoliticaSaida, tempoMs: number, resolver?: Resolver): buildConnector.connector {
  const conectar = undici().buildConnector({ timeout: tempoMs, allowH2: false, lookup: createLookupPublico(politica, resolver) });
  return (opcoes, pronto) => {
    const host = opcoes.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isIpPermitido(host, politica.permitePrivado)) return pronto(enderecoNaoPermitido('endereco_privado'), null);
    return conectar(opcoes, pronto);
  };
}
