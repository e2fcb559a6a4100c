import { Decimal } from 'decimal.js';
import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import { fold, formatPercentual } from '../../kernel/index.js';
import { findRequisitosIndefinidos } from '../verificacoes/quadro-ausente.js';
import { coverItens, type Cobertura } from './atestado-por-item.js';
import { findPedido } from './pedido.js';
import { radicais, shared } from './similares.js';

type Linha = Pick<RequisitoHabilitacao, 'id' | 'titulo' | 'dispositivo' | 'evidencia' | 'documentoEmpresa' | 'status' | 'motivo' | 'acao' | 'verificacoes' | 'campoEmpresa'>;

const REGRAS = ['atestado_pct_art67', 'atestado_tempo_art67', 'atestado_local_art67', 'atestado_registro_conselho', 'atestado_numero_somatorio', 'requisito_indefinido'];

/** Attestations of the company (art. 67, II) against the object; null when none is asked. */
export function linhaAtestado(c: Contexto): Linha | null {
  const pct = readFato(c.fatos, 'atestado_min_pct');
  const pedido = pct?.evidencia ?? findPedido(c, ['tecnica/atestado'])?.evidencia ?? null;
  if (!pedido) return null;
  const indefinido = findRequisitosIndefinidos(c).find((r) => /atestad|parcela|quantita|capacidade|experi|relev/.test(fold(r.evidencia.trecho)));
  const base = { id: 'atestado', titulo: `Atestado de capacidade técnica${pct ? ` (ao menos ${formatPercentual(pct.valor)} das quantidades)` : ''}`, dispositivo: 'art. 67, II e §§ 1º e 2º, da Lei 14.133/2021', evidencia: pedido, verificacoes: REGRAS, campoEmpresa: '/atestados' };
  if (indefinido) return { ...base, documentoEmpresa: null, status: 'a_esclarecer', motivo: indefinido.texto, acao: 'Pedir esclarecimento.' };
  return { ...base, ...answerAtestado(c, pct?.valor ?? null) };
}

type Resposta = Pick<Linha, 'documentoEmpresa' | 'status' | 'motivo' | 'acao'>;

function answerAtestado(c: Contexto, pct: string | null): Resposta {
  const { atestados } = c.empresa;
  if (!atestados) return { documentoEmpresa: null, status: 'falta_dado', motivo: 'O perfil não traz os atestados da empresa.', acao: 'Informar os atestados, com objeto e quantidade.' };
  if (!atestados.length) return { documentoEmpresa: null, status: 'nao_atende', motivo: 'A empresa não tem atestado, e ele não se obtém até a data.', acao: 'Avaliar consórcio ou subcontratação.' };
  const objeto = radicais([c.certame.objeto ?? '', ...c.itens.slice(0, 200).map((i) => i.descricao)].join(' '));
  const parecidos = atestados.map((a) => ({ a, n: shared(radicais(a.descricao), objeto) })).filter((x) => x.n > 0).sort((x, y) => y.n - x.n).map((x) => x.a);
  if (!parecidos.length) return { documentoEmpresa: null, status: 'falta_dado', motivo: 'Nenhum atestado do perfil parece ser do objeto: confirme.', acao: 'Indicar o atestado que comprova serviço ou fornecimento semelhante.' };
  const nome = parecidos[0]!.descricao;
  if (pct === null) return { documentoEmpresa: nome, status: 'atende', motivo: 'Há atestado de objeto semelhante; confira as parcelas exigidas no edital.', acao: null };
  return checkQuantidade(c, parecidos, pct, nome);
}

