import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config/index.js';
import { AlicitError } from '../kernel/index.js';
import { JanelaFixa } from './janela-fixa.js';

const JANELA_S = 60;
/** Addresses share this many counters, so that memory has a bound (about 6 MB) however many addresses there are. */
const CONTADORES = 16_384;

/** `RateLimit-Policy` and `RateLimit`, as draft-ietf-httpapi-ratelimit-headers writes them. */
export type CabecalhosDeLimite = { readonly 'ratelimit-policy': string; readonly ratelimit: string };

/** What is left of a limit, as the headers tell it. */
export interface Saldo {
  readonly cabecalhos: CabecalhosDeLimite;
  /** Null: the request may go on; otherwise when to try again, in seconds. */
  readonly tentarEmS: number | null;
}

/** How much each key, and each address that fails to show one, may ask of this process in a minute. */
@Injectable()
export class LimitesService {
  private readonly chaves: JanelaFixa;
  private readonly falhas: RateLimiterMemory;
  private readonly politica: string;
  /** Which addresses share a counter differs in each process: nobody can choose whose counter to spend. */
  private readonly sal = randomBytes(16);

  constructor(@Inject(CONFIG) config: Pick<Config, 'http'>) {
    const { pedidosPorMinuto, falhasPorMinuto } = config.http;
    this.chaves = new JanelaFixa(pedidosPorMinuto, JANELA_S * 1000);
    this.falhas = new RateLimiterMemory({ keyPrefix: '', points: falhasPorMinuto, duration: JANELA_S });
    this.politica = `"chave";q=${pedidosPorMinuto};w=${JANELA_S}`;
  }

  /** One request of a key that was recognised. */
  spend(chaveId: string): Saldo {
    const { coube, restam, reposicaoS } = this.chaves.spend(chaveId, performance.now());
    return { cabecalhos: { 'ratelimit-policy': this.politica, ratelimit: `"chave";r=${restam};t=${reposicaoS}` }, tentarEmS: coube ? null : reposicaoS };
  }

  /** Whether one more request of the key would be within the limit. Spends nothing. */
  fits(chaveId: string): boolean {
    return this.chaves.fits(chaveId, performance.now());
  }

  /**
   * Counted before a key nobody knows yet is looked up, and given back when it is good: keys cannot be tried in bulk.
   * @returns what gives it back
   * @throws AlicitError `muitas_falhas` (429)
   */
  async risk(ip: string): Promise<() => Promise<void>> {
    const contador = this.counterOf(ip);
    const r = await consume(this.falhas, contador);
    if (!r.coube) throw new AlicitError('limite', 'muitas_falhas', 'Muitas tentativas com chaves que não valem vieram deste endereço: espere e confira a chave.', { tentarEmS: r.saldo.msBeforeNext / 1000 });
    return async () => void (await this.falhas.reward(contador));
  }

  private counterOf(ip: string): string {
    return String(createHash('sha256').update(this.sal).update(redeOf(ip)).digest().readUInt32LE() % CONTADORES);
  }
}

async function consume(limite: RateLimiterMemory, nome: string): Promise<{ readonly coube: boolean; readonly saldo: RateLimiterRes }> {
  try {
    return { coube: true, saldo: await limite.consume(nome) };
  } catch (r) {
    if (r instanceof RateLimiterRes) return { coube: false, saldo: r };
    throw r;
  }
}

/** Who has one IPv6 address has the 2^64 of its network: they count as one. */
export function redeOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4 || !ip.includes(':')) return v4 ?? ip;
  const [antes = '', depois] = ip.toLowerCase().split('%')[0]!.split('::');
  const grupos = antes.split(':').filter(Boolean);
  const fim = (depois ?? '').split(':').filter(Boolean);
  if (depois !== undefined) while (grupos.length + fim.length < 8) grupos.push('0');
  return [...grupos, ...fim].slice(0, 4).map((g) => g.replace(/^0+(?=.)/, '')).join(':');
}
