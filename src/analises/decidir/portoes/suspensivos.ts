import { decimal, formatDinheiro, formatPercentual } from '../../../kernel/index.js';
import type { RequisitoHabilitacao } from '../../domain/analise.js';
import { baseDe, doPncp, fatoDe, isSigiloso, provas, valorMaximoDe } from '../caso.js';
import { portao, type AvaliaPortao, type AvaliaPortaoComum } from './avaliacao.js';
import { isSancoesSabidas } from './e2-sancoes.js';
import { isBloqueio, isDaProposta, isDuvida, isSoAssinar } from './exigencias.js';
import { platformStatus } from './plataforma.js';

const names = (rs: readonly RequisitoHabilitacao[]): string => {
  const vistos = [...new Set(rs.map((r) => r.titulo))];
  return vistos.length <= 6 ? vistos.join('; ') : `${vistos.slice(0, 6).join('; ')} e mais ${vistos.length - 6}`;
};

/** S1: documents to renew or get, all of them obtainable or curable. */
export const s1Documentos: AvaliaPortaoComum = (c) => {
  const linhas = c.habilitacao.filter((r) => !isDaProposta(r) && !isSoAssinar(r) && (r.status === 'a_providenciar' || (r.status === 'nao_atende' && !isBloqueio(c, r))));
  if (!c.habilitacao.length) return portao('S1', 'Documentos a providenciar', 'nao_aferivel', 'A matriz de habilitação está vazia.');
  if (!linhas.length) return portao('S1', 'Documentos a providenciar', 'passou', 'Nenhum documento a renovar ou obter.');
  const sanaveis = linhas.filter((r) => r.sanavel);
  const nota = sanaveis.length ? ' ME/EPP pode regularizar a parte fiscal e trabalhista depois de declarada vencedora (LC 123/2006, art. 43).' : '';
  return portao('S1', 'Documentos a providenciar', 'condicionado', `Providenciar: ${names(linhas)}.${nota}`, {
    evidencias: provas(...linhas.map((r) => r.evidencia)), verificacoes: linhas.flatMap((r) => r.verificacoes), oQueMuda: `Com os documentos em ordem, esta condição cai: ${names(linhas)}.`,
  });
};

/** S2: registration in the system where the dispute runs. */
export const s2Plataforma: AvaliaPortaoComum = (c) => {
  const { situacao, nome } = platformStatus(c);
  const fato = fatoDe(c, 'plataforma');
  const extras = { evidencias: provas(fato), dados: fato || !c.licitacao?.plataforma ? [] : [doPncp('/plataforma', c.licitacao.plataforma)] };
  const titulo = 'Cadastro na plataforma da disputa';
  switch (situacao) {
    case 'presencial': return portao('S2', titulo, 'passou', 'A licitação é presencial.', { evidencias: provas(fatoDe(c, 'forma')) });
    case 'desconhecida': return portao('S2', titulo, 'nao_aferivel', 'A plataforma não foi encontrada no edital nem no PNCP.');
    case 'cadastrada': return portao('S2', titulo, 'passou', `A empresa já tem cadastro em ${nome}.`, extras);
    case 'a_cadastrar': return portao('S2', titulo, 'condicionado', `A disputa corre em ${nome} e o perfil não mostra cadastro nesse sistema.`, { ...extras, oQueMuda: `Com o cadastro em ${nome} feito e informado no perfil, esta condição cai.` });
  }
};

/** S3: a visit the edital makes obligatory; a declaration may always replace it (art. 63, § 3º). */
export const s3Vistoria: AvaliaPortaoComum = (c) => {
  const visita = fatoDe(c, 'visita_tecnica');
  const titulo = 'Visita técnica';
  if (!visita) return portao('S3', titulo, 'nao_aferivel', 'O edital lido não trata de visita técnica.');
  if (visita.valor !== 'obrigatoria') return portao('S3', titulo, 'passou', visita.valor === 'facultativa' ? 'A visita é facultativa.' : 'O edital não exige visita.', { evidencias: provas(visita) });
  return portao('S3', titulo, 'condicionado', 'A visita é obrigatória: agende-a ou apresente a declaração do responsável técnico que a substitui (art. 63, §§ 2º e 3º, da Lei 14.133/2021).', { evidencias: provas(visita) });
};

