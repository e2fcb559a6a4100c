import { randomUUID } from 'node:crypto';
import { ENTREGA_MS, type Carteiro } from './carteiro.js';
import { CHAVE_BANCO, condicaoDe } from './domain/condicoes.js';
import { CALMO, firmeza, step, type Estado, type Passo, type Regras } from './domain/maquina.js';
import { createMensagem, type Mensagem } from './domain/mensagem.js';
import type { Observacao } from './domain/observacao.js';
import type { Linha, Livro } from './livro.js';
import type { Observar } from './observar.js';

/** What became of a telling. `limite`: there were too many in this hour. */
export type Resultado = 'entregue' | 'falhou' | 'limite';

export interface OpcoesVigia {
  readonly observar: Observar;
  readonly livro: Livro;
  readonly carteiro: Carteiro;
  /** Machine and process. */
  readonly processo: string;
  readonly repetirMs: number;
  readonly maxPorHora?: number;
  readonly onEnvio: (resultado: Resultado, mensagem: Pick<Mensagem, 'chave' | 'tipo'>, codigo: string | null) => void;
}

/** Messages of all processes in an hour. */
const MAX_POR_HORA = 30;
/** Whoever took a message to tell has so long: more than its attempts take. */
const POSSE_MS = ENTREGA_MS + 15_000;
const ESPERA_FALHA_MS = 60_000;
const MAX_ESPERA_FALHA_MS = 30 * 60_000;
const HORA_MS = 3_600_000;
/** What this process does not look at, and nobody saw for so long, is over: a dependency that is not configured any more, ms. */
const ESQUECE_MS = 24 * HORA_MS;

/**
 * Looks, remembers for how long what it saw holds, and tells through the book that all processes share. The database's own
 * alert does without the book: each process tells what it sees. One look at a time; a look that fails is only a look less.
 */
export class Vigia {
  private readonly estados = new Map<string, Estado>();
  private readonly memoria = { hora: 0, envios: 0, vezes: 0 };
  private olhando: Promise<void> | null = null;

  constructor(private readonly opcoes: OpcoesVigia) {}

  /** @throws whatever the database says; nothing is lost by that */
  tick(agora: Date, sinal?: AbortSignal): Promise<void> {
    return (this.olhando ??= this.look(agora, sinal).finally(() => (this.olhando = null)));
  }

  /** Whether this process tells that the database is away. */
  get bancoAberto(): boolean {
    return (this.estados.get(CHAVE_BANCO)?.abertoDesde ?? null) !== null;
  }

  private async look(agora: Date, sinal: AbortSignal | undefined): Promise<void> {
    const observacoes = await this.opcoes.observar(agora);
    const doBanco = observacoes.find((o) => o.chave === CHAVE_BANCO);
    if (doBanco) await this.tellBanco(doBanco, agora, sinal);
    const firmes = observacoes.filter((o) => o.chave !== CHAVE_BANCO).map((o) => ({ ...o, ...this.follow(o, agora) }));
    if (doBanco?.ruim === true) return;
    const abertas = new Set((await this.opcoes.livro.listAbertas()).map((l) => l.chave));
    for (const o of firmes) {
      if (sinal?.aborted) return;
      if (o.firme === 'ruim') await this.tellAberto(o, agora, sinal);
      else if (o.firme === 'bom' && abertas.has(o.chave)) await this.tellFim(o.chave, agora, sinal);
    }
    const olhadas = new Set(observacoes.map((o) => o.chave));
    for (const chave of abertas) if (!olhadas.has(chave)) await this.opcoes.livro.forget(chave, agora, new Date(agora.getTime() - ESQUECE_MS));
  }

  private regras(chave: string): Regras {
    const { abrirMs, fecharMs } = condicaoDe(chave);
    return { abrirMs, fecharMs, repetirMs: this.opcoes.repetirMs };
  }

  private follow({ chave, ruim }: Observacao, agora: Date): { readonly firme: ReturnType<typeof firmeza>; readonly passo: Passo; readonly antes: Estado; readonly estado: Estado } {
    const antes = this.estados.get(chave) ?? CALMO;
    const { estado, passo } = step(antes, ruim, agora.getTime(), this.regras(chave));
    this.estados.set(chave, estado);
    return { firme: ruim === null ? 'incerta' : firmeza(estado, agora.getTime(), this.regras(chave)), passo, antes, estado };
  }

