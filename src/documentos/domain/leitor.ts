import type { RegraValidade, ResultadoCertidao, TipoDocumentoEmpresa, Titular, ValidadeLida, ValoresDocumento } from '../../empresas/index.js';
import type { Dia, Evidencia } from '../../kernel/index.js';
import type { Lugar, Papel } from './papel.js';

/** Fields of a reading that every kind may fill. */
export type Campo = 'titular' | 'emissor' | 'numero' | 'emissao' | 'validade' | 'uf' | 'municipio' | 'resultado' | 'codigoControle';

/** A reading under construction: extractors set what they find with its quote, or why it is missing. */
export class Rascunho {
  /** A name more exact than the kind's: "Alvará sanitário". */
  titulo: string | null = null;
  titular: Titular = { nome: null, cnpj: null, raiz: null };
  emissor: string | null = null;
  numero: string | null = null;
  emissao: Dia | null = null;
  validade: ValidadeLida = { ate: null, regra: 'desconhecida', motivo: 'O documento não diz até quando vale.' };
  uf: string | null = null;
  municipio: string | null = null;
  resultado: ResultadoCertidao | null = null;
  codigoControle: string | null = null;
  valores: ValoresDocumento = {};
  readonly evidencias: Record<string, Evidencia> = {};
  readonly faltam: Record<string, string> = {};
  readonly avisos: { codigo: string; mensagem: string }[] = [];

  constructor(readonly papel: Papel, readonly tipo: TipoDocumentoEmpresa) {}

  /** Keeps the quote of a field. */
  prove(campo: string, lugar: Lugar | null | undefined): void {
    const evidencia = lugar && this.papel.quote(lugar);
    if (evidencia) this.evidencias[campo] = evidencia;
  }
  lack(campo: string, motivo: string): void {
    this.faltam[campo] = motivo;
  }
  warn(codigo: string, mensagem: string): void {
    if (!this.avisos.some((a) => a.codigo === codigo)) this.avisos.push({ codigo, mensagem });
  }
  setValidade(ate: Dia | null, regra: RegraValidade, motivo: string, lugar?: Lugar | null): void {
    this.validade = { ate, regra, motivo };
    this.prove('validade', lugar);
  }
}

/** Reads what is particular to one kind; what is common was read before and may be replaced. */
export type LeitorEspecie = (r: Rascunho) => void;
