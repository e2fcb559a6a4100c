import { formatInstante } from '../../../kernel/index.js';
import { baseDe, daEmpresa, diasDisponiveis, doPncp, fatoDe, prazoDe } from '../caso.js';
import { oncePerCaso } from '../memo.js';
import { buildPlano } from '../plano/build-plano.js';
import { portao, type AvaliaPortaoComum } from './avaliacao.js';

const TITULO = 'Há tempo para preparar a proposta';

const days = (n: number): string => `${n} ${n === 1 ? 'dia útil' : 'dias úteis'}`;

/** Less time than the longest chain takes at its fastest pace: caps the score (relatorio.md § 3). */
export const isTempoInsuficiente = oncePerCaso((c): boolean => {
  const dias = diasDisponiveis(c);
  return dias !== null && dias < (buildPlano(c).diasUteisMinimos ?? 0);
});

/**
 * E9: impossible in time. Only the time the company itself says it needs can fail it; the usual durations are
 * conventions, so they cap the score and never exclude.
 */
export const e9Tempo: AvaliaPortaoComum = (c) => {
  const dias = diasDisponiveis(c);
  if (dias === null) return portao('E9', TITULO, 'nao_aferivel', 'Não se sabe quantos dias úteis restam até o fim do recebimento de propostas.');
  const { diasUteisNecessarios: usual, diasUteisMinimos: minimo = 0 } = buildPlano(c);
  const fim = fatoDe(c, 'propostas_fim') ?? fatoDe(c, 'sessao_abertura');
  const { evidencias, dados: base } = fim ? baseDe(fim) : { evidencias: prazoDe(c, 'propostas')?.evidencias ?? [], dados: [] };
  const pncp = !fim && c.licitacao?.encerramentoPropostas ? [doPncp('/encerramentoPropostas', formatInstante(c.licitacao.encerramentoPropostas))] : base;
  const declarado = c.empresa.diasParaProposta;
  if (declarado !== undefined && declarado > dias)
    return portao('E9', TITULO, 'reprovado', `A empresa precisa de ${days(declarado)} para a proposta e ${restam(dias)}.`, {
      evidencias, dados: [...pncp, daEmpresa('/diasParaProposta', String(declarado))], oQueMuda: 'Muda se a sessão for adiada ou se a empresa puder preparar a proposta mais depressa.',
    });
  const extras = { evidencias, dados: pncp };
  if (dias < minimo) return portao('E9', TITULO, 'condicionado', `O caminho mais longo das tarefas leva no mínimo ${days(minimo)} e ${restam(dias)}.`, { ...extras, oQueMuda: 'Muda se a sessão for adiada.' });
  if (dias < usual) return portao('E9', TITULO, 'passou', `Prazo apertado: no ritmo usual são ${days(usual)} e ${restam(dias)}.`, extras);
  return portao('E9', TITULO, 'passou', `São precisos ${days(usual)} e ${restam(dias)}.`, extras);
};

const restam = (dias: number): string => (dias === 1 ? 'resta 1 dia útil' : `restam ${days(dias)}`);
