import { Decimal } from 'decimal.js';
import { AGENTES, type Afirmacao, type Analise, type NomeAgente, type Parecer, type ParecerDoAgente, type TipoAfirmacao } from '../analises/index.js';
import { forte, lista, p, prova, provas, selo, type Bloco, type Linha, type SecaoRelatorio, type Tom } from './bloco.js';
import { formatNumero } from './formatar.js';
import { DIMENSAO } from './rotulos.js';

const NOME_AGENTE: Readonly<Record<NomeAgente, string>> = { estrategico: 'Agente estratégico', operacional: 'Agente operacional', juridico: 'Agente jurídico', financeiro: 'Agente financeiro' };
const TIPO: Readonly<Record<TipoAfirmacao, { readonly titulo: string; readonly tom: Tom }>> = {
  exigencia: { titulo: 'exigência', tom: 'neutro' }, risco: { titulo: 'risco', tom: 'ruim' }, oportunidade: { titulo: 'oportunidade', tom: 'bom' }, recomendacao: { titulo: 'recomendação', tom: 'atencao' }, observacao: { titulo: 'observação', tom: 'neutro' },
};
/** Why claims were thrown away, in words. */
const DESCARTE: Readonly<Record<string, string>> = {
  sem_citacao: 'sem citação', citacao_ausente: 'com citação que não está na página', documento_desconhecido: 'com documento que não existe', pagina_inexistente: 'com página que não existe', citacao_curta: 'com citação curta demais',
  numero_sem_prova: 'com número sem prova', contradiz_fato: 'contra um fato lido', contradiz_decisao: 'contra a decisão', sem_apoio: 'que a citação não sustenta', instrucao_no_documento: 'apoiadas em texto dirigido a um modelo', texto_invalido: 'fora da forma', repetida: 'que repetia outra',
};
const MAX_CITACOES = 4;

const claim = ({ texto, tipo, citacoes }: Afirmacao): Linha => [selo(TIPO[tipo].titulo, TIPO[tipo].tom), ` ${texto}`, ...provas(citacoes, MAX_CITACOES)];

/** Models that answered, else the one that was configured. */
export function modelosDe({ uso, versoes }: Parecer): string {
  const deram = [...new Set(uso.porChamada.filter((c) => c.finalidade.startsWith('agente_') || c.finalidade === 'relator').map((c) => c.modelo))];
  return (deram.length ? deram : [versoes.modelo]).join(' e ');
}

/** What models added, apart from what rules decided; nothing where no model is configured. */
export function secaoParecer({ parecer }: Pick<Analise, 'parecer'>): SecaoRelatorio | null {
  if (!parecer) return null;
  const blocos = parecer.estado === 'indisponivel' ? [p(`Os agentes não puderam ser ouvidos nesta análise: ${parecer.motivo ?? 'sem motivo informado'} A decisão e tudo o mais neste relatório são das regras. Um novo pedido tenta de novo.`)] : ouvidos(parecer);
  return { id: 'parecer', titulo: 'Parecer dos agentes', blocos: [...blocos, ...alertas(parecer)] };
}

function ouvidos(x: Parecer): Bloco[] {
  return [
    p(forte(`Escrito por um modelo de linguagem (${modelosDe(x)}) sobre os fatos e trechos conferidos; não altera a decisão.`), ' Cada citação foi conferida na página, e cada número, nas citações e nos fatos.'),
    ...(x.motivo ? [p(`O parecer está incompleto: ${x.motivo}`)] : []),
    ...AGENTES.flatMap((nome) => x.agentes.filter((a) => a.agente === nome).flatMap(agente)),
    ...ajustes(x), { tipo: 'subtitulo', texto: 'Como foi feito' }, p(uso(x)),
  ];
}

function agente(a: ParecerDoAgente): Bloco[] {
  const titulo: Bloco = { tipo: 'subtitulo', texto: NOME_AGENTE[a.agente] };
  if (a.estado === 'falhou') return [titulo, p(`Não respondeu: ${a.motivo ?? 'sem motivo informado.'}`)];
  const fora = a.descartadas.map((d) => `${d.quantas} ${DESCARTE[d.motivo] ?? d.motivo.replaceAll('_', ' ')}`).join('; ');
  return [titulo, a.afirmacoes.length ? lista(a.afirmacoes.map(claim)) : p('Nada a acrescentar ao que as regras dizem.'), ...(fora ? [p(`Descartadas na conferência: ${fora}.`)] : [])];
}

