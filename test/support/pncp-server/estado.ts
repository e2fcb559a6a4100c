import { agoraLocal } from './gerar-registros.ts';
import { gerarArquivos } from './gerar-arquivos.ts';
import { gerarItens } from './gerar-itens.ts';
import { chaveDe, type Arquivo, type Item, type Registro } from './tipos.ts';

/** A record and what is asked about it often, made once. */
export interface Guardado {
  readonly registro: Registro;
  /** As the lists show it: without the fields only the detail has. */
  readonly json: string;
  readonly publicado: string;
  readonly atualizado: string;
  readonly encerra: string | null;
  readonly modalidade: unknown;
  readonly uf: unknown;
  readonly ibge: unknown;
  readonly cnpj: unknown;
  readonly unidade: unknown;
}

export type Evento = Readonly<Record<string, unknown>>;

const SO_NO_DETALHE: ReadonlySet<string> = new Set(['orcamentoSigilosoCodigo', 'orcamentoSigilosoDescricao', 'existeResultado']);
const MAX_CONSULTAS = 500;
const dia = (valor: unknown): string => String(valor ?? '').slice(0, 10);

function guardar(registro: Registro): Guardado {
  const orgao = (registro['orgaoEntidade'] ?? {}) as Evento;
  const unidade = (registro['unidadeOrgao'] ?? {}) as Evento;
  return {
    registro, json: JSON.stringify(registro, (k, v: unknown) => (SO_NO_DETALHE.has(k) ? undefined : v)), publicado: dia(registro['dataPublicacaoPncp']), atualizado: dia(registro['dataAtualizacaoGlobal'] ?? registro['dataAtualizacao'] ?? registro['dataPublicacaoPncp']),
    encerra: registro['dataEncerramentoProposta'] ? dia(registro['dataEncerramentoProposta']) : null,
    modalidade: registro['modalidadeId'], uf: unidade['ufSigla'], ibge: unidade['codigoIbge'], cnpj: orgao['cnpj'], unidade: unidade['codigoUnidade'],
  };
}

/** What the server knows; changes while it runs. Items and files not given are invented from the number. */
export class Estado {
  private readonly porNumero = new Map<string, Guardado>();
  private readonly itensDados = new Map<string, readonly Item[]>();
  private readonly arquivosDados = new Map<string, readonly Arquivo[]>();
  private readonly eventos = new Map<string, Evento[]>();
  private readonly consultas = new Map<string, readonly Guardado[]>();

  constructor(registros: Iterable<Registro>) {
    for (const r of registros) this.porNumero.set(r.numeroControlePNCP, guardar(r));
  }

  get total(): number {
    return this.porNumero.size;
  }

  all(): IterableIterator<Guardado> {
    return this.porNumero.values();
  }

  get(numero: string): Registro | null {
    return this.porNumero.get(numero)?.registro ?? null;
  }

  publish(registro: Registro): void {
    this.porNumero.set(registro.numeroControlePNCP, guardar(registro));
    this.consultas.clear();
  }

  /** New values of some fields; the record's update dates become `quando` (local time; default now). @throws Error: no such record */
  change(numero: string, campos: Evento, quando: string = agoraLocal()): Registro {
    const antes = this.get(numero);
    if (!antes) throw new Error(`registro desconhecido: ${numero}`);
    const depois = { ...antes, dataAtualizacao: quando, dataAtualizacaoGlobal: quando, ...campos } as Registro;
    this.publish(depois);
    this.note(numero, { tipoLogManutencao: 1, tipoLogManutencaoNome: 'Retificação', categoriaLogManutencao: 1, categoriaLogManutencaoNome: 'Contratação', logManutencaoDataInclusao: quando });
    return depois;
  }

  remove(numero: string): void {
    this.porNumero.delete(numero);
    this.consultas.clear();
  }

  setItens(numero: string, itens: readonly Item[]): void {
    this.itensDados.set(numero, itens);
  }

  setArquivos(numero: string, arquivos: readonly Arquivo[]): void {
    this.arquivosDados.set(numero, arquivos);
  }

  itensDe(registro: Registro): readonly Item[] {
    return this.itensDados.get(registro.numeroControlePNCP) ?? gerarItens(registro);
  }

  arquivosDe(registro: Registro): readonly Arquivo[] {
    return this.arquivosDados.get(registro.numeroControlePNCP) ?? gerarArquivos(registro);
  }

  /** Its inclusion, then what happened here. */
  historicoDe(registro: Registro): readonly Evento[] {
    const inclusao = { justificativa: null, tipoLogManutencao: 0, tipoLogManutencaoNome: 'Inclusão', categoriaLogManutencao: 1, categoriaLogManutencaoNome: 'Contratação', logManutencaoDataInclusao: registro['dataInclusao'] };
    const chave = chaveDe(registro.numeroControlePNCP);
    return [inclusao, ...(this.eventos.get(registro.numeroControlePNCP) ?? [])].map((e) => ({ compraOrgaoCnpj: chave?.cnpj, compraAno: chave?.ano, compraSequencial: chave?.sequencial, usuarioNome: registro['usuarioNome'], ...e }));
  }

  note(numero: string, evento: Evento): void {
    this.eventos.set(numero, [...(this.eventos.get(numero) ?? []), evento]);
  }

  /** Those that fit, in order of the date; remembered until something changes. */
  select(chave: string, cabe: (g: Guardado) => boolean, ordem: (g: Guardado) => string): readonly Guardado[] {
    const feita = this.consultas.get(chave);
    if (feita) return feita;
    if (this.consultas.size >= MAX_CONSULTAS) this.consultas.clear();
    const achados = [...this.porNumero.values()].filter(cabe).map((g) => [`${ordem(g)} ${g.registro.numeroControlePNCP}`, g] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, g]) => g);
    this.consultas.set(chave, achados);
    return achados;
  }
}
