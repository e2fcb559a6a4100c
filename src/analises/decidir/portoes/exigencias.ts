import type { RequisitoHabilitacao, Verificacao } from '../../domain/analise.js';
import { daEmpresa, fatoDe, fitsInTime, provas, type Caso } from '../caso.js';
import { assumeEmpresa, assumeRequisitos, portao, type Avaliacao, type Incognita } from './avaliacao.js';
import { pathOf, questionOf } from './campo-empresa.js';

/** Rules whose text was not read at the source never block (from memory, secondary). */
export const canBlock = (v: Verificacao): boolean => v.nivelFonte === 'V' || v.nivelFonte === 'D';

/** A declaration of the company itself: nothing to get, only to sign. */
export const isSoAssinar = (r: RequisitoHabilitacao): boolean => r.status === 'a_providenciar' && r.diasParaObter === 0;

/** Visit, bond and sample have gates and tasks of their own (S3, S4, the plan): as rows of the matrix they decide nothing. */
export const isDaProposta = (r: RequisitoHabilitacao): boolean => r.grupo === 'proposta' || r.verificacoes.includes('visita_art63');

/** A literal violation, read at the source, that art. 164 lets anyone challenge. */
export const isViolacao = (v: Verificacao): boolean => v.resultado === 'violado' && v.nivelFonte === 'V' && v.evidencias.length > 0;

/** Which gate a violation that keeps the company out belongs to, by the rule's name; E6 when it is none of the others'. */
const gateOf = (regra: string): 'E4' | 'E6' | 'E7' => (/^me_epp/.test(regra) ? 'E4' : /^(?:capital|balanco|indices|faturamento)/.test(regra) ? 'E7' : 'E6');

/** Violations marked as keeping this company out that no row of the matrix carries. */
export const violacoesSoltas = (c: Caso, gate: 'E4' | 'E6' | 'E7'): Verificacao[] =>
  c.verificacoes.filter((v) => v.excluiEmpresa && isViolacao(v) && gateOf(v.regra) === gate && !c.habilitacao.some((r) => r.verificacoes.includes(v.regra)));

/** The requirement is itself a literal violation of the law. */
export const isImpugnavel = (c: Caso, r: RequisitoHabilitacao): boolean => c.verificacoes.some((v) => isViolacao(v) && r.verificacoes.includes(v.regra));

/** A requirement that cannot be met, nor got in time, nor put right after winning, proved by the edital's words. */
export const isFalha = (c: Caso, r: RequisitoHabilitacao): boolean =>
  r.status === 'nao_atende' && !r.sanavel && r.evidencia !== null && !fitsInTime(c, r) && restsOnLaw(c, r);

/** Whether what is asked rests on rules that may block; no rule named = it rests on the edital's own words. */
const restsOnLaw = (c: Caso, r: RequisitoHabilitacao): boolean => {
  const regras = c.verificacoes.filter((v) => r.verificacoes.includes(v.regra));
  return !regras.length || regras.some(canBlock);
};

const DECISIVOS: readonly RequisitoHabilitacao['grupo'][] = ['tecnica', 'juridica', 'economica'];

/** The row fails E6 or E7. */
export const isBloqueio = (c: Caso, r: RequisitoHabilitacao): boolean => DECISIVOS.includes(r.grupo) && !isDaProposta(r) && isFalha(c, r);

/**
 * Nobody told whether the company has it, and a "no" would be a failure. A technical paper it does show and that only
 * has to be compared with the edital's quantities is a condition, not a doubt that holds up the decision.
 */
export const isDuvida = (c: Caso, r: RequisitoHabilitacao): boolean =>
  r.status === 'falta_dado' && !(r.grupo === 'tecnica' && r.documentoEmpresa !== null) && isBloqueio(c, { ...r, status: 'nao_atende' });

interface Tema {
  readonly id: string;
  readonly titulo: string;
  readonly grupos: readonly RequisitoHabilitacao['grupo'][];
  /** Art. 15 lets consórcio partners add up certificates and amounts; not what each must have on its own. */
  readonly consorcioSupre: (r: RequisitoHabilitacao) => boolean;
  /** Violations that keep this company out and stand in no row of the matrix. */
  readonly soltas: readonly Verificacao[];
}

