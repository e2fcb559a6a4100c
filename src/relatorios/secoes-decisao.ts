import type { Analise, Decisao, Pergunta, Portao, Prazo } from '../analises/index.js';
import { forte, lista, p, prova, provas, selo, type Bloco, type Linha, type SecaoRelatorio } from './bloco.js';
import { diasUteis, formatDia, formatInstante, formatNumero } from './formatar.js';
import { sintese } from './secao-parecer.js';
import { ASSUNTO_PORTAO, DESFECHO, DIMENSAO, ESTADO, PORTAO } from './rotulos.js';

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
  if (reprovados.length) blocos.push({ tipo: 'subtitulo', texto: 'O que impede' }, lista(reprovados.map((x) => portaoEmFrase(x, d))));
  if (condicoes.length && d.desfecho !== 'NO_GO') blocos.push({ tipo: 'subtitulo', texto: 'Condições para participar' }, lista(condicoes.map((x) => portaoEmFrase(x, d))));
  if (d.perguntas.length) {
    const quem = { empresa: 'a empresa', orgao: 'o órgão', leitura: 'quem ler o documento' };
    blocos.push({ tipo: 'subtitulo', texto: d.perguntas.some((q) => q.podeMudarPara.length) ? 'Perguntas cuja resposta pode mudar a decisão' : 'Perguntas' },
      lista(d.perguntas.map((q): Linha => [q.texto, ` Quem responde: ${quem[q.quemResponde]}.`, podeMudar(q)])));
  }
  const contrarias = a.verificacoes.filter((v) => v.resultado === 'violado');
  if (contrarias.length) blocos.push({ tipo: 'subtitulo', texto: 'O que o edital exige contra a lei' }, lista(contrarias.map((v): Linha => [v.motivo, ...provas(v.evidencias), ` ${v.dispositivo}.`])), p(impugnar(a)));
  const ditos = new Set([...reprovados, ...condicoes].map((x) => x.oQueMuda));
  const mudam = d.oQueMudaADecisao.filter((t) => !ditos.has(t) && !d.perguntas.some((q) => t.includes(q.texto)));
  if (mudam.length) blocos.push({ tipo: 'subtitulo', texto: 'O que muda esta decisão' }, lista(mudam.map((t): Linha => [t])));
  if (d.avisos.length) blocos.push({ tipo: 'subtitulo', texto: 'Avisos' }, lista(d.avisos.map((t): Linha => [t])));
  return { id: 'decisao', titulo: 'Decisão', blocos: [...blocos, ...sintese(a)] };
}

const podeMudar = ({ podeMudarPara: pode }: Pergunta): string =>
  pode.length ? ` Pode mudar para: ${pode.map((x) => `“${DESFECHO[x].titulo.toLowerCase()}”`).join(' ou ')}.` : ' A resposta muda o que esta análise diz, não o desfecho.';

/** A gate in a line; what the reasons above already say is not said again, with what would settle it. */
function portaoEmFrase(x: Portao, d: Decisao): Linha {
  const n = d.motivos.findIndex((m) => m.texto === x.motivo) + 1;
  return [forte(ASSUNTO_PORTAO[x.id] ?? x.titulo), ': ', ...(n ? [`motivo ${n}, acima.`] : [x.motivo, ...provas(x.evidencias)]), x.oQueMuda ? ` ${x.oQueMuda}` : ''];
}

/** Nothing about their dates is urgent. */
const PARADAS: ReadonlySet<Analise['estado']> = new Set(['SUSPENSA', 'REVOGADA', 'ANULADA']);

/** Until when the notice may be challenged. */
function impugnar(a: Analise): string {
  const prazo = a.prazos.find((x) => x.id === 'impugnacao');
  if (PARADAS.has(a.estado)) return `${ESTADO[a.estado]}: não há prazo em curso para impugnar.`;
  if (prazo?.encerrado) return 'O prazo para impugnar terminou.';
  return prazo?.vinculante ? `Cabe impugnar até ${formatInstante(prazo.vinculante)}.` : 'A data-limite para impugnar não foi determinada.';
}

