import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AlicitError } from '../../kernel/index.js';
import { LicitacoesService } from '../../licitacoes/licitacoes.module.js';
import { CorrecoesService } from '../correcoes/correcoes.service.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';
import type { ConjuntoPedido, LeituraDoConjunto } from '../estagios/tipos.js';
import { Andamentos, type Andamento, type DaLicitacao } from './andamentos.js';
import type { ArquivoDoConjunto } from './chaves.js';
import { EtapasLeitura, type LeituraPronta } from './etapas-leitura.js';
import { FilaLeituras } from './fila-leituras.js';
import { LerLicitacao } from './ler-licitacao.js';
import type { EtapaFeita, LidoRef, OpcoesEtapa, ResumoExtracao, ResumoLer, ResumoReunir, ReunidoRef } from './resumos.js';

/** Where the reading of a tender's files is. */
export type EstadoLeitura =
  | { readonly estado: 'sem_arquivos' }
  | { readonly estado: 'na_fila' | 'lendo'; readonly chave: string; readonly andamento: Pick<Andamento, 'etapa' | 'feitos' | 'total' | 'ocr'>; readonly tentarEmS: number }
  | { readonly estado: 'pronta'; readonly chave: string; readonly pronta: LeituraPronta; readonly classes: ClassesCorrigidas }
  | { readonly estado: 'falhou'; readonly chave: string; readonly erro: { readonly codigo: string; readonly mensagem: string } };

/** A reading that says nothing for this long is asked for again: its process is gone. See `SINAL_MS` of who reads. */
const CALADO_S = 90;
const NA_FILA_S = 120;
/** After a failure that another try may mend, this long until the next who asks starts one. */
const DESCANSO_S = 60;

/**
 * Readings of tenders' files. The stages find finished work by content hash or make and store it, so that what an
 * analysis read serves `GET fatos`, and the reverse.
 */
@Injectable()
export class LeiturasService implements OnModuleInit {
  private readonly log = new Logger('leituras');

  constructor(
    private readonly etapas: EtapasLeitura,
    private readonly licitacoes: LicitacoesService,
    private readonly andamentos: Andamentos,
    private readonly correcoes: CorrecoesService,
    private readonly fila: FilaLeituras,
    private readonly leitor: LerLicitacao,
  ) {}

  onModuleInit(): void {
    this.fila.work((pedido, signal) => this.leitor.read(pedido, signal));
    this.licitacoes.onArquivos((organizacaoId, licitacaoId) => void this.ensure(organizacaoId, licitacaoId).catch((erro: unknown) => this.log.warn({ err: erro, licitacaoId }, 'a leitura não começou: começa quando for pedida')));
  }

  /** Name of the reading of these files before anything is opened. */
  keyOf(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): string {
    return this.etapas.keyOf(arquivos, classes);
  }

  /** The finished reading of these files; null when it is not finished. @throws AlicitError why they can never be read */
  find(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): Promise<LeituraPronta | null> {
    return this.etapas.findPronta(arquivos, classes);
  }

  /** Stage 1. */
  reunir(arquivos: readonly ArquivoDoConjunto[], opcoes: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoReunir>> {
    return this.etapas.reunir(arquivos, opcoes);
  }

  /** Stage 2 over what stage 1 gave back. */
  ler(reunido: ReunidoRef, opcoes: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoLer> & LidoRef> {
    return this.etapas.ler(reunido, opcoes);
  }

  /** Stage 3 over what stage 2 gave back. */
  extrair(lido: LidoRef, opcoes: OpcoesEtapa & { readonly classes?: ClassesCorrigidas } = {}): Promise<EtapaFeita<ResumoExtracao>> {
    return this.etapas.extrair(lido, opcoes);
  }

  /** A finished reading by the key that stage 3 gave back. */
  load(chave: string): Promise<LeituraDoConjunto> {
    return this.etapas.loadLeitura(chave);
  }

  /** Does something over a set that was read (judge it), with its documents at hand on this machine. */
  useConjunto<T>(lido: LidoRef, classes: ClassesCorrigidas, fazer: (pedido: ConjuntoPedido) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.etapas.useConjunto(lido, classes, fazer, signal);
  }

  /** Where the reading is; when it is nowhere, it is put in the line. Corrections that an amendment touched are told apart on the way. */
  async ensure(organizacaoId: string, licitacaoId: string): Promise<EstadoLeitura> {
    const de: DaLicitacao = { organizacaoId, licitacaoId };
    const { arquivos } = await this.licitacoes.snapshot(organizacaoId, licitacaoId);
    if (!arquivos.length) return { estado: 'sem_arquivos' };
    const classes = await this.correcoes.classes(organizacaoId, licitacaoId);
    const chave = this.keyOf(arquivos, classes);
    try {
      const pronta = await this.find(arquivos, classes);
      if (pronta) {
        await this.correcoes.confront(organizacaoId, licitacaoId, pronta.leitura);
        return { estado: 'pronta', chave, pronta, classes };
      }
    } catch (erro) {
      if (!(erro instanceof AlicitError) || erro.tipo !== 'invalido') throw erro;
      return { estado: 'falhou', chave, erro: { codigo: erro.codigo, mensagem: erro.message } };
    }
    const andamento = await this.andamentos.find(de);
    const daqui = andamento?.chave === chave ? andamento : null;
    if (daqui?.estado === 'falhou' && daqui.erro && daqui.caladoS < DESCANSO_S) return { estado: 'falhou', chave, erro: daqui.erro };
    if (daqui && isVivo(daqui)) return { estado: daqui.estado === 'lendo' ? 'lendo' : 'na_fila', chave, andamento: daqui, tentarEmS: daqui.estado === 'lendo' ? 1 : 2 };
    await this.andamentos.queue(de, chave);
    await this.fila.send({ ...de, chave });
    return { estado: 'na_fila', chave, andamento: { etapa: null, feitos: null, total: null, ocr: null }, tentarEmS: 2 };
  }
}

const isVivo = ({ estado, caladoS }: Andamento): boolean => (estado === 'na_fila' && caladoS < NA_FILA_S) || (estado === 'lendo' && caladoS < CALADO_S);
