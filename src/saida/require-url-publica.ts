import { isIP } from 'node:net';
import { invalido, type AlicitError } from '../kernel/index.js';
import { isIpPermitido } from './endereco-publico.js';

/** What this process may contact. */
export interface PoliticaSaida {
  /** Private networks, loopback and plain http too: for tests and local use. Link-local and reserved addresses stay forbidden. */
  readonly permitePrivado: boolean;
}

export type MotivoUrl = 'url_invalida' | 'esquema' | 'credenciais' | 'porta' | 'nome_local' | 'endereco_privado';

const MAX_URL = 2048;
/** Names that only a private network resolves (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, Kubernetes). */
const NOME_LOCAL = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|cluster\.local)$/;

const MENSAGENS: Readonly<Record<MotivoUrl, string>> = {
  url_invalida: `O endereço não é uma URL completa de até ${MAX_URL} caracteres. Informe algo como https://exemplo.com.br/caminho.`,
  esquema: 'O endereço precisa começar por https://.',
  credenciais: 'O endereço não pode levar usuário e senha. Retire o trecho antes de “@”.',
  porta: 'A porta do endereço não é aceita. Use 443, 80 ou uma porta acima de 1024.',
  nome_local: 'O endereço é um nome de rede local. Use um domínio público.',
  endereco_privado: 'O endereço leva a uma rede privada ou reservada. Use um endereço público da internet.',
};

/** `endereco_nao_permitido` with its reason in `detalhes.motivo`; the address itself is not repeated, it may carry a secret. */
export const enderecoNaoPermitido = (motivo: MotivoUrl): AlicitError => invalido('endereco_nao_permitido', MENSAGENS[motivo], { motivo });

/**
 * An address a client gave us, if this process may contact it. What its name resolves to is judged again at each
 * connection. Decimal, octal and hexadecimal spellings of IPv4 are already undone by `URL`.
 * @throws AlicitError `endereco_nao_permitido`
 */
export function requireUrlPublica(texto: string, { permitePrivado }: PoliticaSaida): URL {
  const url = texto.length <= MAX_URL ? URL.parse(texto) : null;
  if (!url || !url.hostname) throw enderecoNaoPermitido('url_invalida');
  if (url.protocol !== 'https:' && !(permitePrivado && url.protocol === 'http:')) throw enderecoNaoPermitido('esquema');
  if (url.username || url.password) throw enderecoNaoPermitido('credenciais');
  if (url.port && url.port !== '80' && url.port !== '443' && Number(url.port) <= 1024) throw enderecoNaoPermitido('porta');
  requireHost(url.hostname, permitePrivado);
  return url;
}

function requireHost(hostname: string, permitePrivado: boolean): void {
  const ip = hostname.replace(/^\[|\]$/g, '');
  if (isIP(ip)) {
    if (!isIpPermitido(ip, permitePrivado)) throw enderecoNaoPermitido('endereco_privado');
    return;
  }
  const nome = hostname.replace(/\.$/, '');
  if (!permitePrivado && (!nome.includes('.') || NOME_LOCAL.test(nome))) throw enderecoNaoPermitido('nome_local');
}
