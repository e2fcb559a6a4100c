import { Inject, Injectable } from '@nestjs/common';
import { AconselharService, DocumentosEmThreads, EstagiosAgentes } from '../../agentes/agentes.module.js';
import { VERSAO_AGENTES, type GuardaPreparo, type Preparo } from '../../agentes/index.js';
import { EstagiosAnalise, ExecucoesService } from '../../analises/analises.module.js';
import { chaveJulgamento, resumoDe, type Analise, type ResumoAnalise } from '../../analises/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { askConfirmacao, confrontCorrecoes } from '../../editais/index.js';
import { LeiturasService, type Progresso } from '../../editais/editais.module.js';
import { packRelatorio, VERSAO_RELATORIO } from '../../relatorios/index.js';
import { EstagiosRelatorio } from '../../relatorios/relatorios.module.js';
import { TrabalhosService } from '../../storage/storage.module.js';
import { chaveAconselhado, chaveJulgado, chaveProvisoria, chaveRelatorio } from './chaves.js';
import { decode, encode } from './codec.js';
import type { Execucao, Feito, Passagem, Passos } from './tipos.js';
import { findOrMake } from './trabalho-unico.js';

/** Events that tell of the pages recognised by OCR, at most about so many an analysis. */
const OCR_CONTADO = 20;
/** Progress at the end of `reunir`, and how much `ler` adds. */
const PROGRESSO_LER = { de: 10, mais: 39 } as const;

