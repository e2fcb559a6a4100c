import { AUTORIDADE } from '../extracao/autoridade.js';
import { isModeloEmBranco } from '../extracao/achados.js';
import { blocoEm } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findFrases, matchTudo, type Encontro } from '../extracao/sentencas.js';
import { inteiroRx, readInteiro } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const CERTIDAO_FALENCIA = /certid(?:ao|oes)(?:[^.;]|\.(?=\S)){0,160}?\b(?:falencias?|concordata)\b/;
const PRAZO = new RegExp(String.raw`${inteiroRx('n')}(?:\s*(?<unidade>dias|mes(?:es)?)\b|\s+anteriores\b)`);
/** Says how old the certificate may be. */
const IDADE = /(?:expedi|emit|emiss|datad|data\b|valid|vigen|anterior|ultim|superior|antece|ha\s+menos|ha\s+mais|no\s+maximo|nao\s+exced|revalid|prazo)/;
/** Other terms that stand in the same item: the company's age, the recovery plan, filing. */
const OUTRO_PRAZO = /constitui|recurso|apresentar\s+no\s+prazo|prazo\s+para\s+apresent|regulariza|procuracao|balanco|atualizad/;

const VALIDADE = '(?:validade|vigencia|vencimento)';
/** "certidões que não indicarem o prazo de validade…", "inexistindo esse prazo, reputar-se-ão válidas por…". */
const SEM_VALIDADE = new RegExp(
  [
    String.raw`\b(?:nao|sem|inexist\w{1,8}|omiss\w{1,6}|ausencia|falta)\b[^.;]{0,110}?${VALIDADE}`,
    String.raw`${VALIDADE}[^.;]{0,80}?\b(?:nao|omiss\w{1,6}|inexist\w{1,8})\b`,
    String.raw`\b(?:inexistindo|inexistencia|ausencia|falta|nao\s{1,3}havendo)\s{1,3}(?:d?esse|d?este|d?o|de|tal)\s{1,3}prazo`,
  ].join('|'),
);
const DOCUMENTOS = /certid|documentos?\b|documentacao/;
const RESTRITA = /regularidade\s+fiscal|fiscal\s+e\s+trabalhista|fiscais|\bcnpj\b|\bfgts\b|trabalhista|atestado|procurac|proposta\s+(?:tera|com\s+valid)|garantia\s+de\s+proposta|apolice|registro\s+no\s+crea|tributari/;
const MIN_DIAS = 10;
const MAX_DIAS = 400;
const MAIOR_TRECHO = 200;

/**
 * Age, in calendar days, up to which the certificate of no bankruptcy is accepted (art. 69 II sets none): its own term,
 * or else the edital's general rule for certificates that state no validity.
 */
export const falenciaValidade = defineCampo<'falencia_validade_dias'>({
  campo: 'falencia_validade_dias',
  read: ({ t }) => {
    const pedidos = findFrases(t, CERTIDAO_FALENCIA);
    const proprios = pedidos.flatMap((f) => readProprio(t, f.achado.fim, AUTORIDADE[f.regiao]));
    if (proprios.length || !pedidos.length) return proprios;
    return readGeral(t);
  },
});

/** The first term in the certificate's own item that says its age. */
function readProprio(t: TextoEdital, ancora: number, autoridade: number): Candidato<number>[] {
  const bloco = blocoEm(t, ancora, ancora);
  const fim = Math.min(bloco.fim, ancora + 700);
  for (const m of matchTudo(t, { inicio: ancora, fim }, PRAZO)) {
    const antes = t.dobrado.slice(Math.max(ancora, m.inicio - 110), m.inicio).replace(/\s+/g, ' ');
    if (!IDADE.test(antes) || OUTRO_PRAZO.test(antes) || isModeloEmBranco(antes)) continue;
    return toCandidatos(t, m, m.nome['unidade'], autoridade, m.inicio);
  }
  return [];
}

function readGeral(t: TextoEdital): Candidato<number>[] {
  return findFrases(t, SEM_VALIDADE).flatMap((f) => {
    if (f.regiao === 'minuta' || !(DOCUMENTOS.test(f.texto) || DOCUMENTOS.test(f.item))) return [];
    const prazo = matchTudo(t, { inicio: f.achado.inicio, fim: f.fim }, PRAZO)[0];
    if (!prazo) return [];
    const antes = t.dobrado.slice(f.inicio, prazo.fim).replace(/\s+/g, ' ');
    if (RESTRITA.test(antes) || isModeloEmBranco(antes)) return [];
    const inicio = Math.max(f.inicio, prazo.inicio - MAIOR_TRECHO);
    return toCandidatos(t, prazo, prazo.nome['unidade'], AUTORIDADE[f.regiao] - 0.1, inicio)
      .map((c) => ({ ...c, nota: c.nota ?? 'Regra geral para certidões sem validade expressa: a de falência não tem prazo próprio.' }));
  });
}

function toCandidatos(t: TextoEdital, m: Encontro, unidade: string | undefined, peso: number, inicio: number): Candidato<number>[] {
  const n = readInteiro(m.nome, 'n');
  if (!n) return [];
  const dias = unidade?.startsWith('mes') ? n.n * 30 : n.n;
  if (dias < MIN_DIAS || dias > MAX_DIAS) return [];
  const naPagina = t.paginaEm(inicio) === t.paginaEm(m.fim - 1);
  return [{
    valor: dias, inicio: naPagina ? inicio : t.paginaEm(m.fim - 1).inicio, fim: m.fim, peso,
    ...(n.conflito !== undefined ? { nota: `CONFLITO: o número (${n.n}) e o extenso (${n.conflito}) divergem.` } : {}),
  }];
}