/** S4: a proposal bond, handed in with the proposal (art. 58). */
export const s4Garantia: AvaliaPortao = (c, u) => {
  const fato = fatoDe(c, 'garantia_proposta_pct');
  const titulo = 'Garantia de proposta';
  if (!fato) return c.fatos.garantia_proposta_pct.valor === null && c.fatos.garantia_proposta_pct.ausencia === 'nao_exige'
    ? portao('S4', titulo, 'passou', 'O edital diz que não exige garantia de proposta.')
    : portao('S4', titulo, 'nao_aferivel', 'O edital lido não trata de garantia de proposta.');
  const maximo = valorMaximoDe(c, u);
  const quanto = typeof fato.valor === 'object' ? formatDinheiro(fato.valor.valor)
    : `${formatPercentual(fato.valor)} do valor estimado${maximo ? ` (${formatDinheiro(decimal(maximo.valor).mul(fato.valor).div(100).toString())})` : isSigiloso(c) ? ', que é sigiloso' : ''}`;
  return portao('S4', titulo, 'condicionado', `Emitir garantia de proposta de ${quanto}.`, baseDe(fato));
};

const CRITICOS = ['sessao_abertura', 'propostas_fim', 'me_epp', 'valor_estimado_total', 'modalidade'];

/** S5: what the edital leaves undefined, or says in two ways. */
export const s5Esclarecer: AvaliaPortaoComum = (c) => {
  const titulo = 'Pontos a esclarecer com o órgão';
  const linhas = c.habilitacao.filter((r) => r.status === 'a_esclarecer');
  const divergencias = c.divergencias.filter((d) => CRITICOS.includes(d.campo));
  if (!linhas.length && !divergencias.length) return portao('S5', titulo, 'passou', 'Nada que impeça preparar a proposta.');
  const textos = [...(linhas.length ? [`Exigências sem definição: ${names(linhas)}.`] : []), ...divergencias.map((d) => d.descricao)];
  return portao('S5', titulo, 'condicionado', textos.join(' '), { evidencias: provas(...linhas.map((r) => r.evidencia), ...divergencias.flatMap((d) => d.valores.map((v) => v.evidencia))) });
};

/** S6: what the company has still to tell, where a "no" could be put right in time. */
export const s6Confirmar: AvaliaPortaoComum = (c) => {
  const titulo = 'Dados da empresa a confirmar';
  const linhas = c.habilitacao.filter((r) => r.status === 'falta_dado' && r.grupo !== 'declaracao' && !isDuvida(c, r));
  const faltas = [
    ...(linhas.length ? [names(linhas)] : []),
    ...(isSancoesSabidas(c) ? [] : ['ausência de sanções (CEIS, CNEP, TCU e CNJ)']),
    ...(c.empresa.semImpedimentosArt14 === undefined ? ['declaração de que não incide no art. 14 da Lei 14.133/2021'] : []),
  ];
  if (!faltas.length) return portao('S6', titulo, 'passou', 'O perfil traz o que era preciso saber.');
  return portao('S6', titulo, 'condicionado', `Confirmar: ${faltas.join('; ')}.`, { evidencias: provas(...linhas.map((r) => r.evidencia)), oQueMuda: 'Com esses dados no perfil, esta condição cai.' });
};

/** S7: suspended by the agency: wait for the new date. */
export const s7Suspensa: AvaliaPortaoComum = (c) =>
  c.licitacao?.situacao === 'suspensa'
    ? portao('S7', 'Licitação em andamento', 'condicionado', 'A licitação está suspensa: aguarde a republicação e reavalie.', { dados: [doPncp('/situacao', 'suspensa')] })
    : portao('S7', 'Licitação em andamento', c.licitacao?.situacao ? 'passou' : 'nao_aferivel', c.licitacao?.situacao ? 'O PNCP não mostra suspensão.' : 'Sem registro do PNCP para conferir suspensão.');
