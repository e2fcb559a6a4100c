import type { Analise, Decisao, Portao, Prazo } from '../analises/index.js';
import { forte, lista, p, prova, provas, selo, type Bloco, type Linha, type SecaoRelatorio } from './bloco.js';
import { diasUteis, formatDia, formatInstante, formatNumero } from './formatar.js';
import { DESFECHO, DIMENSAO, ESTADO, PORTAO } from './rotulos.js';

/** The first page: outcome, next fatal deadline, three reasons, conditions, questions, what would change it. */
export function secaoDecisao(a: Analise): SecaoRelatorio {
  const d = a.decisao;
  const rotulo = DESFECHO[d.desfecho];
  const condicoes = d.portoes.filter((x) => x.resultado === 'condicionado');
  const reprovados = d.portoes.filter((x) => x.resultado === 'reprovado');
  const blocos: Bloco[] = [
    { tipo: 'decisao', selo: d.desfecho, tom: rotulo.tom, titulo: rotulo.titulo, frase: [rotulo.frase], quadros: quadros(a) },
    { tipo: 'subtitulo', texto: 'Por quê' },
    lista(d.motivos.map((m): Linha => [m.texto, ...prova(m.evidencia)]), true),
  ];
  if (reprovados.length) blocos.push({ tipo: 'subtitulo', texto: 'O que impede' }, lista(reprovados.map(portaoEmFrase)));
  if (condicoes.length) blocos.push({ tipo: 'subtitulo', texto: 'Condições para participar' }, lista(condicoes.map(portaoEmFrase)));
  if (d.perguntas.length) {
    const quem = { empresa: 'a empresa', orgao: 'o órgão', leitura: 'quem ler o documento' };
    blocos.push({ tipo: 'subtitulo', texto: 'Perguntas cuja resposta pode mudar a decisão' },
      lista(d.perguntas.map((q): Linha => [q.texto, ` Quem responde: ${quem[q.quemResponde]}.`, ` Pode mudar para: ${q.podeMudarPara.map((x) => DESFECHO[x].titulo.toLowerCase()).join(' ou ')}.`])));
  }
  if (d.oQueMudaADecisao.length) blocos.push({ tipo: 'subtitulo', texto: 'O que muda esta decisão' }, lista(d.oQueMudaADecisao.map((t): Linha => [t])));
  if (d.avisos.length) blocos.push({ tipo: 'subtitulo', texto: 'Avisos' }, lista(d.avisos.map((t): Linha => [t])));
  return { id: 'decisao', titulo: 'Decisão', blocos };
}

const portaoEmFrase = (x: Portao): Linha => [forte(x.titulo), ': ', x.motivo, ...provas(x.evidencias)];

function quadros(a: Analise) {
  const d = a.decisao;
  const prazo = a.prazos.find((x) => x.id === a.proximoPrazo);
  return [
    prazo?.vinculante
      ? { rotulo: 'Próximo prazo fatal', valor: formatInstante(prazo.vinculante), nota: prazo.titulo + (prazo.diasUteisRestantes === null ? '' : ` · restam ${diasUteis(prazo.diasUteisRestantes)}`) }
      : { rotulo: 'Próximo prazo fatal', valor: 'nenhum em aberto' },
    { rotulo: 'Situação da licitação', valor: ESTADO[a.estado] },
    { rotulo: 'Vale a pena', valor: d.score === null ? 'não pontuado' : `${formatNumero(d.score)} de 100`, nota: d.robustez ? (d.robustez === 'ROBUSTA' ? 'robusta: pesos 10% maiores ou menores não mudam a decisão' : 'frágil: pesos 10% maiores ou menores mudam a decisão') : '' },
    { rotulo: 'Confiança', valor: `${Math.round(d.confianca * 100)}%`, nota: 'parte da avaliação apoiada em dados' },
    { rotulo: 'Válida até', valor: a.valido_ate ? formatInstante(a.valido_ate) : 'sem data', nota: a.validoAteMotivo ?? '' },
  ];
}