/** Below this share of data the mark is only a first idea. */
const CONFIANCA_FIRME = 0.7;
const ROBUSTEZ = { ROBUSTA: 'robusta: pesos 10% maiores ou menores não mudam a decisão', FRAGIL: 'frágil: pesos 10% maiores ou menores mudam a decisão' } as const;

const notaDoScore = (d: Decisao): string => (d.score !== null && d.desfecho === 'NO_GO' ? 'se pudesse participar' : d.score !== null && d.confianca < CONFIANCA_FIRME ? 'provisório: há poucos dados' : d.robustez ? ROBUSTEZ[d.robustez] : '');
/** The score with the agents' moves, where they moved it. */
const comParecer = ({ parecer, decisao }: Analise): string => (parecer?.score.comModelo == null || parecer.score.comModelo === decisao.score ? '' : `pelas regras; ${formatNumero(parecer.score.comModelo)} com o parecer dos agentes`);

function quadros(a: Analise) {
  const d = a.decisao;
  const prazo = a.prazos.find((x) => x.id === a.proximoPrazo);
  return [
    prazo?.vinculante
      ? { rotulo: 'Próximo prazo fatal', valor: formatInstante(prazo.vinculante), nota: prazo.titulo + (prazo.diasUteisRestantes === null ? '' : ` · restam ${diasUteis(prazo.diasUteisRestantes)}`) }
      : { rotulo: 'Próximo prazo fatal', valor: 'nenhum em aberto', ...(PARADAS.has(a.estado) ? { nota: a.estado === 'SUSPENSA' ? 'as datas não valem até a republicação' : 'as datas não valem mais' } : {}) },
    { rotulo: 'Situação da licitação', valor: ESTADO[a.estado] },
    { rotulo: 'Vale a pena', valor: d.score === null ? 'não pontuado' : `${formatNumero(d.score)} de 100`, nota: [notaDoScore(d), comParecer(a)].filter(Boolean).join(' · ') },
    { rotulo: 'Confiança', valor: `${Math.round(d.confianca * 100)}%`, nota: 'parte da avaliação apoiada em dados' },
    { rotulo: 'Válida até', valor: a.valido_ate ? formatInstante(a.valido_ate) : 'sem data', nota: a.validoAteMotivo ?? '' },
  ];
}

/** Deadlines in order of what binds. */
export function secaoPrazos(a: Analise): SecaoRelatorio {
  const linhas = [...a.prazos].sort((x, y) => (x.vinculante ?? '9').localeCompare(y.vinculante ?? '9')).map((x): Linha[] => [
    [forte(x.titulo), ...provas(x.evidencias, 2)],
    [x.vinculante ? forte(formatInstante(x.vinculante)) : x.conservador ? `estimado: ${formatDia(x.conservador)}` : 'não determinado'],
    [PARADAS.has(a.estado) ? selo('não corre', 'neutro') : situacao(x)],
    [legal(x)], [x.impresso ? formatInstante(x.impresso) : '–'],
    [[x.conflito, x.observacao, x.dispositivo].filter(Boolean).join(' · ')],
  ]);
  return {
    id: 'prazos', titulo: 'Linha do tempo', blocos: [
      { tipo: 'tabela', cabecalho: ['Prazo', 'Cumprir até', 'Situação', 'Pela lei', 'No edital', 'Observação'], larguras: [20, 13, 13, 15, 12, 27], linhas },
      p('Vale a data mais cedo entre a lei, nas duas leituras dos pontos facultativos, e o edital. Dias úteis no calendário nacional; feriados locais só quando informados.'),
    ],
  };
}
/** The legal limit: one date, or the safe one and the other. */
function legal(x: Prazo): string {
  if (!x.conservador || !x.otimista || x.conservador === x.otimista) return x.conservador ?? x.otimista ? formatInstante((x.conservador ?? x.otimista)!) : '–';
  return `${formatInstante(x.conservador)} (segura) ou ${formatInstante(x.otimista)}`;
}
const DEPOIS: ReadonlySet<Prazo['id']> = new Set(['recurso', 'contrarrazoes', 'regularizacao_me_epp', 'garantia_execucao']);
const situacao = (x: Prazo) => (x.encerrado ? selo('encerrado', 'ruim') : x.diasUteisRestantes === null ? selo(DEPOIS.has(x.id) ? 'depois da sessão' : 'sem data', 'neutro') : selo(`restam ${diasUteis(x.diasUteisRestantes)}`, x.diasUteisRestantes <= 3 ? 'atencao' : 'bom'));

