import { inteiroRx, readInteiro } from '../../editais/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import { VIGENCIA_14133, type Regra, type Veredito } from './regra.js';
import { dentro, findTrechos, mentions, type Trecho } from './trechos.js';

const PRAZO = new RegExp(String.raw`\b(?:garantia|seguro-?\s?garantia|apolice)\b${dentro(300)}\b(?:prazo\s+(?:maximo\s+|de\s+)*|ate|em)\s*(?:ate\s+)?${inteiroRx('n')}\s*(?<unidade>dias?\s+uteis|dias?(?:\s+corridos)?|mes(?:es)?|horas)`);
/** The time to renew, top up or give back the guarantee, and the warranty of the object, are other terms. */
const OUTROS = /repos|renova|reforc|complement|endoss|aditiv|sinistro|indeniz|restitu|devol|liberad|levantad|extin|vigencia\s+d[ao]\s+(?:apolice|garantia|seguro)|validade\s+d[ao]|apos\s+o\s+(?:termino|vencimento|fim)|garantia\s+(?:do|dos|de)\s+(?:objeto|produtos?|servicos?|equipamentos?|fabrica|materiais|proposta)|assistencia|recebimento\s+definitivo|solidez|multa|insuficien|importancia|retencao|assinar\s+o\s+(?:termo|contrato)/;
/** The term of the other kinds only. */
const SO_OUTRAS = /modalidades?\s+(?:de\s+)?(?:caucao|fianca|dinheiro)/;
const REGIOES = ['edital', 'tr', 'anexo', 'minuta', 'planilha', 'modelo'] as const;
const UM_MES = /\b(?:1\s*\(um\)\s*mes|um\s+mes|30\s*\(trinta\)\s*dias|01\s*\(um\)\s*mes)\b[^;]{0,140}?\bhomologac/;
const HOMOLOGACAO_ANTES = /\bhomologac\w+[^;]{0,140}?\b(?:1\s*\(um\)\s*mes|um\s+mes)\b/;
/** "no prazo máximo de 40 (quarenta) dias contado da homologação" */
const DA_HOMOLOGACAO = new RegExp(String.raw`\b${inteiroRx('n')}\s*(?<unidade>dias?\s+uteis|dias?(?:\s+corridos)?|mes(?:es)?)[^;.]{0,60}?\bhomologac`);
const GARANTIA = /garantia\s+(?:de\s+execucao|contratual|do\s+contrato)|seguro-?\s?garantia/;
const DIAS_DO_MES = 28;

/**
 * Seguro-garantia: at least one month from the homologação and before signing (art. 96 § 3º). A clause that gives
 * fewer days to a guarantee that may be a seguro is literal; a guarantee with no term at all is only a sign.
 */
export const seguroGarantiaPrazo: Regra = {
  id: 'seguro_garantia_art96', titulo: 'Prazo de 1 mês para apresentar seguro-garantia', dispositivo: 'art. 96, § 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => (readFato(c.fatos, 'garantia_execucao_pct') ? check(c) : null),
};

const SUGESTAO = 'Pedir que se fixe o prazo mínimo de 1 mês, contado da homologação e anterior à assinatura, para o seguro-garantia.';

function check(c: Contexto): Veredito {
  const base = { limite: '1 mês da homologação, antes de assinar' };
  if (mentions(c.texto, UM_MES) || mentions(c.texto, HOMOLOGACAO_ANTES)) return { ...base, resultado: 'ok', motivo: 'O edital dá 1 mês da homologação para o seguro-garantia.' };
  const longo = findTrechos(c.texto, DA_HOMOLOGACAO, { regioes: REGIOES, exceto: OUTROS, requer: GARANTIA }).find((t) => !isCurto(t));
  if (longo) return { ...base, resultado: 'ok', motivo: 'O edital conta da homologação e dá ao menos 1 mês para a garantia.', evidencias: [longo.evidencia] };
  const curtos = findTrechos(c.texto, PRAZO, { regioes: REGIOES, exceto: OUTROS, requer: /apresent|prest|comprov|entreg|recolh|deposit|efetu|oferec/ }).filter(isCurto);
  const doSeguro = curtos.find((t) => /seguro-?\s?garantia/.test(t.frase) && !SO_OUTRAS.test(t.frase));
  const geral = curtos.find((t) => !SO_OUTRAS.test(t.frase) && mentionsSeguroPerto(c, t));
  const t = doSeguro ?? geral;
  if (t) {
    const valor = `${readInteiro(t.achado.nome, 'n')!.n} ${t.achado.nome['unidade']?.replace(/\s+/, ' ').replace('uteis', 'úteis')}`;
    const motivo = `O edital dá ${valor} para apresentar ${doSeguro ? 'o seguro-garantia' : 'a garantia, sem separar o seguro-garantia'}; a lei manda dar a ele ao menos 1 mês, contado da homologação e antes de assinar.`;
    return { ...base, valor, resultado: doSeguro ? 'violado' : 'indicio', motivo, evidencias: [t.evidencia], sugestao: SUGESTAO };
  }
  if (c.texto.incompleto) return { ...base, resultado: 'nao_aferivel', motivo: 'Há páginas que não puderam ser lidas; nas lidas não há prazo para a garantia.' };
  return { ...base, resultado: 'indicio', motivo: 'O edital exige garantia e não foi achado o prazo mínimo de 1 mês para o seguro-garantia.', sugestao: SUGESTAO };
}

function isCurto(t: Trecho): boolean {
  const n = readInteiro(t.achado.nome, 'n')?.n ?? 0;
  const u = t.achado.nome['unidade'] ?? '';
  if (n === 0 || u.startsWith('mes')) return false;
  const dias = u.startsWith('hora') ? n / 24 : /uteis/.test(u) ? (n * 7) / 5 : n;
  return dias < DIAS_DO_MES;
}

const PERTO = 900;
/** The list of kinds of guarantee (caução, seguro, fiança) stands near the clause that gives the term. */
const mentionsSeguroPerto = (c: Contexto, t: Trecho): boolean => /seguro-?\s?garantia/.test(c.texto.dobrado.slice(Math.max(0, t.achado.inicio - PERTO), t.achado.fim + PERTO));
