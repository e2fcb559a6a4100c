import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError, conflito, indisponivel } from '../../kernel/index.js';
import { TrabalhosService, type Guarda } from '../../storage/storage.module.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';
import { EstagiosEdital } from '../estagios/estagios-edital.js';
import type { ConjuntoPedido, LeituraDoConjunto } from '../estagios/tipos.js';
import { chaveDoConjunto, chaveExtrair, chaveLer, chaveReunir, nomesDistintos, pedidoDe, type ArquivoDoConjunto, type LimitesLeitura } from './chaves.js';
import { DocumentosLocais } from './documentos-locais.js';
import { decodeGravacao, encodeGravacao, type CoberturaGravada, type ExtracaoGravada, type FalhaGravada, type ReuniaoGravada } from './gravacao.js';
import { mapLimit } from './map-limit.js';
import { resumoDaExtracao, resumoDaLeitura, resumoDaReuniao, type EtapaFeita, type LidoRef, type OpcoesEtapa, type ResumoExtracao, type ResumoLer, type ResumoReunir, type ReunidoRef } from './resumos.js';

/** The whole chain of a reading, finished. */
export interface LeituraPronta {
  readonly reunido: string;
  readonly lido: string;
  /** Key of the reading itself: what a judgement depends on. */
  readonly chave: string;
  readonly reuniao: ReuniaoGravada;
  readonly cobertura: CoberturaGravada;
  readonly leitura: LeituraDoConjunto;
}

/** Stored results of stages kept decoded: they never change under their key. */
const LEMBRADOS = 12;
const LEMBRA_MS = 600_000;
/** Errors that another try may not give: never stored. */
const PASSAGEIROS: ReadonlySet<string> = new Set(['tempo_esgotado', 'limite_memoria']);