/** E6 and E7: requirements that decide whether the company may bid at all. */
export function judgeExigencias(c: Caso, tema: Tema): Avaliacao {
  const linhas = c.habilitacao.filter((r) => tema.grupos.includes(r.grupo) && !isDaProposta(r));
  const falhas = linhas.filter((r) => isFalha(c, r));
  const fatais = falhas.filter((r) => !tema.consorcioSupre(r) || !consorcioResolve(c));
  const suprivel = falhas.filter((r) => tema.consorcioSupre(r));
  if (fatais.length || tema.soltas.length) {
    const aberta = fatais.filter((r) => tema.consorcioSupre(r) && consorcioAberto(c));
    if (aberta.length === fatais.length && !tema.soltas.length) return doubtOfConsorcio(c, tema, fatais);
    return fail(c, tema, fatais);
  }
  if (suprivel.length)
    return portao(tema.id, tema.titulo, 'condicionado', `${list(suprivel)} Precisa de parceiro em consórcio que atenda.`, { evidencias: provas(...suprivel.map((r) => r.evidencia)), oQueMuda: 'Compromisso de consórcio com quem atenda ao requisito (art. 15 da Lei 14.133/2021).' });
  const duvidas = linhas.filter((r) => isDuvida(c, r));
  if (duvidas.length)
    return portao(tema.id, tema.titulo, 'pendente', `Falta saber se a empresa atende: ${duvidas.map((r) => r.titulo).join('; ')}.`, {
      evidencias: provas(...duvidas.map((r) => r.evidencia)), verificacoes: duvidas.flatMap((r) => r.verificacoes), incognitas: questionsFor(tema.id, duvidas),
    });
  const exigidas = linhas.filter((r) => r.evidencia);
  if (!exigidas.length) return portao(tema.id, tema.titulo, 'nao_aferivel', 'O edital lido não traz exigências deste grupo.');
  const resto = linhas.filter((r) => r.status !== 'atende');
  return portao(tema.id, tema.titulo, 'passou', resto.length ? 'Nada do que falta impede a participação.' : 'A empresa atende ao que o edital exige.', { evidencias: provas(...exigidas.map((r) => r.evidencia)).slice(0, 3) });
}

const consorcioVedado = (c: Caso): boolean => fatoDe(c, 'consorcio')?.valor === 'vedado';
/** Consórcio is allowed unless the edital forbids it (art. 15, caput). */
const consorcioResolve = (c: Caso): boolean => !consorcioVedado(c) && c.empresa.aceitaConsorcio === true;
const consorcioAberto = (c: Caso): boolean => !consorcioVedado(c) && c.empresa.aceitaConsorcio === undefined;

const list = (rs: readonly RequisitoHabilitacao[]): string => rs.map((r) => `${r.titulo}: ${r.motivo}`).map((t) => (/[.!?]$/.test(t) ? t : `${t}.`)).join(' ');

function fail(c: Caso, tema: Tema, fatais: readonly RequisitoHabilitacao[]): Avaliacao {
  const vedado = fatais.some(tema.consorcioSupre) && consorcioVedado(c);
  const motivo = [list(fatais), ...tema.soltas.map((v) => v.motivo), vedado ? 'O edital veda o consórcio.' : ''].filter(Boolean).join(' ');
  return portao(tema.id, tema.titulo, 'reprovado', motivo, {
    evidencias: provas(...fatais.map((r) => r.evidencia), ...tema.soltas.map((v) => v.evidencias[0]), vedado ? fatoDe(c, 'consorcio') : null),
    dados: fatais.map((r) => daEmpresa(pathOf(r), r.documentoEmpresa ?? 'não possui')),
    verificacoes: [...fatais.flatMap((r) => r.verificacoes), ...tema.soltas.map((v) => v.regra)],
    impugnavel: fatais.every((r) => isImpugnavel(c, r)),
    oQueMuda: `Muda se a empresa passar a atender: ${[...fatais, ...tema.soltas].map((x) => x.titulo).join('; ')}.`,
  });
}

function doubtOfConsorcio(c: Caso, tema: Tema, fatais: readonly RequisitoHabilitacao[]): Avaliacao {
  return portao(tema.id, tema.titulo, 'pendente', `${list(fatais)} Sozinha a empresa não atende; falta saber se disputa em consórcio.`, {
    evidencias: provas(...fatais.map((r) => r.evidencia)),
    incognitas: [{
      id: 'aceita_consorcio', quemResponde: 'empresa', campoEmpresa: '/aceitaConsorcio',
      texto: `A empresa disputaria em consórcio com quem atenda a: ${fatais.map((r) => r.titulo).join('; ')}?`,
      boa: 'sim', sim: (x) => assumeEmpresa(x, { aceitaConsorcio: true }), nao: (x) => assumeEmpresa(x, { aceitaConsorcio: false }),
    }],
  });
}

/** One question for each part of the profile that would answer it. */
function questionsFor(tema: string, duvidas: readonly RequisitoHabilitacao[]): Incognita[] {
  const porCampo = Map.groupBy(duvidas, pathOf);
  return [...porCampo].map(([campo, rs]): Incognita => {
    const ids = new Set(rs.map((r) => r.id));
    return {
      id: `${tema.toLowerCase()}${campo.replace(/\W+/g, '_').toLowerCase()}`, quemResponde: 'empresa', campoEmpresa: campo, texto: questionOf(campo, rs),
      boa: 'sim', sim: (x) => assumeRequisitos(x, ids, 'atende'), nao: (x) => assumeRequisitos(x, ids, 'nao_atende'),
    };
  });
}
