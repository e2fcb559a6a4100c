import { canonicalJson, hashDe } from '../../kernel/index.js';
import type { Campo, Fatos } from '../domain/fato.js';
import type { EmVigor } from '../em-vigor/montar-conjunto.js';
import { formatValor } from '../em-vigor/format-valor.js';
import type { CorrecaoAConfirmar, CorrecaoFatoViva, CorrecaoFatoVigente, LeituraDoCampo } from './tipos.js';

/** The part of a reading that corrections are compared with. */
export interface LeituraComparada {
  readonly fatos: Fatos;
  readonly emVigor: Pick<EmVigor, 'mudancas'> | null;
}

export interface Confronto<C extends CorrecaoFatoVigente = CorrecaoFatoVigente> {
  readonly vigentes: readonly C[];
  /** An amendment changed what the machine reads of the field, to something else than the person said. */
  readonly aConfirmar: readonly C[];
}

/** Name of what the machine reads of a field: value or kind of absence, and what amendments say that they change in it. */
export function hashDaLeitura({ fatos, emVigor }: LeituraComparada, campo: Campo): string {
  const f = fatos[campo];
  const mudancas = emVigor?.mudancas.filter((m) => m.campo === campo).map(({ de, para }) => ({ de, para })) ?? [];
  return hashDe(f.valor === null ? { ausencia: f.ausencia, mudancas } : { valor: f.valor, mudancas });
}

/** Which corrections still are about what the machine reads now. One that the machine came to agree with holds. Pure. */
export function confrontCorrecoes<C extends CorrecaoFatoVigente>(correcoes: readonly C[], leitura: LeituraComparada): Confronto<C> {
  const tocada = (c: C): boolean => hashDaLeitura(leitura, c.campo) !== c.leituraHash && !isIgual(leitura.fatos[c.campo] as LeituraDoCampo, c);
  return { vigentes: correcoes.filter((c) => !tocada(c)), aConfirmar: correcoes.filter(tocada) };
}

const isIgual = (f: LeituraDoCampo, c: CorrecaoFatoVigente): boolean => (f.valor === null ? c.valor === null && f.ausencia === c.ausencia : canonicalJson(f.valor) === canonicalJson(c.valor));

const AUSENCIAS = { nao_exige: 'o documento diz que não exige', nao_encontrado: 'nada encontrado', nao_lido: 'páginas não lidas', nao_se_aplica: 'não se aplica' } as const;

/** A reading or a correction as a person reads it. */
export const describeValor = (campo: Campo, { valor, ausencia }: { readonly valor: unknown; readonly ausencia?: keyof typeof AUSENCIAS | undefined }): string =>
  valor === null ? (ausencia ? AUSENCIAS[ausencia] : 'sem valor') : formatValor(campo, valor).slice(0, 200);

/** The question an amended field leaves, in Portuguese. */
export const perguntaDe = (c: CorrecaoFatoVigente, entao: LeituraDoCampo): string =>
  `Os documentos mudaram depois que ${c.autor} corrigiu o campo ${c.campo} para “${describeValor(c.campo, c)}” (a leitura automática era “${describeValor(c.campo, entao)}”): a correção continua valendo?`;

/** A correction with the question it leaves. */
export const askConfirmacao = (c: CorrecaoFatoViva): CorrecaoAConfirmar => ({ ...c, pergunta: perguntaDe(c, c.leituraEntao) });
