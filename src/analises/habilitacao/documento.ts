import type { DocumentoEmpresa, Empresa, TipoDocumentoEmpresa } from '../../empresas/index.js';
import type { RequisitoHabilitacao } from '../domain/analise.js';
import { addDias, fold, formatDia, type Dia } from '../../kernel/index.js';
import { cabe, type Momento } from './momento.js';

/** How the company's paper answers a requirement. */
export type Resposta = Pick<RequisitoHabilitacao, 'documentoEmpresa' | 'provaEmpresa' | 'validade' | 'status' | 'motivo' | 'acao'>;

export interface Pedido {
  readonly tipo: TipoDocumentoEmpresa;
  readonly titulo: string;
  readonly dias: number;
  readonly semPrazo?: boolean;
  readonly acao: string;
  /** The edital takes it only if issued at most this many days before. */
  readonly emitidoHaNoMaximo?: number | null;
  /** Words the document's description must show (folded); absent = any of the kind. */
  readonly descricao?: RegExp;
}

const FOLGA = 15;

/** The company's paper against the day on which it will be asked for. Missing data is never a "no". */
export function answerDocumento(e: Empresa, p: Pedido, m: Momento): Resposta {
  const doc = e.documentos ? bestOf(e, p) : null;
  const resposta = doc?.resultado === 'positiva' ? answerPositiva(doc, p, m) : answer(e, doc, p, m);
  return doc?.prova ? { ...resposta, provaEmpresa: doc.prova } : resposta;
}

function answer(e: Empresa, doc: DocumentoEmpresa | null, p: Pedido, m: Momento): Resposta {
  if (!e.documentos) return { documentoEmpresa: null, validade: null, status: 'falta_dado', motivo: 'O perfil não traz os documentos da empresa.', acao: `Informar se a empresa tem: ${p.titulo}.` };
  if (!doc && DURADOUROS.includes(p.tipo)) return { documentoEmpresa: null, validade: null, status: 'falta_dado', motivo: `O perfil da empresa não mostra o documento; se não existir, costuma levar ${p.dias} dias úteis.`, acao: `Informar se a empresa tem: ${p.titulo}.` };
  if (!doc) return missing(p, m, 'O documento não está no perfil da empresa');
  const nome = doc.descricao ?? p.titulo;
  const limite = lastValidDay(doc, p);
  if (limite === null) return { documentoEmpresa: nome, validade: null, status: 'atende', motivo: 'A empresa tem o documento, que não vence.', acao: null };
  if (limite === undefined) return { documentoEmpresa: nome, validade: null, status: 'falta_dado', motivo: 'A empresa tem o documento e o perfil não diz até quando vale.', acao: 'Informar a validade do documento.' };
  const quando = m.dia ?? m.hoje;
  if (limite < quando) return { ...missing(p, m, limite < m.hoje ? `Venceu em ${formatDia(limite)}` : `Vence em ${formatDia(limite)}, antes de ${formatDia(quando)} (${m.como})`), documentoEmpresa: nome, validade: limite };
  const apertado = m.dia !== null && limite <= addDias(m.dia, FOLGA) ? ' Vence pouco depois: tenha outro à mão para a assinatura (art. 64, II).' : '';
  return { documentoEmpresa: nome, validade: limite, status: 'atende', motivo: `Vale até ${formatDia(limite)}; será pedido ${m.dia ? `em ${formatDia(m.dia)} ou depois` : 'em data que o edital não traz'} (${m.como}).${apertado}`, acao: apertado ? p.acao : null };
}

/** What a company has or has not for years: its absence from the profile is a question, not a "no". */
const DURADOUROS: readonly TipoDocumentoEmpresa[] = ['registro_conselho', 'licenca'];

function missing(p: Pedido, m: Momento, porque: string): Resposta {
  const base = { documentoEmpresa: null, validade: null, acao: p.acao };
  if (cabe(m, p.dias)) return { ...base, status: 'a_providenciar', motivo: `${porque}; costuma levar ${p.dias} ${p.dias === 1 ? 'dia útil' : 'dias úteis'}.` };
  return { ...base, status: 'nao_atende', motivo: `${porque}; costuma levar ${p.dias} dias úteis e restam ${m.diasUteis}.` };
}

/** The one of its kind that lasts longest; of the company's own State and município where the kind has them. */
function bestOf(e: Empresa, p: Pedido): DocumentoEmpresa | null {
  const tipos: readonly TipoDocumentoEmpresa[] = p.tipo === 'inscricao_municipal' ? ['inscricao_municipal', 'inscricao_estadual'] : [p.tipo];
  const dele = (e.documentos ?? []).filter((d) => tipos.includes(d.tipo) && (!p.descricao || p.descricao.test(fold(d.descricao ?? ''))) && isDaSede(e, d));
  return dele.reduce<DocumentoEmpresa | null>((melhor, d) => (!melhor || rank(d) > rank(melhor) ? d : melhor), null);
}

const isDaSede = (e: Empresa, d: DocumentoEmpresa): boolean =>
  (d.uf === undefined || e.uf === undefined || d.uf === e.uf) && (d.municipio === undefined || e.municipio === undefined || fold(d.municipio) === fold(e.municipio));
/** A positive certidão is taken only when there is no other. */
const rank = (d: DocumentoEmpresa): string => (d.resultado === 'positiva' ? '' : d.validade === null ? '9999' : (d.validade ?? '0000'));

/** Debts may be paid or suspended in time; a court's record is for people to judge (a plan of reorganisation in force may do). */
function answerPositiva(d: DocumentoEmpresa, p: Pedido, m: Momento): Resposta {
  const base = { documentoEmpresa: d.descricao ?? p.titulo, validade: d.validade ?? null };
  if (p.tipo === 'certidao_falencia') return { ...base, status: 'a_esclarecer', motivo: 'A certidão da empresa é positiva (consta ação) e não atende por si: com plano de recuperação homologado a participação costuma ser admitida, confirme.', acao: 'Confirmar a situação do processo e a regra do edital.' };
  return { ...missing(p, m, 'A certidão da empresa é positiva (há débitos) e não atende'), ...base, acao: 'Pagar, parcelar ou suspender os débitos e emitir outra certidão.' };
}

/** Last day on which it will do: its own validity and the age the edital admits; null = does not expire, undefined = unknown. */
function lastValidDay(d: DocumentoEmpresa, p: Pedido): Dia | null | undefined {
  if (p.semPrazo) return null;
  const porIdade = p.emitidoHaNoMaximo != null && d.emissao ? addDias(d.emissao, p.emitidoHaNoMaximo) : undefined;
  if (d.validade === undefined || d.validade === null) return porIdade ?? d.validade;
  return porIdade !== undefined && porIdade < d.validade ? porIdade : d.validade;
}
