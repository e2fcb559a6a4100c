import { Injectable, Logger } from '@nestjs/common';
import { AlicitError } from '../../kernel/index.js';
import { LicitacoesService } from '../../licitacoes/licitacoes.module.js';
import { CorrecoesService } from '../correcoes/correcoes.service.js';
import { Andamentos } from './andamentos.js';
import { EtapasLeitura } from './etapas-leitura.js';
import { BuscaTrechosService } from '../semantica/busca-trechos.service.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';
import type { PedidoLeitura } from './fila-leituras.js';
import type { LidoRef } from './resumos.js';

type Sinal = Parameters<Andamentos['tell']>[2];

/** A sign of life this often while it reads. */
const SINAL_MS = 10_000;
const DEFEITO = { codigo: 'erro_interno', mensagem: 'A leitura falhou por um defeito do ALICIT. Tente de novo em instantes.' };

/** The job `ler-licitacao`: the three stages over the files a tender has now, told as they go on. */
@Injectable()
export class LerLicitacao {
  private readonly log = new Logger('leituras');

  constructor(
    private readonly etapas: EtapasLeitura,
    private readonly licitacoes: LicitacoesService,
    private readonly andamentos: Andamentos,
    private readonly correcoes: CorrecoesService,
    private readonly busca: BuscaTrechosService,
  ) {}

  /** Files that came while it waited are read too; a tender erased meanwhile is no error. @throws what another try may mend, and whatever an abort brings */
  async read(pedido: PedidoLeitura, signal: AbortSignal): Promise<void> {
    const { organizacaoId, licitacaoId } = pedido;
    const snapshot = await this.licitacoes.snapshot(organizacaoId, licitacaoId).catch(nullIfErased);
    if (!snapshot?.arquivos.length) return;
    const { arquivos } = snapshot;
    const classes = await this.correcoes.classes(organizacaoId, licitacaoId);
    const chave = this.etapas.keyOf(arquivos, classes);
    const sinais = this.openSinais(pedido, chave);
    try {
      sinais.tell({ etapa: 'reunir' });
      const reunido = await this.etapas.reunir(arquivos, { signal });
      sinais.tell({ etapa: 'ler', feitos: 0, total: reunido.resumo.documentos });
      const lido = await this.etapas.ler(reunido, { signal, onProgresso: (p) => sinais.tell({ etapa: 'ler', ...p }) });
      sinais.tell({ etapa: 'extrair' });
      const extraido = await this.etapas.extrair(lido, { classes, signal });
      // Of files that are the tender's no more it says nothing: those that came since are read after it.
      if (chave === (await this.findChave(pedido))) await this.correcoes.confront(organizacaoId, licitacaoId, await this.etapas.loadLeitura(extraido.chave));
      await sinais.close();
      await this.andamentos.finish(pedido, chave, 'pronta');
      await this.index(pedido, lido, classes, signal);
    } catch (erro) {
      await sinais.close();
      if (signal.aborted) throw erro;
      await this.andamentos.finish(pedido, chave, 'falhou', erro instanceof AlicitError ? { codigo: erro.codigo, mensagem: erro.message } : DEFEITO);
      if (!(erro instanceof AlicitError) || erro.tipo !== 'invalido') throw erro;
    }
  }

  /** The vectors of the passages, so that who asks next waits for none. Without them search goes on by words: a failure fails nothing. */
  private async index({ organizacaoId }: PedidoLeitura, lido: LidoRef, classes: ClassesCorrigidas, sinal: AbortSignal): Promise<void> {
    if (!this.busca.porSentido) return;
    try {
      await this.etapas.useConjunto(lido, classes, (conjunto) => this.busca.prepare(conjunto, { organizacaoId, trabalhoId: 'leitura', sinal }), sinal);
    } catch (erro) {
      if (!sinal.aborted) this.log.warn({ err: erro }, 'os vetores dos trechos não foram feitos: serão quando forem precisos');
    }
  }

  /** Name of the reading of the files the tender has now; null when it is gone. */
  private async findChave({ organizacaoId, licitacaoId }: PedidoLeitura): Promise<string | null> {
    const snapshot = await this.licitacoes.snapshot(organizacaoId, licitacaoId).catch(nullIfErased);
    return snapshot && this.etapas.keyOf(snapshot.arquivos, await this.correcoes.classes(organizacaoId, licitacaoId));
  }

  /** Signs of life, one after the other, so that none comes after the end. One that cannot be written costs nothing else. */
  private openSinais(pedido: PedidoLeitura, chave: string): { tell(sinal: Sinal): void; close(): Promise<void> } {
    let ultimo: Sinal = { etapa: 'reunir' };
    let fila = Promise.resolve();
    const tell = (sinal: Sinal): void => {
      ultimo = sinal;
      fila = fila.then(() => this.andamentos.tell(pedido, chave, sinal)).catch((erro: unknown) => this.log.warn({ err: erro, licitacaoId: pedido.licitacaoId }, 'andamento não gravado'));
    };
    const relogio = setInterval(() => tell(ultimo), SINAL_MS);
    return {
      tell,
      close: () => {
        clearInterval(relogio);
        return fila;
      },
    };
  }
}

function nullIfErased(erro: unknown): null {
  if (erro instanceof AlicitError && erro.tipo === 'nao_encontrado') return null;
  throw erro;
}
