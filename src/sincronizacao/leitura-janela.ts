import type { AcervoService } from '../acervo/acervo.module.js';
import { AlicitError, asErroPublico, sha256De } from '../kernel/index.js';
import { diaDeBrasilia, type ConsultaContratacoes, type PaginaPncp, type Pncp } from '../pncp/index.js';
import { chavesDe, numeroDe } from './domain/chaves.js';
import { decidePasso, type Limites, type MotivoDivisao } from './domain/decide-passo.js';
import { esperaDaLacuna, esperaDe } from './domain/espera.js';
import type { Janela } from './domain/janela.js';
import { isVazia, type Observacao } from './domain/prove-completa.js';
import { isDivisivel, splitJanela } from './domain/split-janela.js';
import type { Execucao } from './execucoes.service.js';
import type { JanelasService } from './janelas.service.js';
import type { PulsoPncp } from './pulso-pncp.js';
import type { Relogio } from './relogio.js';

/** What a window's reading stands on. */
export interface Leitor {
  readonly pncp: Pick<Pncp, 'contratacoes'>;
  readonly acervo: Pick<AcervoService, 'receive'>;
  readonly janelas: JanelasService;
  readonly execucao: Execucao;
  readonly pulso: PulsoPncp;
  readonly relogio: Relogio;
  readonly limites: Limites;
  /** First wait after a failure, ms. */
  readonly esperaMs: number;
}

/** How far it got: goes on at once, goes on later, or ended, with the windows that come in its place. */
export type Andamento = { readonly tipo: 'segue' } | { readonly tipo: 'depois'; readonly em: Date } | { readonly tipo: 'fim'; readonly novas: readonly Janela[] };

const MAX_ESPERA_MS = 5 * 60_000;
/** How often the total of a window is compared with the sum of its parts before it is a gap. */
const CONFERENCIAS = 4;
const SEGUE: Andamento = { tipo: 'segue' };

/** One window being read: a request at a time, each answer kept before the next is asked. */
export class LeituraJanela {
  private observacoes: Observacao[] | null = null;
  private falhas: Record<string, number>;
  private tentativas: number;
  /** Records of this reading that are kept already, by content. */
  private readonly guardados = new Map<string, string>();

  constructor(private readonly l: Leitor, readonly janela: Janela) {
    this.falhas = { ...janela.falhas };
    this.tentativas = janela.tentativas;
  }

  /** @throws AlicitError when the whole reading has to stop */
  async step(): Promise<Andamento> {
    if (this.janela.estado === 'conferir') return this.compare();
    const { janelas, pulso } = this.l;
    const limites = pulso.desmentiuVazio ? { ...this.l.limites, vaziasParaCrer: this.l.limites.vaziasSuspeitas } : this.l.limites;
    this.observacoes ??= [...(await janelas.readPaginas(this.janela.id))];
    const passo = decidePasso({ observacoes: this.observacoes, falhas: this.falhas, esperado: this.janela.esperado, divisivel: isDivisivel(this.janela.alvo) }, limites);
    if (passo.tipo === 'fechar') return this.close(passo.em, passo.total);
    if (passo.tipo === 'dividir') return this.divide(passo.motivo, passo.total);
    return this.ask(passo.pagina);
  }

  private async ask(pagina: number): Promise<Andamento> {
    const { execucao, relogio, limites, esperaMs } = this.l;
    const pedidaEm = relogio.agora();
    const veio = await this.fetch(pagina, limites.tamanhoPagina);
    // Days to come may be refused: there is nothing in them.
    if ('culpa' in veio && veio.codigo === 'pncp_recusado' && this.janela.alvo.rota === 'publicacao' && this.janela.alvo.de > diaDeBrasilia(pedidaEm)) return this.close(pedidaEm, 0);
    if ('culpa' in veio) return this.fail(pagina, veio);
    const o: Observacao = { pagina, total: veio.totalRegistros ?? 0, totalPaginas: veio.totalPaginas, chaves: chavesDe(veio.registros, (r) => sha256De(JSON.stringify(r))), pedidaEm };
    // Records without a total prove nothing.
    if (veio.registros.length && veio.totalRegistros === null) return this.fail(pagina, { culpa: 'pagina', codigo: 'pncp_resposta_invalida' });
    const invalidos = await this.keep(veio.registros, pedidaEm).catch((erro: unknown) => (execucao.contagem.fail(asErroPublico(erro).codigo, pedidaEm), null));
    if (invalidos === null) return this.fail(pagina, { culpa: 'pagina', codigo: 'erro_interno' });
    // Nothing on a page that should have something is a failure of that page, after all.
    const { [pagina]: antes = 0, ...outras } = this.falhas;
    this.falhas = isVazia(o) && pagina > 1 ? { ...outras, [pagina]: antes + 1 } : outras;
    await execucao.guarded((m) => this.l.janelas.record(m, this.janela.id, o, invalidos, this.falhas));
    if (!isVazia(o) && this.observacoes!.some(isVazia)) this.l.pulso.desmentiuVazio = true;
    this.observacoes!.push(o);
    this.tentativas = 0;
    execucao.contagem.add({ paginas: 1 });
    return isVazia(o) ? { tipo: 'depois', em: new Date(relogio.agora().getTime() + esperaDe(1, Math.min(esperaMs, 1000), MAX_ESPERA_MS, relogio.sorteio())) } : SEGUE;
  }

