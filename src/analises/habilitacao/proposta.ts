import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import { formatDia, formatDinheiro, formatPercentual } from '../../kernel/index.js';
import { findAchados } from '../../editais/index.js';
import { textoDaFrase } from '../contexto/frase.js';
import { citar } from '../verificacoes/trechos.js';
import { hasAlternativaAVisita } from '../verificacoes/visita.js';
import { documentosDoProduto } from './documentos-do-produto.js';
import { cabe, type Momento } from './momento.js';

const DIAS = { garantia: 3, visita: 2, amostra: 5 } as const;

/** What goes with the proposal or before it: guarantee, visit, sample, papers of the product. */
export function linhasDaProposta(c: Contexto, m: Momento): RequisitoHabilitacao[] {
  return [...[garantiaDeProposta(c, m), visita(c, m), declaracaoDoLocal(c, m), amostra(c, m)].filter((l) => l !== null), ...documentosDoProduto(c, m)];
}

const base = { validade: null, sanavel: false, documentoEmpresa: null } as const;

function garantiaDeProposta(c: Contexto, m: Momento): RequisitoHabilitacao | null {
  const g = readFato(c.fatos, 'garantia_proposta_pct');
  if (!g) return null;
  const quanto = typeof g.valor === 'object' ? formatDinheiro(g.valor.valor) : `${formatPercentual(g.valor)} do valor estimado`;
  const quando = c.certame.propostasFim?.valor.slice(0, 10) ?? m.dia;
  return {
    ...base, id: 'garantia_proposta', grupo: 'proposta', titulo: `Garantia de proposta (${quanto})`, dispositivo: 'art. 58 da Lei 14.133/2021', evidencia: g.evidencia, exigidoEm: quando, diasParaObter: DIAS.garantia, verificacoes: ['garantia_proposta_art58', 'capital_e_garantia_proposta'],
    status: cabe(m, DIAS.garantia) ? 'a_providenciar' : 'nao_atende', motivo: cabe(m, DIAS.garantia) ? 'Vai com a proposta; por seguro costuma levar 3 dias úteis.' : `Vai com a proposta; costuma levar ${DIAS.garantia} dias úteis e restam ${m.diasUteis}.`, acao: 'Emitir o seguro, a fiança ou a caução.',
  };
}

function visita(c: Contexto, m: Momento): RequisitoHabilitacao | null {
  const v = readFato(c.fatos, 'visita_tecnica');
  if (v?.valor !== 'obrigatoria') return null;
  const declara = hasAlternativaAVisita(c);
  const podeIr = cabe(m, DIAS.visita);
  return {
    ...base, id: 'visita', grupo: 'tecnica', titulo: 'Visita técnica', dispositivo: 'art. 63, §§ 2º e 3º, da Lei 14.133/2021', evidencia: v.evidencia, exigidoEm: m.dia, diasParaObter: declara ? 0 : DIAS.visita, verificacoes: ['visita_art63'],
    status: declara || podeIr ? 'a_providenciar' : 'nao_atende', motivo: declara ? 'O edital aceita declaração do responsável técnico no lugar da visita.' : podeIr ? 'Obrigatória: agende com o órgão.' : `Obrigatória, e restam ${m.diasUteis} dias úteis.`, acao: declara ? 'Fazer a visita ou assinar a declaração.' : 'Agendar a visita.',
  };
}

/** Ways of asking who does not visit for a word that the place is known (art. 63 § 3º). */
const DECLARA_LOCAL = /\bdeclara\w+[^;]{0,120}?\bnao\s+(?:realizacao|visita|vistoria)\b[^;]{0,60}|\bdeclara\w+[^;]{0,160}?\bconhec\w+[^;]{0,160}?\b(?:local|locais|condicoes|peculiaridades)\b|\batestar\b[^;]{0,60}?\bconhec\w+\s+o\s+local\b|\b(?:atestado|certificado|comprovante|comprovacao)\s+(?:\w+\s+){0,4}?(?:visita|vistoria)\b[^;]{0,120}?\bou\s+(?:a\s+)?declara\w+/;
const PEDE = /\b(?:dever\w*|apresent\w+|junta\w*|sob\s+pena|exig\w+|comprov\w+)\b/;
const DISPENSA = /\b(?:nao\s+(?:sera\w*|e|ha)\s+(?:\w+\s+)?(?:exigid|necessari|obrigat)\w*|dispensad[ao]s?)\b/;

/** The visit may be facultative and its declaration not: leaving it out puts the bidder out. */
function declaracaoDoLocal(c: Contexto, m: Momento): RequisitoHabilitacao | null {
  if (readFato(c.fatos, 'visita_tecnica')?.valor !== 'facultativa') return null;
  const pedida = findAchados(c.texto, DECLARA_LOCAL, { regioes: ['edital', 'tr', 'anexo'] }).find((a) => {
    const frase = textoDaFrase(c.texto, a.inicio, a.fim);
    return PEDE.test(frase) && !DISPENSA.test(frase);
  });
  const evidencia = pedida && citar(c.texto, pedida.inicio, pedida.fim);
  if (!evidencia) return null;
  return {
    ...base, id: 'declaracao_local', grupo: 'declaracao', titulo: 'Declaração de que conhece o local (ou atestado de visita)', dispositivo: 'art. 63, §§ 2º e 3º, da Lei 14.133/2021', evidencia, documentoEmpresa: 'declaração da própria empresa',
    exigidoEm: m.dia, diasParaObter: 0, verificacoes: [], status: 'atende', motivo: `A visita é facultativa, a declaração não: basta declarar${m.dia ? ` até ${formatDia(m.dia)}` : ''}, com a assinatura que o edital pede.`, acao: 'Declarar com a proposta ou juntar o atestado de visita.',
  };
}

function amostra(c: Contexto, m: Momento): RequisitoHabilitacao | null {
  const a = readFato(c.fatos, 'amostra_ou_poc');
  if (!a?.valor) return null;
  return {
    ...base, id: 'amostra', grupo: 'proposta', titulo: 'Amostra ou prova de conceito', dispositivo: 'arts. 17, § 3º, e 41, II, da Lei 14.133/2021', evidencia: a.evidencia, exigidoEm: m.dia, diasParaObter: DIAS.amostra, verificacoes: ['amostra_art41', 'amostra_criterios'],
    status: 'a_providenciar', motivo: 'Deixe pronta: será pedida de quem vencer provisoriamente.', acao: 'Preparar a amostra ou a demonstração.',
  };
}
