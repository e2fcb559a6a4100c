import { AUTORIDADE } from '../extracao/autoridade.js';
import { findAchados, isModeloEmBranco } from '../extracao/achados.js';
import { blocoEm, dobradoDe } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findFrases, matchTudo, type Encontro } from '../extracao/frases.js';
import { inteiroRx, readInteiro } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const CERTIDAO_FALENCIA = /certid(?:ao|oes)(?:[^.;]|\.(?=\S)){0,160}?\b(?:falencias?|concordata)\b/;
const UNIDADE = (grupo: string): string => String.raw`(?:\s*(?<${grupo}>dias|mes(?:es)?)\b|\s+anteriores\b)`;
const PRAZO = new RegExp(inteiroRx('n') + UNIDADE('unidade'));
/** Says how old the certificate may be. */
const IDADE = /(?:expedi|emit|emiss|datad|data\b|valid|vigen|anterior|ultim|superior|antece|ha\s+menos|ha\s+mais|no\s+maximo|nao\s+exced|revalid|prazo)/;
/** Other terms that stand in the same item: the company's age, the recovery plan, filing. */
const OUTRO_PRAZO = /constitui|recurso|apresentar\s+no\s+prazo|prazo\s+para\s+apresent|regulariza|procuracao|balanco|atualizad/;

const REGRA_GERAL = new RegExp(
  String.raw`(?:certid(?:ao|oes)|documentos?|documentacao)\b[^.;]{0,260}?(?:validade|vigencia|vencimento)[^.;]{0,260}?${inteiroRx('n')}${UNIDADE('unidade')}` +
    String.raw`|(?:validade|vigencia|vencimento)[^.;]{0,120}?(?:certid(?:ao|oes)|documentos?)[^.;]{0,220}?${inteiroRx('m')}${UNIDADE('unidadeb')}`,
);
const SEM_VALIDADE =
  /(?:nao|sem|inexist\w*|omiss\w*|ausencia|falta)\b[^.;]{0,110}(?:validade|vigencia|vencimento)|(?:validade|vigencia|vencimento)[^.;]{0,80}(?:nao|omiss|inexist)/;
const RESTRITA = /regularidade\s+fiscal|fiscal\s+e\s+trabalhista|fiscais|\bcnpj\b|\bfgts\b|trabalhista|atestado|procurac|proposta\s+(?:tera|com\s+valid)|garantia\s+de\s+proposta|apolice|registro\s+no\s+crea|tributari/;
const MIN_DIAS = 10;
const MAX_DIAS = 400;

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
    return toCandidatos(t, m, 'n', m.nome['unidade'], autoridade, m.inicio);
  }
  return [];
}

function readGeral(t: TextoEdital): Candidato<number>[] {
  return findAchados(t, REGRA_GERAL).flatMap((a) => {
    const texto = dobradoDe(t, a);
    const frase = `${a.antes(140).replace(/^[\s\S]*[.;]\s/, '')} ${texto}`.replace(/\s+/g, ' ');
    if (!SEM_VALIDADE.test(frase) || RESTRITA.test(frase) || isModeloEmBranco(texto) || a.regiao === 'minuta') return [];
    const grupo = readInteiro(a.nome, 'n') ? 'n' : 'm';
    const candidatos = toCandidatos(t, a, grupo, a.nome['unidade'] ?? a.nome['unidadeb'], AUTORIDADE[a.regiao] - 0.1, a.inicio);
    return candidatos.map((c) => ({ ...c, nota: c.nota ?? 'Regra geral para certidões sem validade expressa: a de falência não tem prazo próprio.' }));
  });
}

function toCandidatos(t: TextoEdital, m: Pick<Encontro, 'inicio' | 'fim' | 'nome'>, grupo: string, unidade: string | undefined, peso: number, inicio: number): Candidato<number>[] {
  const n = readInteiro(m.nome, grupo);
  if (!n) return [];
  const dias = unidade?.startsWith('mes') ? n.n * 30 : n.n;
  if (dias < MIN_DIAS || dias > MAX_DIAS) return [];
  const naPagina = t.paginaEm(inicio) === t.paginaEm(m.fim - 1);
  return [{
    valor: dias, inicio: naPagina ? inicio : t.paginaEm(m.fim - 1).inicio, fim: m.fim, peso,
    ...(n.conflito !== undefined ? { nota: `CONFLITO: o número (${n.n}) e o extenso (${n.conflito}) divergem.` } : {}),
  }];
}