const comSinal = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

function ajustes(x: Parecer): Bloco[] {
  const movidas = x.dimensoes.filter((d) => d.ajuste !== 0);
  if (!movidas.length) return x.score.regras === null ? [] : [{ tipo: 'subtitulo', texto: 'Ajustes da avaliação' }, p(`Nenhum: a nota é a das regras, ${formatNumero(x.score.regras)} de 100.`)];
  const porque = (id: string): Linha =>
    x.agentes.flatMap((a) => a.ajustes.filter((j) => j.dimensao === id).map((j): Linha => [j.motivo, ...(a.afirmacoes[j.afirmacao]?.citacoes.slice(0, 1).flatMap(prova) ?? [])])).flatMap((linha, i) => (i ? [' ', ...linha] : linha));
  return [
    { tipo: 'subtitulo', texto: 'Ajustes da avaliação' },
    { tipo: 'tabela', cabecalho: ['Dimensão', 'Pelas regras', 'Ajuste', 'Com o parecer', 'Motivo'], larguras: [24, 12, 10, 14, 40], linhas: movidas.map((d): Linha[] => [[DIMENSAO[d.id]], [formatNumero(d.regras)], [comSinal(d.ajuste)], [formatNumero(d.comModelo)], porque(d.id)]) },
    ...(x.score.regras === null || x.score.comModelo === null ? [] : [p(`Avaliação: ${formatNumero(x.score.regras)} de 100 pelas regras; ${formatNumero(x.score.comModelo)} com o parecer. A decisão segue a das regras.`)]),
  ];
}

function alertas({ alertas: lidos }: Parecer): Bloco[] {
  if (!lidos.length) return [];
  return [{ tipo: 'subtitulo', texto: 'Alertas sobre os documentos' }, lista(lidos.map((a): Linha => [selo('atenção', 'atencao'), ` ${a.texto}`, ...prova(a.evidencia)]))];
}

const plural = (n: number, um: string, varios: string): string => `${formatNumero(n)} ${n === 1 ? um : varios}`;

/** Calls, tokens and cost, in a sentence. */
function uso({ uso: u, agentes }: Parecer): string {
  const fora = agentes.reduce((n, a) => n + a.descartadas.reduce((m, d) => m + d.quantas, 0), 0);
  const chamadas = `${plural(u.chamadas, 'chamada', 'chamadas')} a modelos${u.deCache ? ` e ${plural(u.deCache, 'resposta já guardada', 'respostas já guardadas')}` : ''}`;
  const custo = u.custoUsd === null ? 'custo não conhecido (modelo sem preço configurado)' : `custo de US$ ${new Decimal(u.custoUsd).toFixed(4).replace('.', ',')}`;
  const descartes = fora ? `${plural(fora, 'afirmação descartada', 'afirmações descartadas')} na conferência` : 'Nenhuma afirmação descartada na conferência';
  return `${chamadas}; ${plural(u.tokensEntrada, 'token enviado', 'tokens enviados')} e ${plural(u.tokensSaida, 'recebido', 'recebidos')}; ${custo}. ${descartes}.`;
}

/** The relator's synthesis, for the first page: labelled as the model's. */
export function sintese({ parecer }: Pick<Analise, 'parecer'>): Bloco[] {
  if (!parecer?.sintese.length) return [];
  return [{ tipo: 'subtitulo', texto: `Síntese dos agentes (modelo de linguagem ${modelosDe(parecer)}; não altera a decisão)` }, lista(parecer.sintese.map(claim))];
}

/** What the footer says of models. */
export function rodapeDoModelo({ parecer, usouModelo }: Pick<Analise, 'parecer' | 'usouModelo'>): string {
  if (!parecer) return 'Nenhum modelo de linguagem foi usado: leitura e decisão por regras.';
  if (!usouModelo) return 'Leitura e decisão por regras; nada do que está neste relatório foi escrito por modelo de linguagem.';
  return `Leitura e decisão por regras. O parecer dos agentes, em seção própria, foi escrito por modelo de linguagem (${modelosDe(parecer)}; instruções ${parecer.versoes.prompts}).`;
}