/** The attestations against the percentage of each item; an item that they do not cover is named. */
function checkQuantidade(c: Contexto, atestados: NonNullable<Contexto['empresa']['atestados']>, pct: string, nome: string): Resposta {
  const cobertura = coverItens(c.itens, atestados, pct);
  if (!cobertura || cobertura.every((x) => x.comprovado.isZero())) {
    return { documentoEmpresa: nome, status: 'falta_dado', motivo: `Há atestado de objeto semelhante; falta conferir se cobre ${formatPercentual(pct)} das quantidades das parcelas exigidas.`, acao: 'Conferir as quantidades do atestado com as parcelas do edital.' };
  }
  const faltam = cobertura.filter((x) => x.comprovado.lt(x.exigido));
  const conta = (x: Cobertura): string => `item ${x.item.numero}: ${br(x.comprovado)} em atestados, para ${br(x.exigido)} exigidos`;
  if (!faltam.length) return { documentoEmpresa: nome, status: 'atende', motivo: `Os atestados cobrem ${formatPercentual(pct)} da quantidade ${cobertura.length === 1 ? 'do item' : `de cada um dos ${cobertura.length} itens`} (${cobertura.slice(0, 3).map(conta).join('; ')}${cobertura.length > 3 ? '…' : ''}).`, acao: null };
  const lista = faltam.slice(0, 5).map(conta).join('; ');
  return faltam.length === cobertura.length && c.itens.length === 1
    ? { documentoEmpresa: nome, status: 'nao_atende', motivo: `A empresa não soma ${formatPercentual(pct)} da quantidade: ${lista}.`, acao: 'Avaliar consórcio, ou outros atestados.' }
    : { documentoEmpresa: nome, status: 'falta_dado', motivo: `Sem quantidade comprovada para ${faltam.length} de ${cobertura.length} itens: ${lista}${faltam.length > 5 ? '…' : ''}.`, acao: 'Indicar atestados para esses itens, ou não disputá-los.' };
}
const br = (d: Decimal): string => d.toDecimalPlaces(2).toString().replace('.', ',');

