import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError, indisponivel } from '../../kernel/index.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';
import { EstagiosEdital } from '../estagios/estagios-edital.js';
import type { CoberturaDocumento, ConjuntoPedido, DocumentoReunido, LeituraDoConjunto } from '../estagios/tipos.js';
import type { ProgressoOcr } from '../leitura/ocr/ocr.js';
import { chaveDocumento, chaveDoConjunto, chaveExtracao, chaveFalha, chaveLeituras, chaveReuniao, pedidoDe, type ArquivoDoConjunto, type LimitesLeitura } from './chaves.js';
import { DocumentosLocais } from './documentos-locais.js';
import { encodeGravacao, type CoberturaGravada, type FalhaGravada, type ReuniaoGravada } from './gravacao.js';
import { mapLimit } from './map-limit.js';
import { resumoDaExtracao, resumoDaLeitura, resumoDaReuniao, type EtapaFeita, type LidoRef, type OpcoesEtapa, type ResumoExtracao, type ResumoLer, type ResumoReunir, type ReunidoRef } from './resumos.js';
import { umPorVez } from './um-por-vez.js';
import { TrabalhosLidos } from './trabalhos-lidos.js';

/** The whole chain of a reading, finished. */
export interface LeituraPronta {
  readonly reunido: string;
  readonly lido: LidoRef;
  /** Key of the reading itself: what a judgement depends on. */
  readonly chave: string;
  readonly coberturas: readonly CoberturaDocumento[];
  readonly leitura: LeituraDoConjunto;
}

/** Faults that another try may mend: they count for one set only, or are not stored at all. */
const PASSAGEIROS: ReadonlySet<string> = new Set(['tempo_esgotado', 'limite_memoria']);

