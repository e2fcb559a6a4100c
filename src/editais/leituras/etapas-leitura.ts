import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError, indisponivel } from '../../kernel/index.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';
import { EstagiosEdital } from '../estagios/estagios-edital.js';
import type { CoberturaDocumento, ConjuntoPedido, DocumentoReunido, LeituraDoConjunto, ReuniaoEmDisco } from '../estagios/tipos.js';
import { chaveCobertura, chaveCoberturaDoConjunto, chaveDoConjunto, chaveExtracao, chaveFalha, chaveReuniao, pedidoDe, type ArquivoDoConjunto, type LimitesLeitura } from './chaves.js';
import { DocumentosLocais } from './documentos-locais.js';
import { encodeGravacao, type FalhaGravada } from './gravacao.js';
import { mapLimit } from './map-limit.js';
import { resumoDaExtracao, resumoDaLeitura, resumoDaReuniao, type ConjuntoRef, type EtapaFeita, type OpcoesEtapa, type ResumoExtracao, type ResumoLer, type ResumoReunir } from './resumos.js';
import { TrabalhosLidos } from './trabalhos-lidos.js';

/** A reading, finished. */
export interface LeituraPronta extends ConjuntoRef {
  /** Key of the reading itself: what a judgement depends on. */
  readonly chave: string;
  readonly coberturas: readonly CoberturaDocumento[];
  readonly leitura: LeituraDoConjunto;
}

/** Faults that another try may mend: they count for one set only, or are not stored at all. */
const PASSAGEIROS: ReadonlySet<string> = new Set(['tempo_esgotado', 'limite_memoria']);