/** Stages 1 to 3 by content: finished work is found, else made and stored once, for whoever asks. */
@Injectable()
export class EtapasLeitura {
  private readonly limites: LimitesLeitura;
  private readonly simultaneos: number;
  private readonly lembrados = new LRUCache<string, object>({ max: LEMBRADOS, ttl: LEMBRA_MS });

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly trabalhos: TrabalhosService,
    private readonly estagios: EstagiosEdital,
    private readonly locais: DocumentosLocais,
  ) {
    this.limites = { maxPaginas: config.leitura.maxPaginas, reunir: config.reunir };
    this.simultaneos = Math.max(1, config.oficina.threads);
  }

  keyOf(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): string {
    return chaveDoConjunto(arquivos, classes, this.limites);
  }

  /** @throws AlicitError `arquivo_ausente`, `posse_perdida`; what the workshop throws */
  async reunir(arquivos: readonly ArquivoDoConjunto[], { signal, guarda = null }: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoReunir>> {
    const chave = chaveReunir(arquivos, this.limites);
    const feita = await this.find<ReuniaoGravada>(chave);
    if (feita) return { chave, reaproveitada: true, resumo: resumoDaReuniao(feita) };
    const nomeados = nomesDistintos(arquivos);
    const locais = await this.locais.locate(nomeados);
    const { documentos, naoLido, duplicados } = await this.estagios.reunir(locais.map(({ nome, caminho }) => ({ nome, caminho })), signal ? { signal } : {});
    if (naoLido.some((n) => n.codigo === 'nao_encontrado')) throw indisponivel('arquivo_ausente', 'Um arquivo saiu do disco desta máquina enquanto era lido. Tente de novo em instantes.');
    const reuniao: ReuniaoGravada = { arquivos: nomeados, documentos: documentos.map(({ nome, sha256, tipo, bytes }) => ({ nome, sha256, tipo, bytes })), naoLido, duplicados };
    await this.store(chave, 'reunir', encodeGravacao(reuniao), reuniao, guarda);
    return { chave, reaproveitada: false, resumo: resumoDaReuniao(reuniao) };
  }

  /** Reads all documents, several at once. What cannot be read is told in the coverage, not thrown. */
  async ler({ chave: reunido }: ReunidoRef, { signal, guarda = null, onProgresso }: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoLer> & LidoRef> {
    const reuniao = await this.load<ReuniaoGravada>(reunido);
    const chave = chaveLer(reuniao.documentos, this.limites);
    const feita = await this.find<CoberturaGravada>(chave);
    if (feita) return { chave, reunido, reaproveitada: true, resumo: resumoDaLeitura(feita) };
    const coberturas = await this.locais.use(reuniao, (documentos) => {
      let feitos = 0;
      return mapLimit(documentos, this.simultaneos, async (documento) => {
        const c = await this.estagios.ler(documento, signal ? { signal } : {});
        onProgresso?.({ feitos: ++feitos, total: documentos.length });
        return c;
      });
    }, signal);
    await this.store(chave, 'ler', encodeGravacao({ coberturas }), reuniao, guarda);
    return { chave, reunido, reaproveitada: false, resumo: resumoDaLeitura({ coberturas }) };
  }

  /** @throws AlicitError why nothing of the set can be read (the same every time) */
  async extrair({ chave: lido, reunido }: LidoRef, { classes = {}, signal, guarda = null }: OpcoesEtapa & { readonly classes?: ClassesCorrigidas } = {}): Promise<EtapaFeita<ResumoExtracao> & { readonly lido: string; readonly reunido: string }> {
    const reuniao = await this.load<ReuniaoGravada>(reunido);
    const pedido = pedidoDe(reuniao, (await this.load<CoberturaGravada>(lido)).coberturas, classes);
    const chave = chaveExtrair(pedido, this.limites);
    const feita = await this.find<ExtracaoGravada>(chave);
    if (feita) return { chave, lido, reunido, reaproveitada: true, resumo: resumoDaExtracao(requireLeitura(feita)) };
    const bytes = await this.extractOrTell(reuniao, pedido, signal);
    await this.store(chave, 'extrair', bytes, reuniao, guarda);
    return { chave, lido, reunido, reaproveitada: false, resumo: resumoDaExtracao(requireLeitura(await this.load<ExtracaoGravada>(chave))) };
  }

  /** The reading of these files, when it was finished by whomever; null when not. @throws AlicitError why they can never be read */
  async findPronta(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): Promise<LeituraPronta | null> {
    const reunido = chaveReunir(arquivos, this.limites);
    const reuniao = await this.find<ReuniaoGravada>(reunido);
    if (!reuniao) return null;
    const lido = chaveLer(reuniao.documentos, this.limites);
    const cobertura = await this.find<CoberturaGravada>(lido);
    if (!cobertura) return null;
    const chave = chaveExtrair(pedidoDe(reuniao, cobertura.coberturas, classes), this.limites);
    const extracao = await this.find<ExtracaoGravada>(chave);
    return extracao && { reunido, lido, chave, reuniao, cobertura, leitura: requireLeitura(extracao) };
  }

  /** A finished reading by the key of stage 3. @throws AlicitError `trabalho_ausente`; why it can never be read */
  async loadLeitura(chave: string): Promise<LeituraDoConjunto> {
    return requireLeitura(await this.load<ExtracaoGravada>(chave));
  }

  /** Does something over the set of a reading (judge, search, check a quote), its documents at hand on this machine. */
  async useConjunto<T>({ chave: lido, reunido }: LidoRef, classes: ClassesCorrigidas, fazer: (pedido: ConjuntoPedido) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const reuniao = await this.load<ReuniaoGravada>(reunido);
    const pedido = pedidoDe(reuniao, (await this.load<CoberturaGravada>(lido)).coberturas, classes);
    return this.locais.use(reuniao, (documentos) => fazer({ ...pedido, documentos }), signal);
  }

  private async extractOrTell(reuniao: ReuniaoGravada, pedido: ConjuntoPedido, signal: AbortSignal | undefined): Promise<Uint8Array> {
    try {
      return await this.locais.use(reuniao, (documentos) => this.estagios.extrair({ ...pedido, documentos }, signal ? { signal } : {}), signal);
    } catch (erro) {
      if (!(erro instanceof AlicitError) || erro.tipo !== 'invalido' || PASSAGEIROS.has(erro.codigo)) throw erro;
      const { tipo, codigo, message: mensagem, detalhes } = erro;
      return encodeGravacao({ falha: { tipo, codigo, mensagem, ...(detalhes ? { detalhes } : {}) } } satisfies FalhaGravada);
    }
  }

  private async find<T extends object>(chave: string): Promise<T | null> {
    const lembrado = this.lembrados.get(chave);
    if (lembrado) return lembrado as T;
    const bytes = await this.trabalhos.find(chave);
    if (!bytes) return null;
    const valor = decodeGravacao<T>(bytes);
    this.lembrados.set(chave, valor);
    return valor;
  }

  private async load<T extends object>(chave: string): Promise<T> {
    const valor = await this.find<T>(chave);
    if (!valor) throw indisponivel('trabalho_ausente', 'O trabalho de uma etapa anterior não está mais guardado: refaça a leitura.', { etapa: chave.split(':')[0] });
    return valor;
  }

  private async store(chave: string, etapa: string, resultado: Uint8Array, { arquivos }: Pick<ReuniaoGravada, 'arquivos'>, guarda: Guarda | null): Promise<void> {
    const gravacao = await this.trabalhos.put({ chave, etapa, organizacaoId: null, resultado, arquivos: [...new Set(arquivos.map((a) => a.sha256))] }, guarda);
    if (gravacao === 'sem_posse') throw conflito('posse_perdida', 'Outra execução assumiu este trabalho.');
  }
}

function requireLeitura(e: ExtracaoGravada): LeituraDoConjunto {
  if (!('falha' in e)) return e;
  const { tipo, codigo, mensagem, detalhes } = e.falha;
  throw new AlicitError(tipo, codigo, mensagem, detalhes);
}
