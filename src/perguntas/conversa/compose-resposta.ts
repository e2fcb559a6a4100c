import type { TrechoAchado } from '../../editais/index.js';
import type { RespostaPergunta } from '../index.js';
import type { AfirmacaoDaResposta, Citacao, RespostaDaPergunta, UsoDaPergunta } from './resposta.js';
import { toTrecho } from './to-trecho.js';

/** What asking a model came to. */
export interface DitoPeloModelo {
  /** Null: it could not be read from what it said. */
  readonly encontrado: boolean | null;
  /** Those that stood. */
  readonly afirmacoes: readonly AfirmacaoDaResposta[];
  readonly descartadas: RespostaDaPergunta['descartadas'];
  readonly modelo: string | null;
  readonly uso: UsoDaPergunta | null;
  /** Portuguese: why it did not answer, or not to the end; null: it did. */
  readonly motivo: string | null;
}

/**
 * From here on the words weigh more than a model that sees no answer: where eight in ten are there, what is quoted is still the
 * likelier with a model that misses one answer in four.
 */
const ACIMA_DO_MODELO = 0.8;
const MAX_CITACOES = 12;

const NADA_PROVADO = 'Nada do que o modelo afirmou pôde ser provado nos documentos: a resposta é o que eles dizem, citado.';
const NADA_VISTO = 'O modelo não viu uma resposta nos trechos; as palavras da pergunta estão neles. Confira o que eles dizem.';

/** The answer from what the words found (always there) and what a model said (null: none was asked). Pure. */
export function composeResposta(semModelo: RespostaPergunta, dito: DitoPeloModelo | null, achados: readonly TrechoAchado[], motivo: string | null): RespostaDaPergunta {
  const semPalavras = { ...semModelo, afirmacoes: [], modelo: null, descartadas: dito?.descartadas ?? [], uso: dito?.uso ?? null };
  if (!dito) return { ...semPalavras, motivoSemModelo: motivo };
  if (dito.afirmacoes.length) {
    const certa = findCerta(semModelo, dito.afirmacoes);
    return {
      encontrado: true, confianca: semModelo.confianca, resposta: [tellAfirmacoes(dito.afirmacoes), certa ? `Veja também a página ${certa.pagina} de ${certa.documento}: “${certa.trecho}”` : ''].filter(Boolean).join('\n\n'),
      afirmacoes: dito.afirmacoes, citacoes: [...joinCitacoes(dito.afirmacoes), ...(certa ? [certa] : [])], trechos: achados.map(toTrecho),
      modelo: dito.modelo, motivoSemModelo: dito.motivo, descartadas: dito.descartadas, uso: dito.uso,
    };
  }
  if (dito.motivo !== null) return { ...semPalavras, motivoSemModelo: dito.motivo };
  if (dito.encontrado !== false) return { ...semPalavras, motivoSemModelo: NADA_PROVADO };
  if (!semModelo.encontrado || semModelo.confianca >= ACIMA_DO_MODELO) return { ...semPalavras, motivoSemModelo: semModelo.encontrado ? NADA_VISTO : null };
  return { ...semPalavras, encontrado: false, citacoes: [], resposta: tellPerto(semModelo), motivoSemModelo: NADA_VISTO };
}

/** The quote the words are certain of, when no claim stands on its page: both are shown. */
function findCerta({ confianca, citacoes: [primeira] }: RespostaPergunta, afirmacoes: readonly AfirmacaoDaResposta[]): Citacao | null {
  if (!primeira || confianca < ACIMA_DO_MODELO) return null;
  return afirmacoes.some((a) => a.citacoes.some((c) => c.documento === primeira.documento && c.pagina === primeira.pagina)) ? null : primeira;
}

/** The kept claims, each with where it stands. */
function tellAfirmacoes(afirmacoes: readonly AfirmacaoDaResposta[]): string {
  return afirmacoes.map(({ texto, citacoes }) => `${texto} (${[...new Set(citacoes.map((c) => `${c.documento}, p. ${c.pagina}`))].join('; ')})`).join('\n\n');
}

function tellPerto({ citacoes: [primeira] }: RespostaPergunta): string {
  const perto = primeira ? ` O mais próximo do assunto está na página ${primeira.pagina} de ${primeira.documento}: “${primeira.trecho}”` : '';
  return `Não encontrado no edital.${perto}`;
}

/** Each quote once, in the order of the claims. */
function joinCitacoes(afirmacoes: readonly AfirmacaoDaResposta[]): Citacao[] {
  const vistas = new Map(afirmacoes.flatMap((a) => a.citacoes).map((c) => [`${c.pagina} ${c.documento} ${c.trecho}`, c]));
  return [...vistas.values()].slice(0, MAX_CITACOES);
}
