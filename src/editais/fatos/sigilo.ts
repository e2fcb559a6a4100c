import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, isCondicional, type Achado } from '../extracao/achados.js';
import { once } from '../extracao/once.js';
import { fraseEm } from '../extracao/frase.js';
import { readSimNao } from '../extracao/marcacoes.js';

/** A place where the edital says whether its estimated budget is confidential. */
export interface DitoDeSigilo {
  readonly sigiloso: boolean;
  readonly inicio: number;
  readonly fim: number;
  readonly peso: number;
}

const ORCAMENTO = String.raw`(?:orcamentos?|valor(?:es)?|precos?|custos?|estimativas?)`;
const QUAL = String.raw`(?:estimad\w+|estimativ\w+|maxim\w+|de\s+referencia|referenciais|orcad\w+|previamente|total|global|da\s+(?:contratacao|licitacao|despesa)|do\s+objeto|para\s+a\s+contratacao|base)`;
const NAO_DIVULGADO = String.raw`nao\s+ser(?:a|ao)\s+(?:divulgad\w+|publicad\w+|informad\w+|revelad\w+|tornad[oa]s?\s+public\w+)`;
const SIGILO = String.raw`(?:sigilos[oa]s?|sigilo|confidencia(?:l|is)|reservad[oa]s?\s+ate|${NAO_DIVULGADO})`;
/** "O orçamento estimado … terá caráter sigiloso", "VALOR TOTAL DA CONTRATAÇÃO: Sigiloso". */
const AFIRMACAO = new RegExp(String.raw`\b${ORCAMENTO}(?:\s+|\s*:\s*(?=sigilos))(?:${QUAL}\s+){0,4}(?:[^.;?]{0,120}?)\b${SIGILO}\b(?<pergunta>\s*(?:\?|[:-]?\s*[(\[☐☒□]))?`);
/** "O valor estimado será tornado público apenas e imediatamente após o encerramento do envio de lances" (IN Seges 73/2022, art. 12 §1º). */
const SO_DEPOIS = new RegExp(String.raw`\b${ORCAMENTO}\b[^.;]{0,110}\b(?:(?:tornad[oa]s?\s+public[oa]s?|divulgad[oa]s?|conhecid[oa]s?)\s+(?:apenas|somente|so|exclusivamente)|(?:apenas|somente|so)\s+(?:sera|serao)\s+(?:tornad[oa]s?\s+public[oa]s?|divulgad[oa]s?|conhecid[oa]s?))\b[^.;]{0,40}\bapos\b`);
/** "ORÇAMENTO SIGILOSO: [X] SIM [ ] NÃO", "Valor de caráter sigiloso? Não": the label of a field. */
const CAMPO = new RegExp(String.raw`\b(?:${ORCAMENTO}|carater)\s+(?:${QUAL}\s+){0,2}(?:e\s+|de\s+carater\s+|tera\s+carater\s+)?sigilos[oa]s?\b`);

/** "O orçamento é público", "orçamento estimado não sigiloso". */
const PUBLICO = new RegExp(String.raw`\b(?:orcamento|valor\s+estimado|preco\s+(?:maximo|de\s+referencia))\s+(?:${QUAL}\s+){0,3}(?:e|sera)\s+public[oa]\b(?!\s+(?:apenas|somente|so|apos|depois|exclusiva))`);

/** Bids and envelopes are secret too: not the budget. */
const ALHEIO = /\b(?:lances?|parametriza\w*|valor\s+final|desconto\s+final|fornecedores|envelopes?|conteudo\s+das\s+propostas|propostas?\s+(?:permanec|ser|apresent|de\s+precos)|dados|informac(?:ao|oes)\s+(?:sigilos|confidencia)|lgpd|contratada|termo\s+de\s+sigilo|profissional|tecnologia)/;
const NEGACAO = /\bnao\s+(?:(?:sera|tera|possui(?:ra)?|e|ha|tem|havera|se\s+aplica|adota(?:ra)?|foi|sao|serao|estao?)\b|sigilos)|\bsem\s+(?:carater\s+)?sigilo/;
const AUTORIDADE = { edital: 1, tr: 0.97, anexo: 0.95, planilha: 0.95, modelo: 0.7, minuta: 0.7, etp: 0.75, sumario: 0 } as const;

/** All that the edital says on its budget's confidentiality (Lei 14.133, art. 24; Lei 13.303, art. 34). */
export const readSigilos = once((t: TextoEdital): readonly DitoDeSigilo[] => {
  return [...findAchados(t, CAMPO).flatMap((a) => readCampoDeFormulario(t, a)), ...[AFIRMACAO, SO_DEPOIS].flatMap((r) => findAchados(t, r).flatMap((a) => readAfirmacao(t, a))), ...findAchados(t, PUBLICO).flatMap(readPublico)];
});

function readCampoDeFormulario(t: TextoEdital, a: Achado): DitoDeSigilo[] {
  const resposta = readSimNao(a.depois(280));
  if (resposta === null || /\b(?:caso|se|quando)\s*$/.test(a.antes(12))) return [];
  return [{ sigiloso: resposta.sim, inicio: a.inicio, fim: Math.min(t.paginaEm(a.inicio).fim, a.fim + resposta.fim), peso: 0.95 * AUTORIDADE[a.regiao] }];
}

const readPublico = (a: Achado): DitoDeSigilo[] => (isCondicional(a, 70) || /\b(?:nao|apos|depois)\b/.test(a.antes(20) + a.depois(30)) ? [] : [{ sigiloso: false, inicio: a.inicio, fim: a.fim, peso: 0.85 * AUTORIDADE[a.regiao] }]);

function readAfirmacao(t: TextoEdital, a: Achado): DitoDeSigilo[] {
  if (a.nome['pergunta'] !== undefined || readSimNao(a.depois(280)) !== null || /^\s*nao\s+se\s+aplica/.test(a.depois(40))) return [];
  const frase = fraseEm(t, a.inicio, a.fim, 260);
  const trecho = a.g[0]!.replace(/\s+/g, ' ');
  if (ALHEIO.test(trecho) || ALHEIO.test(frase.antes.slice(-80)) || /^\s*(?:para\s+os\s+demais|dos?\s+lances)/.test(a.depois(40))) return [];
  if (isCondicional(a, 70) || /\b(?:caso|se|quando|hipotese|podera|poderao|opte|facultad\w+)\b/.test(trecho) || /\bquando\s+(?:o\s+orcamento|for)/.test(frase.antes)) return [];
  const negado = NEGACAO.test(trecho) && !new RegExp(NAO_DIVULGADO).test(trecho);
  return [{ sigiloso: !negado, inicio: a.inicio, fim: a.fim, peso: (negado ? 0.93 : 0.9) * AUTORIDADE[a.regiao] }];
}