const CONSELHOS: Readonly<Record<string, string>> = { crea: 'CREA', cau: 'CAU', cra: 'CRA', crm: 'CRM', crn: 'CRN', cro: 'CRO', crmv: 'CRMV', oab: 'OAB', creci: 'CRECI', crt: 'CRT', cft: 'CRT', cress: 'CRESS', crq: 'CRQ', crefito: 'CREFITO', coren: 'COREN', crbm: 'CRBM', crp: 'CRP' };
const NOME_CONSELHO = Object.keys(CONSELHOS).join('|');
const POR_EXTENSO: readonly [RegExp, string][] = [[/conselho\s+regional\s+de\s+engenharia/, 'CREA'], [/conselho\s+de\s+arquitetura/, 'CAU'], [/conselho\s+regional\s+de\s+administracao/, 'CRA'], [/conselho\s+regional\s+de\s+farmacia/, 'CRF'], [/conselho\s+regional\s+de\s+medicina\b/, 'CRM'], [/conselho\s+regional\s+de\s+nutric/, 'CRN'], [/conselho\s+regional\s+de\s+quimica/, 'CRQ'], [/conselho\s+regional\s+de\s+contabilidade/, 'CRC'], [/\bcrf\b(?!\s*[/(-]?\s*fgts)[^.;]{0,40}?farmac/, 'CRF']];
/** "Registro do responsável técnico no CREA": the professional's, not the company's. */
const SO_DO_PROFISSIONAL = /^(?:certidao|registro|comprova\w+|prova)\s+(?:de\s+)?(?:registro\s+)?(?:ou\s+inscricao\s+)?d[eo]\(?s?\)?\s+(?:profissiona|responsav|engenheir|arquitet)/;
/** A professional with proof of what was done. */
const DE_PROFISSIONAL = /\b(?:responsave(?:l|is)|responsavel\(is\)|profissiona(?:l|is)|engenheir\w+|arquitet\w+)\b[^;]{0,400}\b(?:acervo|cat\b|atestad\w+|detentor\w*|vinculo|quadro)|\b(?:acervo|cat)\b[^;]{0,300}\b(?:responsave|profissiona|engenheir)/;

/** Registration of the company at its council (art. 67, V). */
export function pedidoRegistro(c: Contexto): { readonly linha: Pick<Linha, 'id' | 'titulo' | 'dispositivo' | 'evidencia' | 'verificacoes'>; readonly conselhos: readonly string[] } | null {
  const q = findPedido(c, ['tecnica/registro_conselho'], (_, frase) => !SO_DO_PROFISSIONAL.test(frase));
  if (!q) return null;
  const conselhos = conselhosEm(q.frase);
  return { conselhos, linha: { id: 'registro_conselho', titulo: `Registro da empresa no conselho profissional${conselhos.length ? ` (${conselhos.join(' ou ')})` : ''}`, dispositivo: 'art. 67, V, da Lei 14.133/2021', evidencia: q.evidencia, verificacoes: [] } };
}

export function conselhosEm(texto: string): string[] {
  const t = texto.replace(/\s+/g, ' ');
  const siglas = [...t.matchAll(new RegExp(String.raw`\b(${NOME_CONSELHO})(?=\W)`, 'g'))].map((m) => CONSELHOS[m[1]!]!);
  return [...new Set([...POR_EXTENSO.filter(([r]) => r.test(t)).map(([, n]) => n), ...siglas])].slice(0, 4);
}

/** Professional with acervo (art. 67, I): a promise of contract will do, so it can be had in time. */
export function linhaProfissional(c: Contexto): Linha | null {
  const q = findPedido(c, ['tecnica/responsavel_tecnico', 'tecnica/atestado'], (_, frase) => DE_PROFISSIONAL.test(frase) && !RESPONSAVEL.test(frase));
  if (!q) return null;
  const conselhos = conselhosEm(q.frase);
  const base = { id: 'profissional', titulo: `Profissional com acervo técnico${conselhos.length ? ` (${conselhos.join(' ou ')})` : ''}`, dispositivo: 'art. 67, I, da Lei 14.133/2021', evidencia: q.evidencia, verificacoes: ['quadro_permanente_art67'], campoEmpresa: '/profissionais' };
  const { profissionais } = c.empresa;
  if (!profissionais) return { ...base, documentoEmpresa: null, status: 'falta_dado', motivo: 'O perfil não traz os profissionais da empresa.', acao: 'Informar os responsáveis técnicos e seus conselhos.' };
  const serve = profissionais.find((p) => !conselhos.length || conselhos.some((k) => fold(p.conselho).includes(fold(k))));
  if (serve) return { ...base, documentoEmpresa: [serve.nome, serve.conselho].filter(Boolean).join(', '), status: 'atende', motivo: 'A empresa tem profissional do conselho; confira se o acervo (CAT) cobre as parcelas exigidas.', acao: null };
  return { ...base, documentoEmpresa: null, status: 'a_providenciar', motivo: 'A empresa não tem profissional do conselho exigido; basta o compromisso de contratação futura, com anuência (Acórdão TCU 1450/2022-Plenário).', acao: 'Firmar compromisso de contratação com profissional que tenha o acervo.' };
}
const PROFISSAO = String.raw`(?:farmaceutic[oa]|nutricionista|(?:medic[oa]\s+)?veterinari[oa]|quimic[oa]|biomedic[oa]|enfermeir[oa])`;
const RESPONSAVEL = new RegExp(String.raw`\b${PROFISSAO}\b[^.;]{0,80}?\bresponsave(?:l|is)\b|\bresponsave(?:l|is)\s+tecnic\w+\b[^.;]{0,60}?\b${PROFISSAO}\b`);

/** A health professional answering for the company, where special law wants one (art. 67, I and IV): no acervo is asked. */
export function linhaResponsavel(c: Contexto): Linha | null {
  const q = findPedido(c, ['tecnica/responsavel_tecnico'], (_, frase) => RESPONSAVEL.test(frase));
  if (!q) return null;
  const conselhos = conselhosEm(q.frase);
  const base = { id: 'responsavel_tecnico', titulo: `Responsável técnico${conselhos.length ? ` (${conselhos.join(' ou ')})` : ''}`, dispositivo: 'art. 67, I e IV, da Lei 14.133/2021', evidencia: q.evidencia, verificacoes: [], campoEmpresa: '/profissionais' };
  const { profissionais } = c.empresa;
  const serve = profissionais?.find((p) => conselhos.some((k) => fold(p.conselho).includes(fold(k))));
  if (serve) return { ...base, documentoEmpresa: [serve.nome, serve.conselho].filter(Boolean).join(', '), status: 'atende', motivo: 'A empresa tem o profissional; confira se a anotação de responsabilidade está em dia.', acao: null };
  return { ...base, documentoEmpresa: null, status: 'falta_dado', motivo: profissionais ? 'Nenhum profissional do perfil é do conselho exigido: confirme.' : 'O perfil não traz os profissionais da empresa.', acao: 'Informar o responsável técnico e o seu registro no conselho.' };
}

/** Usual business days to sign a promise of contract with a professional. */
export const DIAS_PROFISSIONAL = 10;