/** Stages 1 to 3 by content: finished work is found, else made and stored once, for whoever asks; who asks while it is made here waits for it. */
@Injectable()
export class EtapasLeitura {
  private readonly limites: LimitesLeitura;
  private readonly simultaneos: number;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly trabalhos: TrabalhosLidos,
    private readonly estagios: EstagiosEdital,
    private readonly locais: DocumentosLocais,
  ) {
    this.limites = { maxPaginas: config.leitura.maxPaginas, maxPaginasOcr: config.ocr.maxPaginas, reunir: config.reunir };
    this.simultaneos = Math.max(1, config.oficina.threads);
  }

  keyOf(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): string {
    return chaveDoConjunto(arquivos, classes, this.limites);
  }

  /** @throws AlicitError `arquivo_ausente`, `posse_perdida`; what the workshop throws */
  reunir(arquivos: readonly ArquivoDoConjunto[], opcoes: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoReunir>> {
    const chave = chaveReuniao(arquivos, this.limites.reunir);
    return umPorVez(chave, opcoes.signal, () => this.makeReuniao(chave, arquivos, opcoes));
  }

  private async makeReuniao(chave: string, arquivos: readonly ArquivoDoConjunto[], { signal, guarda = null }: OpcoesEtapa): Promise<EtapaFeita<ResumoReunir>> {
    const feita = await this.trabalhos.find<ReuniaoGravada>(chave);
    if (feita) return { chave, reaproveitada: true, resumo: resumoDaReuniao(feita) };
    const { documentos, naoLido, duplicados } = await this.locais.gather(arquivos, signal);
    if (naoLido.some((n) => n.codigo === 'nao_encontrado')) throw indisponivel('arquivo_ausente', 'Um arquivo saiu do disco desta máquina enquanto era lido. Tente de novo em instantes.');
    const reuniao: ReuniaoGravada = {
      arquivos: arquivos.map(({ nome, sha256 }) => ({ nome, sha256 })), documentos: documentos.map(({ nome, sha256, tipo, bytes }) => ({ nome, sha256, tipo, bytes })), naoLido, duplicados,
    };
    await this.trabalhos.put(chave, await encodeGravacao(reuniao), arquivos, guarda);
    return { chave, reaproveitada: false, resumo: resumoDaReuniao(reuniao) };
  }

  /** Reads the documents that nobody has read, several at once. What cannot be read is told in the coverage, not thrown. */
  ler(reunido: ReunidoRef, opcoes: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoLer> & LidoRef> {
    return umPorVez(`ler ${reunido.chave}`, opcoes.signal, () => this.makeLeituras(reunido, opcoes));
  }

  private async makeLeituras({ chave: reunido }: ReunidoRef, { signal, guarda = null, onProgresso }: OpcoesEtapa): Promise<EtapaFeita<ResumoLer> & LidoRef> {
    const reuniao = await this.trabalhos.load<ReuniaoGravada>(reunido);
    const { documentos, arquivos } = reuniao;
    const chave = chaveLeituras(documentos, this.limites);
    const feita = await this.trabalhos.find<CoberturaGravada>(chave);
    if (feita) return { chave, reunido, reaproveitada: true, resumo: resumoDaLeitura(feita.coberturas) };
    const prontas = await this.findDocumentos(documentos);
    const faltam = new Set(documentos.map((d) => d.sha256).filter((s) => !prontas.has(s)));
    const emOcr = new Map<string, ProgressoOcr>();
    const tell = (): void => onProgresso?.({ feitos: prontas.size, total: documentos.length, ...(emOcr.size ? { ocr: sumOcr(emOcr.values()) } : {}) });
    await this.locais.use(reuniao, (locais) => mapLimit(locais.filter((d) => faltam.has(d.sha256)), this.simultaneos, async (documento) => {
      const onOcr = (progresso: ProgressoOcr): void => {
        emOcr.set(documento.sha256, progresso);
        tell();
      };
      const c = await this.estagios.ler(documento, { onOcr, ...(signal ? { signal } : {}) });
      if (!c.erro || !PASSAGEIROS.has(c.erro.codigo)) await this.trabalhos.put(chaveDocumento(documento, this.limites), await encodeGravacao(c), arquivos, guarda);
      prontas.set(c.sha256, c);
      tell();
    }), signal);
    const coberturas = documentos.map((d) => prontas.get(d.sha256)!);
    await this.trabalhos.put(chave, await encodeGravacao({ coberturas } satisfies CoberturaGravada), arquivos, guarda);
    return { chave, reunido, reaproveitada: false, resumo: resumoDaLeitura(coberturas) };
  }

  /** @throws AlicitError why nothing of the set can be read (the same every time) */
  async extrair(lido: LidoRef, { classes = {}, ...opcoes }: OpcoesEtapa & { readonly classes?: ClassesCorrigidas } = {}): Promise<EtapaFeita<ResumoExtracao>> {
    const { pedido, reuniao } = await this.loadPedido(lido, classes);
    const chave = chaveExtracao(pedido, this.limites);
    return umPorVez(chave, opcoes.signal, () => this.makeExtracao(chave, pedido, reuniao, opcoes));
  }

  private async makeExtracao(chave: string, pedido: ConjuntoPedido, reuniao: ReuniaoGravada, { signal, guarda = null }: OpcoesEtapa): Promise<EtapaFeita<ResumoExtracao>> {
    const feita = await this.findLeitura(chave);
    if (feita) return { chave, reaproveitada: true, resumo: resumoDaExtracao(feita) };
    try {
      const bytes = await this.locais.use(reuniao, (documentos) => this.estagios.extrair({ ...pedido, documentos }, signal ? { signal } : {}), signal);
      await this.trabalhos.put(chave, bytes, reuniao.arquivos, guarda);
    } catch (erro) {
      if (erro instanceof AlicitError && erro.tipo === 'invalido' && !PASSAGEIROS.has(erro.codigo)) await this.trabalhos.put(chaveFalha(chave), await encodeGravacao(toFalha(erro)), reuniao.arquivos, guarda);
      throw erro;
    }
    return { chave, reaproveitada: false, resumo: resumoDaExtracao(await this.loadLeitura(chave)) };
  }

  /** The reading of these files, when it was finished by whomever; null when not. @throws AlicitError why they can never be read */
  async findPronta(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): Promise<LeituraPronta | null> {
    const reunido = chaveReuniao(arquivos, this.limites.reunir);
    const reuniao = await this.trabalhos.find<ReuniaoGravada>(reunido);
    if (!reuniao) return null;
    const lido = chaveLeituras(reuniao.documentos, this.limites);
    const cobertura = await this.trabalhos.find<CoberturaGravada>(lido);
    if (!cobertura) return null;
    const chave = chaveExtracao(pedidoDe(reuniao, cobertura.coberturas, classes), this.limites);
    const leitura = await this.findLeitura(chave);
    return leitura && { reunido, lido: { chave: lido, reunido }, chave, coberturas: cobertura.coberturas, leitura };
  }

  /** A finished reading by the key of stage 3. @throws AlicitError `trabalho_ausente` */
  loadLeitura(chave: string): Promise<LeituraDoConjunto> {
    return this.trabalhos.load<LeituraDoConjunto>(chave);
  }

  /** Does something over the set of a reading (judge, search, check a quote), its documents at hand on this machine. */
  async useConjunto<T>(lido: LidoRef, classes: ClassesCorrigidas, fazer: (pedido: ConjuntoPedido) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { pedido, reuniao } = await this.loadPedido(lido, classes);
    return this.locais.use(reuniao, (documentos) => fazer({ ...pedido, documentos }), signal);
  }

  private async loadPedido({ chave, reunido }: LidoRef, classes: ClassesCorrigidas): Promise<{ readonly pedido: ConjuntoPedido; readonly reuniao: ReuniaoGravada }> {
    const reuniao = await this.trabalhos.load<ReuniaoGravada>(reunido);
    const { coberturas } = await this.trabalhos.load<CoberturaGravada>(chave);
    return { reuniao, pedido: { ...pedidoDe(reuniao, coberturas, classes), arquivos: reuniao.arquivos.map((a) => a.sha256) } };
  }

  /** What is known of each document from other sets, by sha256. */
  private async findDocumentos(documentos: readonly DocumentoReunido[]): Promise<Map<string, CoberturaDocumento>> {
    const chaves = documentos.map((d) => chaveDocumento(d, this.limites));
    return new Map([...(await this.trabalhos.findAll<CoberturaDocumento>(chaves)).values()].map((c) => [c.sha256, c]));
  }

  /** @throws AlicitError why these documents can never be read */
  private async findLeitura(chave: string): Promise<LeituraDoConjunto | null> {
    const achadas = await this.trabalhos.findAll<LeituraDoConjunto | FalhaGravada>([chave, chaveFalha(chave)]);
    const falha = achadas.get(chaveFalha(chave)) as FalhaGravada | undefined;
    if (falha) throw new AlicitError(falha.tipo, falha.codigo, falha.mensagem, falha.detalhes);
    return (achadas.get(chave) as LeituraDoConjunto | undefined) ?? null;
  }
}

const sumOcr = (todos: Iterable<ProgressoOcr>): ProgressoOcr => [...todos].reduce((a, b) => ({ feitas: a.feitas + b.feitas, total: a.total + b.total }));
const toFalha = ({ tipo, codigo, message: mensagem, detalhes }: AlicitError): FalhaGravada => ({ tipo, codigo, mensagem, ...(detalhes ? { detalhes } : {}) });