  private async tellAberto({ chave, detalhe, estado }: Observacao & { readonly estado: Estado }, agora: Date, sinal: AbortSignal | undefined): Promise<void> {
    const { livro, repetirMs } = this.opcoes;
    // What only one process sees is told with its name: its answers are its own.
    await livro.see(chave, { desde: new Date(estado.abertoDesde ?? agora.getTime()), agora, detalhe, processo: chave.startsWith('http:') ? this.opcoes.processo : null });
    const posse = this.newPosse();
    const linha = await livro.takeAviso(chave, posse, { agora, ate: new Date(agora.getTime() + POSSE_MS), repetirMs });
    if (!linha) return;
    if (await this.tell(linha, linha.avisos ? 'repetido' : 'aberto', posse, agora, sinal)) await livro.told(chave, posse, agora);
  }

  private async tellFim(chave: string, agora: Date, sinal: AbortSignal | undefined): Promise<void> {
    const { livro } = this.opcoes;
    const { fecharMs } = this.regras(chave);
    const posse = this.newPosse();
    const linha = await livro.takeFim(chave, posse, { agora, ate: new Date(agora.getTime() + POSSE_MS), fecharMs });
    if (!linha) return;
    // What nobody was told of ends without a word.
    if (!linha.avisos || (await this.tell(linha, 'recuperado', posse, agora, sinal))) await livro.close(chave, posse, new Date(agora.getTime() - fecharMs));
  }

  /** @returns whether it arrived; when not, the row says until when nobody tries */
  private async tell(linha: Linha, tipo: 'aberto' | 'repetido' | 'recuperado', posse: string, agora: Date, sinal: AbortSignal | undefined): Promise<boolean> {
    const { livro, maxPorHora = MAX_POR_HORA } = this.opcoes;
    const vaga = await livro.takeVaga(agora, maxPorHora);
    if (!vaga) {
      this.opcoes.onEnvio('limite', { chave: linha.chave, tipo }, null);
      await livro.putOff(linha.chave, posse, new Date((Math.floor(agora.getTime() / HORA_MS) + 1) * HORA_MS), false);
      return false;
    }
    const entregue = await this.send(createMensagem({ tipo, chave: linha.chave, detalhe: linha.detalhe, desde: linha.desde, em: agora, vezes: linha.avisos, processo: linha.processo, ultimaDaHora: vaga === maxPorHora }), sinal);
    if (entregue) return true;
    await livro.returnVaga(agora);
    await livro.putOff(linha.chave, posse, new Date(agora.getTime() + Math.min(MAX_ESPERA_FALHA_MS, ESPERA_FALHA_MS * 2 ** Math.min(linha.falhas, 10))), true);
    return false;
  }

  /** Without the book: by this process's memory. What could not be told is told at the next look. */
  private async tellBanco(o: Observacao, agora: Date, sinal: AbortSignal | undefined): Promise<void> {
    const { passo, antes, estado } = this.follow(o, agora);
    if (passo === 'nada') return;
    const { memoria, opcoes: { maxPorHora = MAX_POR_HORA, processo } } = this;
    const hora = Math.floor(agora.getTime() / HORA_MS);
    if (memoria.hora !== hora) Object.assign(memoria, { hora, envios: 0 });
    if (passo === 'abrir') memoria.vezes = 0;
    const tipo = ({ abrir: 'aberto', repetir: 'repetido', fechar: 'recuperado' } as const)[passo];
    const desde = new Date(antes.abertoDesde ?? estado.abertoDesde ?? agora.getTime());
    if (memoria.envios >= maxPorHora) return this.opcoes.onEnvio('limite', { chave: o.chave, tipo }, null);
    const ultimaDaHora = memoria.envios + 1 === maxPorHora;
    const detalhe = passo === 'fechar' ? 'O banco de dados não respondia.' : o.detalhe;
    if (await this.send(createMensagem({ tipo, chave: o.chave, detalhe, desde, em: agora, vezes: memoria.vezes, processo, ultimaDaHora }), sinal)) {
      memoria.vezes++;
      memoria.envios++;
    }
    // As it was, but for what goes on holding: the next look takes the same step.
    else this.estados.set(o.chave, passo === 'fechar' ? { ...antes, bomDesde: antes.bomDesde ?? agora.getTime(), ruimDesde: null } : { ...antes, ruimDesde: estado.ruimDesde });
  }

  private async send(mensagem: Mensagem, sinal: AbortSignal | undefined): Promise<boolean> {
    const { ok, codigo } = await this.opcoes.carteiro.deliver(mensagem, sinal);
    this.opcoes.onEnvio(ok ? 'entregue' : 'falhou', mensagem, codigo);
    return ok;
  }

  private newPosse(): string {
    return `${this.opcoes.processo}:${randomUUID()}`;
  }
}
