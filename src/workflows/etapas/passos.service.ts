import { performance } from 'node:perf_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { EstagiosAnalise, ExecucoesService } from '../../analises/analises.module.js';
import { chaveJulgamento, resumoDe, type Analise, type Etapa, type ResumoAnalise } from '../../analises/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { chaveLeitura, type CoberturaDocumento } from '../../editais/index.js';
import { EstagiosEdital } from '../../editais/editais.module.js';
import { asErroPublico } from '../../kernel/index.js';
import { packRelatorio, VERSAO_RELATORIO } from '../../relatorios/index.js';
import { EstagiosRelatorio } from '../../relatorios/relatorios.module.js';
import { TrabalhosService } from '../../storage/storage.module.js';
import { chaveCobertura, chaveExtracao, chaveJulgado, chaveRelatorio, chaveReuniao } from './chaves.js';
import { decode, encode } from './codec.js';
import { ConjuntoService } from './conjunto.service.js';
import { emParalelo } from './em-paralelo.js';
import type { Execucao, Passagem, Passos } from './tipos.js';
import { findOrMake, type TrabalhoPedido } from './trabalho-unico.js';

/** Documents of one analysis read at once; the workshop has fewer threads than that, and its line is bounded. */
const DOCUMENTOS_AO_MESMO_TEMPO = 4;
/** Progress between the end of `reunir` and the end of `ler`. */
const PROGRESSO_LER = { de: 10, ate: 50 } as const;

interface Feito {
  readonly passagem: Passagem;
  readonly trabalho: string;
  readonly reaproveitada: boolean;
}

