import { z } from 'zod';
import { evidenciaDoFato, type Alternativa, type Campo, type Fato } from '../domain/fato.js';
import { describeValor } from '../correcoes/confrontar.js';
import type { CorrecaoAConfirmar, CorrecaoFatoVigente } from '../correcoes/tipos.js';
import { VALOR_DO_CAMPO } from '../correcoes/valor-do-campo.js';
import { DESCRICAO_DO_CAMPO, type TipoDeFato } from './campos.js';
import type { FatoApi } from './fato.schema.js';

export interface CorrecaoDoCampo {
  readonly vigente?: CorrecaoFatoVigente | undefined;
  readonly aConfirmar?: CorrecaoAConfirmar | undefined;
}

/**
 * A fact as the API shows it: what is in force, whose it is, and the other reading beside it. A correction that waits
 * for confirmation does not count: the machine's reading does, with a note. Pure.
 */
export function toFatoApi(maquina: Fato, { vigente, aConfirmar }: CorrecaoDoCampo = {}): FatoApi {
  const { campo } = maquina;
  const lida = leituraOf(maquina);
  const emVigor = vigente ? correctedOf(vigente) : lida;
  const nota = aConfirmar && !vigente ? [`A correção de ${aConfirmar.autor} para “${describeValor(campo, aConfirmar)}” espera confirmação: os documentos mudaram depois dela.`, lida.nota].filter(Boolean).join(' ') : emVigor.nota;
  const correcao = vigente ?? aConfirmar;
  const tipo = tipoDe(campo, vigente ? vigente.valor : maquina.valor);
  return {
    tipo, ...(tipo === 'enum' ? { opcoes: opcoesDe(campo) } : {}), campo, nome: DESCRICAO_DO_CAMPO[campo].nome, ...emVigor, nota,
    origem: vigente ? 'pessoa' : 'maquina',
    correcao: correcao ? correcaoOf(correcao, vigente ? null : (aConfirmar?.pergunta ?? null)) : null,
    leituraDaMaquina: vigente ? lida : null,
  } as FatoApi;
}

type Leitura = Pick<FatoApi, 'unidade' | 'ausencia' | 'evidencia' | 'confianca' | 'secao' | 'nota'> & { readonly valor: unknown; readonly alternativas: readonly unknown[]; readonly preteridas: readonly unknown[] };

function leituraOf(f: Fato): Leitura {
  const { campo } = f;
  const comum = { valor: valorOf(f.valor), unidade: unidadeDe(campo, f.valor), evidencia: evidenciaDoFato(f), nota: f.nota ?? null };
  if (f.valor === null) return { ...comum, ausencia: f.ausencia, confianca: null, secao: null, alternativas: [], preteridas: [] };
  const outras = (lista: readonly Alternativa[] = []) => lista.map(({ valor, documento, pagina, trecho, ocr, confianca }) => ({ valor: valorOf(valor), unidade: unidadeDe(campo, valor), evidencia: { documento, pagina, trecho, ...(ocr === undefined ? {} : { ocr }) }, confianca }));
  return { ...comum, ausencia: null, confianca: f.confianca, secao: f.secao ?? null, alternativas: outras(f.alternativas), preteridas: outras(f.preteridas) };
}

const correctedOf = ({ campo, valor, ausencia, evidencia }: CorrecaoFatoVigente): Leitura => ({
  valor: valorOf(valor), unidade: unidadeDe(campo, valor), ausencia: ausencia ?? null, evidencia: evidencia ?? null, confianca: valor === null ? null : 1, secao: null, alternativas: [], preteridas: [], nota: null,
});

const correcaoOf = ({ id, campo, valor, ausencia, evidencia, motivo, autor, em }: CorrecaoFatoVigente, pergunta: string | null) => ({
  id, estado: pergunta === null ? 'vigente' : 'a_confirmar', valor: valorOf(valor), unidade: unidadeDe(campo, valor), ausencia: ausencia ?? null, evidencia: evidencia ?? null, motivo, autor, em, pergunta,
});

const isQuantia = (valor: unknown): valor is { readonly valor: string } => typeof valor === 'object' && valor !== null && 'valor' in valor;
/** A proposal's guarantee stated as an amount is money like any other. */
const valorOf = (valor: unknown): unknown => (isQuantia(valor) ? valor.valor : valor);
const tipoDe = (campo: Campo, valor: unknown): TipoDeFato => (isQuantia(valor) ? 'dinheiro' : DESCRICAO_DO_CAMPO[campo].tipo);

/** What a field of a closed list takes: as corrections of it are checked. */
const opcoesDe = (campo: Campo): readonly string[] => {
  const forma: unknown = VALOR_DO_CAMPO[campo];
  return forma instanceof z.ZodEnum ? forma.options.map(String) : [];
};

function unidadeDe(campo: Campo, valor: unknown): string | null {
  if (isQuantia(valor)) return 'BRL';
  return typeof valor === 'object' && valor !== null && 'unidade' in valor ? String(valor.unidade) : DESCRICAO_DO_CAMPO[campo].unidade;
}

/** A value as the API takes it, in the domain's form: money in a field of percentages is an amount. */
export const fromValorApi = (campo: Campo, tipo: TipoDeFato | undefined, valor: unknown): unknown => (campo === 'garantia_proposta_pct' && tipo === 'dinheiro' && typeof valor === 'string' ? { valor } : valor);