  /** Records that this reading has not kept yet, or that changed since. @returns how many could not be read */
  private async keep(registros: readonly unknown[], vistaEm: Date): Promise<number> {
    const lidos = registros.map((r) => ({ r, numero: numeroDe(r), hash: sha256De(JSON.stringify(r)) }));
    const novos = lidos.filter(({ numero, hash }) => numero === null || this.guardados.get(numero) !== hash);
    if (!novos.length) return 0;
    const { novas, mudadas, invalidas } = await this.l.acervo.receive(novos.map(({ r }) => r), { origem: 'sincronizacao', vistaEm });
    for (const { numero, hash } of novos) if (numero !== null) this.guardados.set(numero, hash);
    this.l.execucao.contagem.add({ registros: novos.length - invalidas.length, novas: novas.length, mudadas: mudadas.length, invalidos: invalidas.length });
    return invalidas.length;
  }

  private async close(em: Date, total: number): Promise<Andamento> {
    const pai = await this.l.execucao.guarded((m) => this.l.janelas.close(m, this.janela, { em, total }));
    this.l.execucao.contagem.add({ fechadas: 1, janelas: pai ? 1 : 0 });
    return { tipo: 'fim', novas: pai ? [pai] : [] };
  }

  private async divide(motivo: MotivoDivisao, total: number | null): Promise<Andamento> {
    const { execucao, janelas, limites } = this.l;
    const partes = splitJanela(this.janela.alvo, total, limites.maxRegistros / 2);
    if (!partes) return this.gap(motivo);
    const novas = await execucao.guarded((m) => janelas.divide(m, this.janela.id, partes, motivo));
    execucao.contagem.add({ janelas: novas.length - 1 });
    return { tipo: 'fim', novas };
  }

  private async gap(codigo: string): Promise<Andamento> {
    const { execucao, janelas, relogio } = this.l;
    await execucao.guarded((m) => janelas.gap(m, this.janela.id, codigo, new Date(relogio.agora().getTime() + esperaDaLacuna(this.janela.lacunas + 1))));
    execucao.contagem.add({ lacunas: 1 });
    return { tipo: 'fim', novas: [] };
  }

  /** The parts by state are whole: are they all of it? */
  private async compare(): Promise<Andamento> {
    const soma = await this.l.janelas.sumPartes(this.janela.id);
    const veio = await this.fetch(1, 10);
    if ('culpa' in veio && veio.culpa === 'geral') return this.pause();
    const total = 'culpa' in veio ? null : veio.totalRegistros;
    if (total !== null && total > 0 && total <= soma.total) return this.close(soma.em, soma.total);
    if (++this.tentativas < CONFERENCIAS) return this.later('culpa' in veio ? veio.codigo : 'partes_nao_somam');
    // What was divided because its first page fails cannot be asked for its total.
    if ('culpa' in veio && this.janela.erro === 'pagina_falha') return this.close(soma.em, soma.total);
    return this.gap('partes_nao_somam');
  }

  private fail(pagina: number, { culpa, codigo }: Falha): Promise<Andamento> {
    if (culpa === 'geral') return Promise.resolve(this.pause());
    this.falhas = { ...this.falhas, [pagina]: (this.falhas[pagina] ?? 0) + 1 };
    this.tentativas++;
    return this.later(codigo);
  }

  private pause(): Andamento {
    return { tipo: 'depois', em: new Date(this.l.pulso.pausadoAte) };
  }

  private async later(erro: string): Promise<Andamento> {
    const { execucao, janelas, relogio, esperaMs } = this.l;
    const em = new Date(relogio.agora().getTime() + esperaDe(this.tentativas, esperaMs, MAX_ESPERA_MS, relogio.sorteio()));
    await execucao.guarded((m) => janelas.fail(m, this.janela.id, { falhas: this.falhas, tentativas: this.tentativas, erro, proximaEm: em }));
    return { tipo: 'depois', em };
  }

  private async fetch(pagina: number, tamanhoPagina: number): Promise<PaginaPncp | Falha> {
    const { pncp, execucao, pulso, relogio } = this.l;
    const { rota, modalidade, uf, de, ate } = this.janela.alvo;
    const consulta: ConsultaContratacoes = { rota, ate, modalidade, pagina, tamanhoPagina, ...(rota === 'proposta' ? {} : { de }), ...(uf === null ? {} : { uf }) };
    try {
      const veio = await pncp.contratacoes(consulta, execucao.sinal);
      pulso.answered();
      return veio;
    } catch (erro) {
      if (!(erro instanceof AlicitError) || execucao.sinal.aborted) throw erro;
      execucao.contagem.fail(erro.codigo, relogio.agora());
      const tentarEmS = erro.detalhes?.['tentarEmS'];
      const culpa = pulso.failed(erro.codigo, typeof tentarEmS === 'number' ? tentarEmS : null);
      if (culpa === 'fim') throw erro;
      return { culpa, codigo: erro.codigo };
    }
  }
}

interface Falha {
  readonly culpa: 'pagina' | 'geral';
  readonly codigo: string;
}