/** The two questions, apart: can we bid (gates) and is it worth it (dimensions). */
export function secaoAvaliacao(a: Analise): SecaoRelatorio {
  const d = a.decisao;
  const blocos: Bloco[] = [
    { tipo: 'subtitulo', texto: 'Pode participar?' },
    { tipo: 'tabela', cabecalho: ['Portão', 'Resultado', 'Motivo'], larguras: [30, 14, 56], linhas: d.portoes.map((x): Linha[] => [[`${x.id} · ${x.titulo}`], [selo(PORTAO[x.resultado].titulo, PORTAO[x.resultado].tom)], [x.motivo, ...provas(x.evidencias)]]) },
    { tipo: 'subtitulo', texto: 'Vale a pena?' },
    { tipo: 'tabela', cabecalho: ['Dimensão', 'Peso', 'Nota', 'Cobertura', 'Motivos'], larguras: [21, 8, 10, 12, 49], linhas: d.dimensoes.map((x): Linha[] => [[DIMENSAO[x.id]], [`${x.peso}%`], [x.nota === null ? 'sem dados' : formatNumero(x.nota)], [`${Math.round(x.cobertura * 100)}%`], [x.motivos.join(' ')]]) },
  ];
  if (d.tetos.length) blocos.push(lista(d.tetos.map((t): Linha => [t])));
  return { id: 'avaliacao', titulo: 'Pode e vale a pena', blocos };
}

const semNumeros = (texto: string): string => texto.replace(/\d[\d.,]*/g, '0');

/** Outcome of each item or lot, when the tender is adjudicated by them; the reason only where it is not the tender's own. */
export function unidadesEmLinhas(decisoes: readonly Decisao[], todo: Decisao): Map<string, Linha> {
  const ditos = new Set(todo.motivos.map((m) => semNumeros(m.texto)));
  const proprio = (d: Decisao): string => d.motivos.slice(0, 1).filter((m) => d.desfecho !== todo.desfecho || !ditos.has(semNumeros(m.texto))).map((m) => ` ${m.texto}`).join('');
  return new Map(decisoes.map((d): [string, Linha] => [d.unidade.id, [selo(DESFECHO[d.desfecho].titulo.toLowerCase(), DESFECHO[d.desfecho].tom), proprio(d)]]));
}

export function secaoPlano(a: Analise): SecaoRelatorio {
  const { tarefas, diasUteisNecessarios, diasUteisDisponiveis, caminhoCritico } = a.plano;
  const criticas = new Set(caminhoCritico);
  if (a.decisao.desfecho === 'NO_GO') return { id: 'plano', titulo: 'Plano de ação', blocos: [p('Sem plano de participação: há impedimento confirmado.')] };
  return {
    id: 'plano', titulo: 'Plano de ação', blocos: [
      p(`Necessários: ${diasUteis(diasUteisNecessarios)} (a maior cadeia de tarefas, não a soma). Disponíveis: ${diasUteisDisponiveis === null ? 'não determinado' : diasUteis(diasUteisDisponiveis)}.`),
      { tipo: 'tabela', cabecalho: ['Tarefa', 'Quem', 'Duração', 'Começar até', 'Concluir até', 'Por quê'], larguras: [28, 12, 10, 12, 12, 26], linhas: tarefas.map((t): Linha[] => [
        [forte(t.titulo), ...(criticas.has(t.id) ? [' ', selo('caminho crítico', 'atencao')] : [])], [t.dono], [t.duracaoDiasUteis === 0 ? 'no dia' : diasUteis(t.duracaoDiasUteis)],
        [t.comecarAte ? formatDia(t.comecarAte) : '–'], [t.concluirAte ? formatDia(t.concluirAte) : '–'], [t.motivo],
      ]) },
    ],
  };
}
