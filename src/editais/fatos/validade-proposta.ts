import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findAchados, isModeloEmBranco, type Achado } from '../extracao/achados.js';
import { readPeriodosDaFolha } from '../extracao/linhas-da-folha.js';
import { mostraInteiro } from '../extracao/mostra.js';
import { inteiroRx, readInteiro } from '../extracao/numeros.js';

const PROPOSTA = String.raw`propostas?(?:\s+(?:comercia(?:l|is)|inicia(?:l|is)|de\s+precos?|escritas?|apresentadas?))?`;
const PRAZO = new RegExp(
  String.raw`(?:(?<nomeada>validade\s+d[ae]s?\s+(?:sua\s+|suas\s+|presente\s+|referida\s+|respectiva\s+)?(?:${PROPOSTA}|ofertas?|cotac(?:ao|oes)|precos?\s+(?:ofertad|propost|cotad)os)|${PROPOSTA}\s+(?:(?:tera|terao|deverao?\s+ter|com)\s+(?:o\s+)?(?:prazo\s+(?:minimo\s+)?de\s+)?validade|(?:sera|serao|deverao?\s+ser|permanecera?o?)\s+valid[ao]s?|viger(?:a|ao)|vigorar(?:a|ao)|permanecera?o?\s+em\s+vigor|tera(?:o)?\s+eficacia|ficar(?:a|ao)\s+vinculad[ao]s?)|propostas?\b(?:[^.;]|\.\d){0,170}?\be\s+(?:sera|serao|tera|terao)\s+(?:valid[ao]s?|(?:prazo\s+de\s+)?validade)|eficacia\s+d[ae]s?\s+${PROPOSTA})|validade\s+d[ae]\s+mesma|(?<nomeada2>vinculad[oa]s?\s+(?:a|as)\s+(?:sua\s+|suas\s+|respectivas?\s+)?propostas?|(?:manter|sustentar|manutencao)\s+(?:(?:d?a|d?as|sua|suas)\s+){0,2}propostas?)(?=[^.;]{0,40}?\b(?:prazo|por)\b)|prazo\s+(?:minimo\s+)?de\s+validade|validade(?=\s+(?:minima|inferior|nao|de\s+no\s+minimo)))`
  + String.raw`(?<meio>[^.;]{0,120}?)${inteiroRx('n')}\s*(?<unidade>dias|meses)`,
);
/** Other things that have a validity. */
const ALHEIO = /certid|garantia|\bata\b|produto|medicament|balanco|documento|apolice|registro\s+de\s+preco|alvara|atestad|seguro|lance|contrat|licenca\s+de|laudo/;
/** "… a partir da data de entrega", "… da data de fabricação": of the goods. */
const DO_PRODUTO = /^[^.;]{0,40}\b(?:d[ae]\s+(?:data\s+d[ae]\s+)?(?:sua\s+)?entrega\b(?!\s+d[aeo]s?\s+(?:propost|envelope))|fabricacao)/;
const AUTORIDADE = { edital: 0.93, tr: 0.8, anexo: 0.75, planilha: 0.7, minuta: 0.6, modelo: 0.72, etp: 0.5, sumario: 0 } as const;

/** The quote shows the number of days, or of months. */
const mostraValidade = (dias: number, trecho: string): boolean => mostraInteiro(dias, trecho) || (dias % 30 === 0 && mostraInteiro(dias / 30, trecho));

/** Validity of the proposal in calendar days (art. 90 §3º: the edital sets it; the law fixes none). A month counts thirty days. */
export const validadeProposta = defineCampo<'validade_proposta_dias'>({
  campo: 'validade_proposta_dias',
  read: ({ t }) => [
    ...findAchados(t, PRAZO).flatMap(readPrazo),
    ...readPeriodosDaFolha(t, /\bpropost\w*[^.;]{0,80}\bvalid|\bvalid[^.;]{0,60}\bpropost/, 0.95).flatMap(({ valor, ...c }) => (valor.unidade === 'dias' || valor.unidade === 'meses' ? [{ ...c, valor: valor.unidade === 'meses' ? valor.n * 30 : valor.n }] : [])),
  ],
  mostra: mostraValidade,
});

function readPrazo(a: Achado): Candidato<number>[] {
  const n = readInteiro(a.nome, 'n');
  if (!n || isModeloEmBranco(a.g[0] ?? '') || ALHEIO.test(a.nome['meio'] ?? '') || /garantia\s+d[ae]s?\s*$/.test(a.antes(30)) || (DO_PRODUTO.test(a.depois(70)) && !(/\b[a-z\d]\)\s*$/.test(a.antes(6)) && /propost\w*\s+(?:contera|devera)/.test(a.antes(400))))) return [];
  // "a garantia de proposta … com validade mínima de 150 dias": of the guarantee
  const daGarantia = a.nome['nomeada'] === undefined && /garantia\s+d[ae]s?\s+propost|apolice|seguro|fianca|caucao/.test(a.antes(220).split(/[.;](?=\s)/).at(-1)!);
  if (daGarantia) return [];
  const emMeses = a.nome['unidade'] === 'meses';
  const dias = emMeses ? n.n * 30 : n.n;
  if (dias < 15 || dias > 400) return [];
  const generico = (a.nome['nomeada'] ?? a.nome['nomeada2']) === undefined && !/^\s+d[aeo]s?\s+[a-z\s]{0,24}(?:propost|oferta|cotac)/.test(a.nome['meio'] ?? '');
  // "b) Prazo de validade …" inside the list of what the proposal must hold.
  const daProposta = !generico || /propost/.test(a.secao) || /propost/.test(a.antes(160)) || (/propost/.test(`${a.secao} ${a.clausula}`) && !ALHEIO.test(a.antes(120)));
  const peso = AUTORIDADE[a.regiao] - (daProposta ? (generico ? 0.04 : 0) : 0.5);
  const nota = n.conflito !== undefined ? `CONFLITO: o número (${n.n}) e o extenso (${n.conflito}) divergem.` : emMeses ? `O edital diz ${n.n} meses, contados aqui como ${dias} dias.` : undefined;
  const base = { inicio: a.inicio, fim: a.fim, ...(nota ? { nota } : {}) };
  return [{ ...base, valor: dias, peso }, ...(n.conflito !== undefined && !emMeses && n.conflito >= 15 ? [{ ...base, valor: n.conflito, peso: peso * 0.8 }] : [])];
}
