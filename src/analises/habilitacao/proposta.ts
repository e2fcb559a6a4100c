import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import { formatDinheiro, formatPercentual } from '../../kernel/index.js';
import { hasAlternativaAVisita } from '../verificacoes/visita.js';
import { documentosDoProduto } from './documentos-do-produto.js';
import { cabe, type Momento } from './momento.js';

const DIAS = { garantia: 3, visita: 2, amostra: 5 } as const;

/** What goes with the proposal or before it: guarantee, visit, sample, papers of the product. */
export function linhasDaProposta(c: Contexto, m: Momento): RequisitoHabilitacao[] {
  return [...[garantiaDeProposta(c, m), visita(c, m), amostra(c, m)].filter((l) => l !== null), ...documentosDoProduto(c, m)];
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

function amostra(c: Contexto, m: Momento): RequisitoHabilitacao | null {
  const a = readFato(c.fatos, 'amostra_ou_poc');
  if (!a?.valor) return null;
  return {
    ...base, id: 'amostra', grupo: 'proposta', titulo: 'Amostra ou prova de conceito', dispositivo: 'arts. 17, § 3º, e 41, II, da Lei 14.133/2021', evidencia: a.evidencia, exigidoEm: m.dia, diasParaObter: DIAS.amostra, verificacoes: ['amostra_art41', 'amostra_criterios'],
    status: 'a_providenciar', motivo: 'Deixe pronta: será pedida de quem vencer provisoriamente.', acao: 'Preparar a amostra ou a demonstração.',
  };
}
