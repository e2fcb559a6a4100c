import { toMillis, type Evidencia } from '../../kernel/index.js';
import { evidenciaDoFato } from '../../editais/index.js';
import { isForaDoPrazo, prazoDoPedido, type Caso } from './caso.js';
import { citar, lacuna, numerado, type Bloco } from './documento.js';
import { leiDoPedido } from './lei-do-pedido.js';
import { diaComSemana, diaDe, instanteComSemana, maiuscula, nomeDoDocumento } from './palavras.js';
import { semRepetir } from './ponto.js';

const ATO = { esclarecimento: 'o pedido', impugnacao: 'a impugnação', checklist: '' } as const;
const NOME = { esclarecimento: 'este pedido', impugnacao: 'esta impugnação', checklist: '' } as const;

/** Why it is sent when its deadline is over. */
const AINDA_ASSIM = {
  esclarecimento: 'Ainda assim, pede-se a resposta, que interessa a todos os licitantes e evita propostas em desacordo com o que o órgão pretende.',
  impugnacao: 'Ainda assim, pede-se que a matéria seja examinada de ofício, pelo dever da Administração de rever os próprios atos quando contrários à lei.',
  checklist: '',
} as const;

/** The deadline with its computation, and whether the draft's day meets it. */
export function tempestividade(c: Caso): Bloco[] {
  const prazo = prazoDoPedido(c);
  const lei = leiDoPedido(c);
  const sessao = c.analise.fatos.sessao_abertura;
  const evidencias: readonly Evidencia[] = [...(prazo?.evidencias ?? [])];
  const abertura = sessao.valor === null ? [] : [numerado(`A abertura do certame está marcada para ${instanteComSemana(sessao.valor)}${pagina(evidenciaDoFato(sessao))}.`)];
  const hoje = diaComSemana(diaDe(c.agora));
  if (!prazo?.vinculante) return [...abertura, numerado('O prazo para o ato é ', lacuna('data-limite que o edital fixa'), `; ${NOME[c.tipo]} é apresentad${c.tipo === 'impugnacao' ? 'a' : 'o'} em ${hoje}.`), ...citar(semRepetir(evidencias))];
  return [
    ...abertura,
    ...legal(c),
    ...(prazo.impresso && !isSo(prazo.impresso, [prazo.conservador, prazo.otimista]) ? [numerado(`O edital fixa por limite ${instanteComSemana(prazo.impresso)}.`)] : []),
    ...citar(semRepetir(evidencias)),
    numerado(conclusao(c, prazo.vinculante, hoje, lei.antecedencia !== null)),
  ];
}

const pagina = (e: Evidencia | null): string => (e ? ` (${nomeDoDocumento(e.documento)}, p. ${e.pagina})` : '');
const isSo = (a: string, outras: readonly (string | null)[]): boolean => outras.some((x) => x !== null && toMillis(x) === toMillis(a));

/** The law's own limit: one day, or two when public offices may be closed on a day between. */
function legal(c: Caso): Bloco[] {
  const prazo = prazoDoPedido(c)!;
  const { antecedencia } = leiDoPedido(c);
  const seguro = prazo.conservador ?? prazo.otimista;
  if (antecedencia === null || seguro === null) return [];
  const conta = `A lei admite ${ATO[c.tipo]} ${antecedencia} (${prazo.dispositivo ?? ''}). Contados para trás os dias úteis, sem o dia da abertura, o limite é ${instanteComSemana(seguro)}`;
  const outro = prazo.otimista !== null && prazo.conservador !== null && prazo.otimista !== prazo.conservador ? ` se o órgão não trabalhar nos pontos facultativos do intervalo, e ${instanteComSemana(prazo.otimista)} se trabalhar` : '';
  return [numerado(`${conta}${outro}.`)];
}

function conclusao(c: Caso, limite: string, hoje: string, daLei: boolean): string {
  const nome = maiuscula(NOME[c.tipo]);
  const a = c.tipo === 'impugnacao' ? 'a' : 'o';
  if (isForaDoPrazo(c)) return `O prazo encerrou-se em ${instanteComSemana(limite)}, e ${NOME[c.tipo]} é apresentad${a} em ${hoje}. ${AINDA_ASSIM[c.tipo]}`;
  return `${nome} é apresentad${a} em ${hoje}, dentro do prazo, que termina em ${instanteComSemana(limite)}${daLei ? ', pela contagem mais restrita' : ''}: é tempestiv${a}.`;
}