/** The stages: each finds its work done, or does it off the main thread and stores it under the run's lease. */
@Injectable()
export class PassosService implements Passos {
  constructor(
    private readonly execucoes: ExecucoesService, private readonly leituras: LeiturasService, private readonly analises: EstagiosAnalise,
    private readonly conselho: AconselharService, private readonly documentos: DocumentosEmThreads, private readonly agentes: EstagiosAgentes, private readonly relatorios: EstagiosRelatorio, private readonly trabalhos: TrabalhosService, @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** 1. Files → documents. */
  async reunir(e: Execucao, _p: Passagem): Promise<Feito> {
    const { arquivos } = e.posse.entradas;
    return toFeito(await this.leituras.reunir(arquivos, opcoesDe(e)));
  }

  /** 2. Documents → pages, several at once. */
  async ler(e: Execucao, p: Passagem): Promise<Feito> {
    const reunido = requireChave(p.reunir);
    this.conselho.warm();
    let mostrado = 0;
    let contado = 0;
    const onProgresso = ({ feitos, total, ocr }: Progresso): void => {
      const emOcr = ocr && feitos < total ? ocr.feitas / ocr.total : 0;
      const agora = PROGRESSO_LER.de + Math.floor((PROGRESSO_LER.mais * (feitos + emOcr)) / total);
      // Only shown: what matters is written when the stage ends.
      if (ocr && (ocr.feitas === 0 || ocr.feitas - contado >= ocr.total / OCR_CONTADO)) {
        contado = ocr.feitas;
        void this.execucoes.tellOcr(e.posse, agora, ocr).catch(() => undefined);
      }
      if (agora - mostrado < 3) return;
      mostrado = agora;
      void this.execucoes.showProgresso(e.posse, agora).catch(() => undefined);
    };
    return toFeito(await this.leituras.ler({ chave: reunido }, { ...opcoesDe(e), onProgresso }));
  }

  /** 3. Pages → facts and items: what every company shares. The state of corrections is not touched: these may be older files than the tender has now. */
  async extrair(e: Execucao, p: Passagem): Promise<Feito> {
    const lido = { chave: requireChave(p.ler), reunido: requireChave(p.reunir) };
    const { classes } = e.posse.entradas;
    return toFeito(await this.leituras.extrair(lido, { ...opcoesDe(e), classes }));
  }

  /** 4. Facts + company + moment → decision. Corrections that this reading asks again about are questions in it. */
  async julgar(e: Execucao, p: Passagem): Promise<Feito> {
    const { empresa, licitacao, sancoes, fatos, requisitos, classes } = e.posse.entradas;
    const lido = { chave: requireChave(p.ler), reunido: requireChave(p.reunir) };
    const leitura = requireChave(p.extrair);
    const confronto = fatos.length ? confrontCorrecoes(fatos, await this.leituras.load(leitura)) : { vigentes: [], aConfirmar: [] };
    const correcoes = [...confronto.vigentes, ...requisitos];
    const aConfirmar = confronto.aConfirmar.map(askConfirmacao);
    const agora = await this.execucoes.fixAgora(e.posse);
    const base = { empresa, licitacao, ...(sancoes ? { sancoes } : {}), correcoes, aConfirmar };
    const chave = chaveJulgado(e.posse.organizacaoId, chaveJulgamento({ chaveLeitura: leitura, ...base }), agora);
    const { reaproveitado } = await findOrMake(this.trabalhos, e, {
      chave, etapa: 'julgar',
      make: async () => (await this.leituras.useConjunto(lido, classes, (conjunto) => this.analises.julgar({ conjunto, agora, ...base }, { signal: e.sinal }), e.sinal)).analise,
    });
    return { trabalho: chave, reaproveitada: reaproveitado };
  }

  /** 5. Decision → the same with what agents add. Without a model it is the judgement's own work, and nothing is done. */
  async aconselhar(e: Execucao, p: Passagem): Promise<Feito> {
    const julgamento = requireChave(p.julgar);
    if (!this.conselho.configurado) return { trabalho: julgamento, reaproveitada: true };
    const { posse, sinal } = e;
    const chave = chaveAconselhado(julgamento, `${VERSAO_AGENTES} ${this.config.modelos.chat}`);
    const provisoria = chaveProvisoria(chave, posse.analiseId);
    const [feito] = await this.trabalhos.findAll([chave, provisoria]);
    if (feito) return { trabalho: feito.chave, reaproveitada: true };
    const lido = { chave: requireChave(p.ler), reunido: requireChave(p.reunir) };
    const analise = await this.requireTrabalho(julgamento);
    const documentos = this.documentos.open({ analise, empresa: posse.entradas.empresa, sinal, useConjunto: (fazer) => this.leituras.useConjunto(lido, posse.entradas.classes, fazer, sinal) });
    const { parecer, usouModelo, provisorio } = await this.conselho.aconselhar({ organizacaoId: posse.organizacaoId, trabalhoId: posse.analiseId, documentos, guarda: this.keep(e), sinal });
    const nome = provisorio ? provisoria : chave;
    const { reaproveitado } = await findOrMake(this.trabalhos, e, { chave: nome, etapa: 'aconselhar', make: () => this.agentes.anexar(analise, parecer, usouModelo, sinal) });
    return { trabalho: nome, reaproveitada: reaproveitado };
  }

  /** Prompts of a run, stored like any work of it. */
  private keep(e: Execucao): GuardaPreparo {
    return {
      find: async (chave) => {
        const guardado = await this.trabalhos.find(chave);
        return guardado && decode<Preparo>(guardado);
      },
      put: async (chave, preparo) => void (await findOrMake(this.trabalhos, e, { chave, etapa: 'aconselhar', make: () => encode(preparo) })),
    };
  }

  /** 6. Decision → report, in each form it is read in. */
  async relatar(e: Execucao, p: Passagem): Promise<Feito> {
    const julgamento = requireChave(p.aconselhar);
    const chave = chaveRelatorio(julgamento, VERSAO_RELATORIO);
    const { reaproveitado } = await findOrMake(this.trabalhos, e, {
      chave, etapa: 'relatar', make: async () => packRelatorio(await this.relatorios.relatar(await this.requireTrabalho(julgamento), { signal: e.sinal })),
    });
    return { trabalho: chave, reaproveitada: reaproveitado };
  }

  /** What lists show of a finished judgement. */
  async resumo(julgamento: string): Promise<ResumoAnalise> {
    return resumoDe(await decode<Analise>(await this.requireTrabalho(julgamento)));
  }

  private async requireTrabalho(chave: string): Promise<Uint8Array> {
    const achado = await this.trabalhos.find(chave);
    if (!achado) throw new Error(`finished work is gone: ${chave.split(':')[0]}`);
    return achado;
  }
}

const opcoesDe = ({ posse, sinal }: Execucao) => ({ signal: sinal, guarda: { analiseId: posse.analiseId, token: posse.token } });
const toFeito = ({ chave, reaproveitada }: { readonly chave: string; readonly reaproveitada: boolean }): Feito => ({ trabalho: chave, reaproveitada });

function requireChave(chave: string | undefined): string {
  if (chave === undefined) throw new Error('a stage before did not say where its work is');
  return chave;
}
