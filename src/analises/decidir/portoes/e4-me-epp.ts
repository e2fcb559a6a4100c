import type { DadoUsado } from '../../domain/analise.js';
import type { Evidencia } from '../../../kernel/index.js';
import { baseDe, doPncp, fatoDe, isFirme, type Caso } from '../caso.js';
import { oncePerUnidade } from '../memo.js';
import { assume, portao, type AvaliaPortao, type Incognita } from './avaliacao.js';
import { readEnquadramento } from './beneficiaria.js';
import { violacoesSoltas } from './exigencias.js';

const TITULO = 'A reserva para ME/EPP não exclui a empresa';

interface Reserva {
  readonly tipo: 'exclusiva' | 'parcial' | 'ampla' | 'incerta' | 'desconhecida';
  readonly motivo: string;
  readonly evidencias: readonly Evidencia[];
  readonly dados: readonly DadoUsado[];
}

/** What is reserved to ME/EPP (LC 123/2006, art. 48) in a unit: its rows say it, else the edital's statement. */
export const readReserva = oncePerUnidade((c, u): Reserva => {
  const linhas = u.itens.filter((i) => i.beneficio !== null);
  const reservadas = linhas.filter((i) => i.beneficio !== 'ampla');
  const fato = fatoDe(c, 'me_epp');
  const doFato = fato ? baseDe(fato) : { evidencias: [], dados: [] };
  const provas = {
    evidencias: reservadas.flatMap((i) => i.evidencia ?? []).slice(0, 3),
    dados: reservadas.filter((i) => !i.evidencia && i.indicePncp !== null).slice(0, 3).map((i) => doPncp(`/itens/${i.indicePncp}/beneficio`, i.beneficio!)),
  };
  if (u.itens.some((i) => i.beneficioConflitante))
    return { tipo: 'incerta', motivo: 'O edital e o PNCP dizem benefícios diferentes.', ...provas, evidencias: u.itens.filter((i) => i.beneficioConflitante).flatMap((i) => i.evidencia ?? []).slice(0, 3) };
  if (linhas.length && linhas.length === u.itens.length && reservadas.length === linhas.length) {
    if (u.inteira && fato?.valor === 'ampla') return { tipo: 'incerta', motivo: 'Os itens constam como reservados e o edital diz ampla concorrência.', ...provas };
    return { tipo: 'exclusiva', motivo: u.itens.length === 1 ? 'O item é reservado a ME/EPP.' : 'Todos os itens são reservados a ME/EPP.', ...provas };
  }
  if (linhas.length === u.itens.length && linhas.length && !reservadas.length) {
    if (fato?.valor === 'exclusiva') return { tipo: 'incerta', motivo: 'O edital diz participação exclusiva e os itens constam como ampla concorrência.', ...doFato };
    return { tipo: 'ampla', motivo: 'Ampla concorrência.', ...doFato };
  }
  if (reservadas.length) return { tipo: 'parcial', motivo: 'Parte dos itens é reservada a ME/EPP.', ...provas };
  if (!fato) return { tipo: 'desconhecida', motivo: 'O edital lido não diz se há reserva para ME/EPP.', ...doFato };
  if (fato.valor === 'exclusiva') return { tipo: isFirme(fato) ? 'exclusiva' : 'incerta', motivo: 'A participação é exclusiva de ME/EPP.', ...doFato };
  return fato.valor === 'ampla'
    ? { tipo: 'ampla', motivo: 'Ampla concorrência.', ...doFato }
    : { tipo: 'parcial', motivo: 'Há itens ou cotas reservados a ME/EPP.', ...doFato };
});

/** E4: reserved to ME/EPP and the company is none. Judged row by row when the tender is adjudicated so. */
export const e4MeEpp: AvaliaPortao = (c, u) => {
  const lida = readReserva(c, u);
  const reserva = lida.tipo === 'incerta' && c.hipoteses.beneficioExclusivo !== undefined ? { ...lida, tipo: c.hipoteses.beneficioExclusivo ? 'exclusiva' as const : 'ampla' as const } : lida;
  const quem = readEnquadramento(c);
  const extras = { evidencias: reserva.evidencias, dados: [...reserva.dados, ...quem.dados] };
  if (reserva.tipo === 'desconhecida') return portao('E4', TITULO, 'nao_aferivel', reserva.motivo, extras);
  if (reserva.tipo === 'ampla' || quem.beneficiaria === true) return portao('E4', TITULO, 'passou', `${reserva.motivo} ${quem.beneficiaria ? quem.motivo : ''}`.trim(), extras);
  if (reserva.tipo === 'parcial') return portao('E4', TITULO, 'condicionado', `${reserva.motivo} ${quem.motivo} Só os itens abertos a todas podem ser disputados.`, extras);
  const incognitas = [...(reserva.tipo === 'incerta' ? [DUVIDA_RESERVA] : []), ...(quem.beneficiaria === null ? [PORTE] : [])];
  if (incognitas.length) return portao('E4', TITULO, 'pendente', `${reserva.motivo} ${quem.motivo}`, { ...extras, incognitas });
  return portao('E4', TITULO, 'reprovado', `${reserva.motivo} ${quem.motivo}`, { ...extras, ...challengeOf(c, reserva), oQueMuda: 'A disputa só se abre à empresa se a reserva a ME/EPP for retirada ou se houver item sem reserva.' });
};

/** The reservation itself is a literal violation (art. 4º, § 1º), proved by the same quote. */
function challengeOf(c: Caso, reserva: Reserva): { impugnavel: boolean; verificacoes: readonly string[] } {
  const trechos = new Set(reserva.evidencias.map((e) => e.trecho));
  const ilegais = violacoesSoltas(c, 'E4').filter((v) => v.evidencias.some((e) => trechos.has(e.trecho)));
  return { impugnavel: ilegais.length > 0, verificacoes: ilegais.map((v) => v.regra) };
}

const PORTE: Incognita = {
  id: 'porte', quemResponde: 'empresa', campoEmpresa: '/porte', texto: 'A empresa é enquadrada como MEI, ME ou EPP e pode usar os benefícios da LC 123/2006?',
  boa: 'sim', sim: (c) => assume(c, { beneficiaria: true }), nao: (c) => assume(c, { beneficiaria: false }),
};
const DUVIDA_RESERVA: Incognita = {
  id: 'reserva_me_epp', quemResponde: 'orgao', texto: 'A participação é exclusiva de ME/EPP? As fontes divergem.',
  boa: 'nao', sim: (c) => assume(c, { beneficioExclusivo: true }), nao: (c) => assume(c, { beneficioExclusivo: false }),
};
