import type { Exigencia } from '../../editais/index.js';
import { formatDia } from '../../kernel/index.js';
import { formatFato } from '../../relatorios/index.js';
import { isContratacaoDireta, prazoDe, type Caso } from './caso.js';
import { forte, lacuna, lista, titulo, type Bloco, type Linha } from './documento.js';
import { diaDe, instanteComSemana, limpar, minuscula, nomeDoDocumento } from './palavras.js';

const MAX_EXIGENCIAS = 25;

/** From the proposal to after the session: what to put in, what to do on the platform, what comes next. */
export function passosDaSessao(c: Caso): Bloco[] {
  const partes: readonly (readonly [string, readonly Linha[]])[] = [
    ['O que a proposta deve conter', pedidos(c, (x) => x.grupo === 'proposta')],
    ['Exigências fora do rol legal: leia antes', pedidos(c, (x) => x.atipica)],
    [c.analise.fatos.forma.valor === 'presencial' ? 'Na sessão presencial' : 'Na plataforma e na sessão', sessao(c)],
    ['Depois da sessão', depois(c)],
    ['Para assinar o contrato', pedidos(c, (x) => x.quando === 'assinatura')],
  ];
  return partes.flatMap(([nome, itens]) => (itens.length ? [titulo(2, nome), lista(itens)] : []));
}

function pedidos(c: Caso, serve: (x: Exigencia) => boolean): readonly Linha[] {
  return (c.analise.listas?.exigencias ?? []).filter(serve).slice(0, MAX_EXIGENCIAS).map((x): Linha => [
    '☐ ', forte(limpar(x.titulo, 200)), ` (${x.clausula ? `item ${limpar(x.clausula, 30)}, ` : ''}p. ${x.evidencia.pagina} de ${nomeDoDocumento(x.evidencia.documento)}): “${limpar(x.evidencia.trecho, 400)}”`,
  ]);
}

const DISPUTA = [['modo_disputa', 'modo'], ['criterio_julgamento', 'critério de'], ['adjudicacao', 'adjudicação']] as const;

function sessao(c: Caso): readonly Linha[] {
  const { fatos } = c.analise;
  const propostas = prazoDe(c, 'propostas')?.vinculante ?? null;
  const abertura = prazoDe(c, 'sessao')?.vinculante ?? null;
  const disputa = DISPUTA.flatMap(([campo, nome]) => (fatos[campo].valor === null ? [] : [`${nome} ${minuscula(limpar(formatFato(fatos[campo]), 120))}`]));
  const presencial = fatos.forma.valor === 'presencial';
  return [
    presencial ? ['☐ Levar a credencial de quem representa a empresa e os envelopes que o edital pede.'] : ['☐ Conferir o acesso e o representante cadastrado em ', fatos.plataforma.valor === null ? lacuna('plataforma da disputa') : limpar(fatos.plataforma.valor, 200), '.'],
    ['☐ ', presencial ? 'Entregar' : 'Enviar', ' a proposta até ', propostas === null ? lacuna('data-limite das propostas') : instanteComSemana(propostas), '.'],
    ...(fatos.validade_proposta_dias.valor === null ? [] : [[`☐ Declarar a validade da proposta: ${fatos.validade_proposta_dias.valor} dias (p. ${fatos.validade_proposta_dias.pagina ?? '–'}).`]]),
    ...(fatos.garantia_proposta_pct.valor === null ? [] : [['☐ Juntar o comprovante da garantia de proposta.']]),
    ['☐ Estar na abertura da sessão: ', abertura === null ? lacuna('data e hora da abertura') : instanteComSemana(abertura), '.'],
    ...(disputa.length ? [[`☐ Rever as regras da disputa antes dos lances: ${disputa.join('; ')}.`]] : []),
    ...(isBeneficiaria(c) ? [['☐ Marcar no sistema a condição de ME/EPP e acompanhar o desempate da LC 123/2006 (arts. 44 e 45).']] : []),
    ...(fatos.amostra_ou_poc.valor ? [['☐ Ter pronta a amostra ou a prova de conceito.']] : []),
    ['☐ Atender no prazo às convocações do agente ou pregoeiro: negociação, proposta readequada e documentos de habilitação.'],
    ...(c.analise.regime === '14133' && !isContratacaoDireta(c) ? [['☐ Manifestar na hora a intenção de recorrer, sob pena de preclusão (art. 165, § 1º, I, da Lei 14.133/2021).']] : []),
  ];
}

const isBeneficiaria = ({ analise: { empresa } }: Caso): boolean => empresa.porte === 'me' || empresa.porte === 'epp' || empresa.porte === 'mei';

/** Only the safe date is shown here. */
const DUAS_DATAS = /Guie-se pela data mais cedo.*?com ele\./;

/** Deadlines that run from acts still to come: dates are hypotheses. */
function depois(c: Caso): readonly Linha[] {
  return c.analise.prazos.filter((x) => ['recurso', 'contrarrazoes', 'regularizacao_me_epp', 'garantia_execucao'].includes(x.id)).map((x): Linha => [
    '☐ ', forte(x.titulo), x.conservador ? `: por hipótese, até ${formatDia(diaDe(x.conservador))}` : '', `. ${limpar([x.observacao?.replace(DUAS_DATAS, ''), x.dispositivo ? `Norma: ${x.dispositivo}.` : null].filter(Boolean).join(' '))}`,
  ]);
}