/** Stages 1 to 3 by content: finished work is found, else made and stored once, for whoever asks. */
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
    this.limites = { maxPaginas: config.leitura.maxPaginas, reunir: config.reunir };
    this.simultaneos = Math.max(1, config.oficina.threads);
  }

  keyOf(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): string {
    return chaveDoConjunto(arquivos, classes, this.limites);
  }

  /** @throws AlicitError `arquivo_ausente`, `posse_perdida`; what the workshop throws */
  async reunir(arquivos: readonly ArquivoDoConjunto[], { signal, guarda = null }: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoReunir>> {
    const reunido = chaveReuniao(arquivos, this.limites.reunir);
    const feita = await this.trabalhos.find<ReuniaoEmDisco>(reunido);
    if (feita) return { reunido, arquivos, reaproveitada: true, resumo: resumoDaReuniao(feita) };
    const { documentos, naoLido, duplicados } = await this.locais.gather(arquivos, signal);
    if (naoLido.some((n) => n.codigo === 'nao_encontrado')) throw indisponivel('arquivo_ausente', 'Um arquivo saiu do disco desta máquina enquanto era lido. Tente de novo em instantes.');
    const reuniao: ReuniaoEmDisco = { documentos: documentos.map(({ nome, sha256, tipo, bytes }) => ({ nome, sha256, tipo, bytes })), naoLido, duplicados };
    await this.trabalhos.put(reunido, await encodeGravacao(reuniao), arquivos, guarda);
    return { reunido, arquivos, reaproveitada: false, resumo: resumoDaReuniao(reuniao) };
  }

  /** Reads the documents that nobody has read, several at once. What cannot be read is told in the coverage, not thrown. */
  async ler({ reunido, arquivos }: ConjuntoRef, { signal, guarda = null, onProgresso }: OpcoesEtapa = {}): Promise<EtapaFeita<ResumoLer>> {
    const reuniao = await this.trabalhos.load<ReuniaoEmDisco>(reunido);
    const total = reuniao.documentos.length;
    const prontas = await this.findCoberturas(reunido, reuniao.documentos);
    const faltam = new Set(reuniao.documentos.map((d) => d.sha256).filter((s) => !prontas.has(s)));
    if (faltam.size) {
      await this.locais.use(reuniao, arquivos, (documentos) => mapLimit(documentos.filter((d) => faltam.has(d.sha256)), this.simultaneos, async (documento) => {
        const c = await this.estagios.ler(documento, signal ? { signal } : {});
        const chave = c.erro && PASSAGEIROS.has(c.erro.codigo) ? chaveCoberturaDoConjunto(documento, reunido) : chaveCobertura(documento, this.limites.maxPaginas);
        await this.trabalhos.put(chave, await encodeGravacao(c), arquivos, guarda);
        prontas.set(c.sha256, c);
        onProgresso?.({ feitos: prontas.size, total });
      }), signal);
    }
    return { reunido, arquivos, reaproveitada: !faltam.size, resumo: resumoDaLeitura([...prontas.values()]) };
  }

  /** @throws AlicitError why nothing of the set can be read (the same every time); `trabalho_ausente` when `ler` was not done */
  async extrair({ reunido, arquivos }: ConjuntoRef, { classes = {}, signal, guarda = null }: OpcoesEtapa & { readonly classes?: ClassesCorrigidas } = {}): Promise<EtapaFeita<ResumoExtracao> & { readonly chave: string }> {
    const { pedido, reuniao } = await this.loadPedido(reunido, classes);
    const chave = chaveExtracao(pedido, this.limites.maxPaginas);
    const feita = await this.findLeitura(chave);
    if (!feita) {
      try {
        const bytes = await this.locais.use(reuniao, arquivos, (documentos) => this.estagios.extrair({ ...pedido, documentos }, signal ? { signal } : {}), signal);
        await this.trabalhos.put(chave, bytes, arquivos, guarda);
      } catch (erro) {
        if (erro instanceof AlicitError && erro.tipo === 'invalido' && !PASSAGEIROS.has(erro.codigo)) await this.trabalhos.put(chaveFalha(chave), await encodeGravacao(toFalha(erro)), arquivos, guarda);
        throw erro;
      }
    }
    return { reunido, arquivos, chave, reaproveitada: feita !== null, resumo: resumoDaExtracao(feita ?? (await this.trabalhos.load<LeituraDoConjunto>(chave))) };
  }

  /** The reading of these files, when it was finished by whomever; null when not. @throws AlicitError why they can never be read */
  async findPronta(arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas = {}): Promise<LeituraPronta | null> {
    const reunido = chaveReuniao(arquivos, this.limites.reunir);
    const reuniao = await this.trabalhos.find<ReuniaoEmDisco>(reunido);
    if (!reuniao) return null;
    const coberturas = await this.findCoberturas(reunido, reuniao.documentos);
    if (reuniao.documentos.some((d) => !coberturas.has(d.sha256))) return null;
    const chave = chaveExtracao(pedidoDe(reuniao, [...coberturas.values()], classes), this.limites.maxPaginas);
    const leitura = await this.findLeitura(chave);
    return leitura && { reunido, arquivos, chave, coberturas: [...coberturas.values()], leitura };
  }

  /** A finished reading by the key of stage 3. @throws AlicitError `trabalho_ausente` */
  loadLeitura(chave: string): Promise<LeituraDoConjunto> {
    return this.trabalhos.load<LeituraDoConjunto>(chave);
  }

  /** Does something over the set of a reading (judge, search, check a quote), its documents at hand on this machine. */
  async useConjunto<T>({ reunido, arquivos }: ConjuntoRef, classes: ClassesCorrigidas, fazer: (pedido: ConjuntoPedido) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { pedido, reuniao } = await this.loadPedido(reunido, classes);
    return this.locais.use(reuniao, arquivos, (documentos) => fazer({ ...pedido, documentos }), signal);
  }

  private async loadPedido(reunido: string, classes: ClassesCorrigidas): Promise<{ readonly pedido: ConjuntoPedido; readonly reuniao: ReuniaoEmDisco }> {
    const reuniao = await this.trabalhos.load<ReuniaoEmDisco>(reunido);
    const coberturas = await this.findCoberturas(reunido, reuniao.documentos);
    if (reuniao.documentos.some((d) => !coberturas.has(d.sha256))) throw indisponivel('trabalho_ausente', 'Os documentos ainda não foram todos lidos: refaça a leitura.', { etapa: 'ler' });
    return { reuniao, pedido: pedidoDe(reuniao, [...coberturas.values()], classes) };
  }

  /** By sha256, in the order of the documents. */
  private async findCoberturas(reunido: string, documentos: readonly DocumentoReunido[]): Promise<Map<string, CoberturaDocumento>> {
    const chaves = documentos.map((d) => [chaveCobertura(d, this.limites.maxPaginas), chaveCoberturaDoConjunto(d, reunido)] as const);
    const achadas = await this.trabalhos.findAll<CoberturaDocumento>(chaves.flat());
    return new Map(documentos.flatMap((d, i) => {
      const c = achadas.get(chaves[i]![0]) ?? achadas.get(chaves[i]![1]);
      return c ? [[d.sha256, c] as const] : [];
    }));
  }

  /** @throws AlicitError why these documents can never be read */
  private async findLeitura(chave: string): Promise<LeituraDoConjunto | null> {
    const achadas = await this.trabalhos.findAll<LeituraDoConjunto | FalhaGravada>([chave, chaveFalha(chave)]);
    const falha = achadas.get(chaveFalha(chave)) as FalhaGravada | undefined;
    if (falha) throw new AlicitError(falha.tipo, falha.codigo, falha.mensagem, falha.detalhes);
    return (achadas.get(chave) as LeituraDoConjunto | undefined) ?? null;
  }
}

const toFalha = ({ tipo, codigo, message: mensagem, detalhes }: AlicitError): FalhaGravada => ({ tipo, codigo, mensagem, ...(detalhes ? { detalhes } : {}) });