/** The five stages: each finds its work done, or does it off the main thread and stores it under the run's lease. */
@Injectable()
export class PassosService implements Passos {
  constructor(
    private readonly execucoes: ExecucoesService, private readonly conjunto: ConjuntoService, private readonly editais: EstagiosEdital, private readonly analises: EstagiosAnalise,
    private readonly relatorios: EstagiosRelatorio, private readonly trabalhos: TrabalhosService, @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** 1. Files → documents. */
  readonly reunir = (e: Execucao, p: Passagem): Promise<Passagem> =>
    this.record(e, 'reunir', async () => {
      const chave = chaveReuniao(e.posse.entradas, this.config);
      const { reaproveitado } = await this.shared(e, 'reunir', chave, async () => {
        const { documentos, ...resto } = await this.conjunto.gather(e);
        return encode({ documentos: documentos.map(({ nome, sha256, tipo, bytes }) => ({ nome, sha256, tipo, bytes })), ...resto });
      });
      return { passagem: { ...p, reuniao: chave }, trabalho: chave, reaproveitada: reaproveitado };
    });

  /** 2. Documents → pages, each on its own. */
  readonly ler = (e: Execucao, p: Passagem): Promise<Passagem> =>
    this.record(e, 'ler', async () => {
      const { reuniao, coberturas, reaproveitada } = await this.readAll(e, p, true);
      const pedido = this.conjunto.toPedido(e, reuniao, coberturas);
      return { passagem: { ...p, leitura: chaveExtracao(this.nameLeitura(pedido)) }, trabalho: requireChave(p.reuniao), reaproveitada };
    });

  /** 3. Pages → facts and items: what every company shares. */
  readonly extrair = (e: Execucao, p: Passagem): Promise<Passagem> =>
    this.record(e, 'extrair', async () => {
      const { reuniao, coberturas } = await this.readAll(e, p, false);
      const pedido = this.conjunto.toPedido(e, reuniao, coberturas);
      const chave = chaveExtracao(this.nameLeitura(pedido));
      // A class given by a person is a client's: what comes of it is kept as theirs.
      const organizacaoId = pedido.classes ? e.posse.organizacaoId : null;
      const { reaproveitado } = await findOrMake(this.trabalhos, e, {
        ...this.pedido(e, 'extrair', chave, () => this.conjunto.withDocumentos(e, () => this.editais.extrair(pedido, { signal: e.sinal }))), organizacaoId,
      });
      return { passagem: { ...p, leitura: chave }, trabalho: chave, reaproveitada: reaproveitado };
    });

  /** 4. Facts + company + moment → decision. */
  readonly julgar = (e: Execucao, p: Passagem): Promise<Passagem> =>
    this.record(e, 'julgar', async () => {
      const { empresa, licitacao, correcoes } = e.posse.entradas;
      const agora = await this.execucoes.fixAgora(e.posse);
      const chave = chaveJulgado(chaveJulgamento({ chaveLeitura: requireChave(p.leitura), empresa, licitacao, correcoes }), agora);
      const { reaproveitado } = await this.own(e, 'julgar', chave, async () => {
        const { reuniao, coberturas } = await this.readAll(e, p, false);
        const conjunto = this.conjunto.toPedido(e, reuniao, coberturas);
        return (await this.conjunto.withDocumentos(e, () => this.analises.julgar({ conjunto, empresa, licitacao, agora, correcoes }, { signal: e.sinal }))).analise;
      });
      return { passagem: { ...p, julgamento: chave }, trabalho: chave, reaproveitada: reaproveitado };
    });

  /** 5. Decision → report, in each form it is read in. */
  readonly relatar = (e: Execucao, p: Passagem): Promise<Passagem> =>
    this.record(e, 'relatar', async () => {
      const julgamento = requireChave(p.julgamento);
      const chave = chaveRelatorio(julgamento, VERSAO_RELATORIO);
      const { reaproveitado } = await this.own(e, 'relatar', chave, async () => packRelatorio(await this.relatorios.relatar(await this.requireTrabalho(julgamento), { signal: e.sinal })));
      return { passagem: { ...p, relatorio: chave }, trabalho: chave, reaproveitada: reaproveitado };
    });

  /** What lists show of a finished judgement. */
  async resumo(julgamento: string): Promise<ResumoAnalise> {
    return resumoDe(await decode<Analise>(await this.requireTrabalho(julgamento)));
  }

  private async readAll(e: Execucao, p: Passagem, mostra: boolean) {
    const reuniao = await this.conjunto.open(e, requireChave(p.reuniao));
    let lidos = 0;
    let novas = 0;
    const coberturas = await emParalelo(reuniao.documentos, DOCUMENTOS_AO_MESMO_TEMPO, async (documento) => {
      const { resultado, reaproveitado } = await this.shared(e, 'ler', chaveCobertura(documento, this.config), async () =>
        encode(await this.conjunto.withDocumentos(e, () => this.editais.ler(documento, { signal: e.sinal }))),
      );
      if (!reaproveitado) novas++;
      if (mostra && !reaproveitado) await this.execucoes.showProgresso(e.posse, Math.floor(PROGRESSO_LER.de + ((PROGRESSO_LER.ate - PROGRESSO_LER.de) * ++lidos) / reuniao.documentos.length) - 1);
      return decode<CoberturaDocumento>(resultado);
    });
    return { reuniao, coberturas, reaproveitada: novas === 0 };
  }

  private nameLeitura(pedido: Parameters<typeof chaveLeitura>[0]): string {
    return chaveLeitura({ ...pedido, maxPaginas: this.config.leitura.maxPaginas });
  }

  private shared(e: Execucao, etapa: Etapa, chave: string, make: () => Promise<Uint8Array>) {
    return findOrMake(this.trabalhos, e, this.pedido(e, etapa, chave, make));
  }

  private own(e: Execucao, etapa: Etapa, chave: string, make: () => Promise<Uint8Array>) {
    return findOrMake(this.trabalhos, e, { ...this.pedido(e, etapa, chave, make), organizacaoId: e.posse.organizacaoId });
  }

  private pedido({ posse }: Execucao, etapa: Etapa, chave: string, make: () => Promise<Uint8Array>): TrabalhoPedido {
    return { chave, etapa, organizacaoId: null, arquivos: [...new Set(posse.entradas.arquivos.map((a) => a.sha256))], make };
  }

  private async requireTrabalho(chave: string): Promise<Uint8Array> {
    const achado = await this.trabalhos.find(chave);
    if (!achado) throw new Error(`finished work is gone: ${chave.split(':')[0]}`);
    return achado;
  }

  /** The stage told, done, and written once; or its failure, for the history. */
  private async record(e: Execucao, etapa: Etapa, fazer: () => Promise<Feito>): Promise<Passagem> {
    e.sinal.throwIfAborted();
    const inicio = new Date();
    const relogio = performance.now();
    await this.execucoes.startEtapa(e.posse, etapa);
    try {
      const { passagem, trabalho, reaproveitada } = await fazer();
      e.sinal.throwIfAborted();
      await this.execucoes.finishEtapa(e.posse, etapa, { inicio, ms: performance.now() - relogio, reaproveitada, trabalho });
      return passagem;
    } catch (erro) {
      if (!e.sinal.aborted) {
        const { codigo, mensagem } = asErroPublico(erro);
        await this.execucoes.failEtapa(e.posse, etapa, inicio, performance.now() - relogio, { codigo, mensagem }).catch(() => undefined);
      }
      throw erro;
    }
  }
}

function requireChave(chave: string | undefined): string {
  if (chave === undefined) throw new Error('a stage before did not say where its work is');
  return chave;
}