/** Deadlines in order of what binds. */
export function secaoPrazos(a: Analise): SecaoRelatorio {
  const linhas = [...a.prazos].sort((x, y) => (x.vinculante ?? '9').localeCompare(y.vinculante ?? '9')).map((x): Linha[] => [
    [forte(x.titulo), ...provas(x.evidencias, 2)],
    [x.vinculante ? forte(formatInstante(x.vinculante)) : 'não determinado'],
    [situacao(x)],
    [x.otimista ? formatInstante(x.otimista) : '–'], [x.conservador ? formatInstante(x.conservador) : '–'], [x.impresso ? formatInstante(x.impresso) : '–'],
    [[x.conflito, x.observacao, x.dispositivo].filter(Boolean).join(' · ')],
  ]);
  return {
    id: 'prazos', titulo: 'Linha do tempo', blocos: [
      { tipo: 'tabela', cabecalho: ['Prazo', 'Cumprir até', 'Situação', 'Legal (facultativos contam)', 'Legal (não contam)', 'No edital', 'Observação'], larguras: [17, 13, 11, 12, 12, 12, 23], linhas },
      p('Vale a data mais cedo das três leituras. Dias úteis no calendário nacional; feriados locais só quando informados.'),
    ],
  };
}
const situacao = (x: Prazo) => (x.encerrado ? selo('encerrado', 'ruim') : x.diasUteisRestantes === null ? selo('sem data', 'neutro') : selo(`restam ${diasUteis(x.diasUteisRestantes)}`, x.diasUteisRestantes <= 3 ? 'atencao' : 'bom'));

/** The two questions, apart: can we bid (gates) and is it worth it (dimensions). */
export function secaoAvaliacao(a: Analise): SecaoRelatorio {
  const d = a.decisao;
  const blocos: Bloco[] = [
    { tipo: 'subtitulo', texto: 'Pode participar?' },
    { tipo: 'tabela', cabecalho: ['Portão', 'Resultado', 'Motivo'], larguras: [30, 14, 56], linhas: d.portoes.map((x): Linha[] => [[`${x.id} · ${x.titulo}`], [selo(PORTAO[x.resultado].titulo, PORTAO[x.resultado].tom)], [x.motivo, ...provas(x.evidencias)]]) },
    { tipo: 'subtitulo', texto: 'Vale a pena?' },
    { tipo: 'tabela', cabecalho: ['Dimensão', 'Peso', 'Nota', 'Cobertura', 'Motivos'], larguras: [22, 8, 10, 10, 50], linhas: d.dimensoes.map((x): Linha[] => [[DIMENSAO[x.id]], [`${x.peso}%`], [x.nota === null ? 'sem dados' : formatNumero(x.nota)], [`${Math.round(x.cobertura * 100)}%`], [x.motivos.join(' ')]]) },
  ];
  if (d.tetos.length) blocos.push(lista(d.tetos.map((t): Linha => [t])));
  return { id: 'avaliacao', titulo: 'Pode e vale a pena', blocos };
}

/** Outcome of each item or lot, when the tender is adjudicated by them. */
export function unidadesEmLinhas(decisoes: readonly Decisao[]): Map<string, Linha> {
  return new Map(decisoes.map((d): [string, Linha] => [d.unidade.id, [selo(DESFECHO[d.desfecho].titulo.toLowerCase(), DESFECHO[d.desfecho].tom), d.motivos[0] ? ` ${d.motivos[0].texto}` : '']]));
}

export function secaoPlano(a: Analise): SecaoRelatorio {
  const { tarefas, diasUteisNecessarios, diasUteisDisponiveis, caminhoCritico } = a.plano;
  const criticas = new Set(caminhoCritico);
  return {
    id: 'plano', titulo: 'Plano de ação', blocos: [
      p(`Necessários: ${diasUteis(diasUteisNecessarios)} (a maior cadeia de tarefas, não a soma). Disponíveis: ${diasUteisDisponiveis === null ? 'não determinado' : diasUteis(diasUteisDisponiveis)}.`),
      { tipo: 'tabela', cabecalho: ['Tarefa', 'Quem', 'Duração', 'Começar até', 'Concluir até', 'Por quê'], larguras: [28, 12, 10, 12, 12, 26], linhas: tarefas.map((t): Linha[] => [
        [forte(t.titulo), ...(criticas.has(t.id) ? [' ', selo('caminho crítico', 'atencao')] : [])], [t.dono], [diasUteis(t.duracaoDiasUteis)],
        [t.comecarAte ? formatDia(t.comecarAte) : '–'], [t.concluirAte ? formatDia(t.concluirAte) : '–'], [t.motivo],
      ]) },
    ],
  };
}
