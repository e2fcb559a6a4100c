import type { GrupoExigencia } from '../domain/exigencia.js';
import type { Clausula } from './clausula.js';
import { isParcela, zonaEfetiva, type Demanda } from './detect.js';
import type { TipoExigencia } from './tipo-exigencia.js';
import { TIPOS_CONTRATACAO, TIPOS_DECLARACAO, TIPOS_PRIMEIROS, TIPOS_PROPOSTA } from './tipos-declaracao-proposta.js';
import { TIPOS_FISCAL, TIPOS_JURIDICA } from './tipos-juridica-fiscal.js';
import { TIPOS_ECONOMICA, TIPOS_TECNICA } from './tipos-tecnica-economica.js';
import { rx } from './expressao.js';
import type { Zona } from './zona.js';

const outra = (grupo: GrupoExigencia, titulo: string): TipoExigencia => ({ tipo: `${grupo}/outra`, grupo, titulo, padrao: /$/, fundamento: null });
const OUTRA: Readonly<Partial<Record<Zona, TipoExigencia>>> = {
  juridica: outra('juridica', 'Outra exigência de habilitação jurídica'), fiscal: outra('fiscal', 'Outra exigência fiscal ou trabalhista'), tecnica: outra('tecnica', 'Outra exigência de qualificação técnica'),
  economica: outra('economica', 'Outra exigência econômico-financeira'), habilitacao: outra('juridica', 'Outra exigência de habilitação'), declaracoes: outra('declaracao', 'Outra declaração'),
  apresentacao: outra('proposta', 'Outra exigência da proposta'), proposta: outra('proposta', 'Outra exigência da proposta'),
};
export const DECLARACAO_OUTRA = OUTRA.declaracoes!;
/** Kinds that a sentence outside the sections of habilitação may demand. */
const FORTES = [...TIPOS_JURIDICA, ...TIPOS_TECNICA, ...TIPOS_ECONOMICA, ...TIPOS_PROPOSTA, ...TIPOS_CONTRATACAO].filter((t) => t.forte);
const DO_GRUPO: Readonly<Partial<Record<Zona, readonly TipoExigencia[]>>> = { juridica: TIPOS_JURIDICA, fiscal: TIPOS_FISCAL, tecnica: TIPOS_TECNICA, economica: TIPOS_ECONOMICA };
const PAPEIS = [...TIPOS_FISCAL, ...TIPOS_JURIDICA, ...TIPOS_ECONOMICA, ...TIPOS_TECNICA];
/** What a declaration may stand for. */
const DECLARADOS = TIPOS_TECNICA.filter((t) => /visita|equipe|carta_fabricante|responsavel_tecnico|compromissos/.test(t.tipo));
const FISCAIS_AO_LADO = 4;
const DA_PARCELA = TIPOS_TECNICA.find((t) => t.tipo === 'tecnica/atestado')!;
const DADOS_DA_EMPRESA = TIPOS_PROPOSTA.filter((t) => t.tipo === 'proposta/dados_empresa');
/** The proposal names the bidder by its numbers; their papers are asked elsewhere. */
const IDENTIFICA = /^(?:a |o )?(?:dados|razao social|nome|identificacao|qualificacao|denominacao|cabecalho|numero|n[º.])\b/;

const fits = (t: TipoExigencia, c: Clausula): boolean => t.padrao.test(c.dobrado) && !t.exceto?.test(c.dobrado) && (!t.zonas || t.zonas.includes(c.zona));

/** The kinds that a demand names: one, or several where the papers stand side by side. Empty when it is none of the bidders' business. */
export function classifyClausula(c: Clausula, demanda: Demanda): readonly TipoExigencia[] {
  if (isParcela(c)) return [DA_PARCELA];
  const primeiro = demanda === 'lista' || c.zona === 'fora' ? undefined : TIPOS_PRIMEIROS.find((t) => fits(t, c));
  if (primeiro) return [primeiro];
  if (demanda === 'declara') return classifyDeclaracao(c);
  const zona = zonaEfetiva(c);
  if (zona === 'participacao' && demanda === 'nome') return byPlaceOrForte(c);
  if (zona === 'fora' || zona === 'contratacao' || zona === 'participacao') return classifyFora(c);
  if (zona === 'proposta' || zona === 'apresentacao') {
    if (demanda === 'nome' && IDENTIFICA.test(c.dobrado) && DADOS_DA_EMPRESA.some((t) => fits(t, c))) return DADOS_DA_EMPRESA;
    const daProposta = first([...TIPOS_PROPOSTA, ...TIPOS_TECNICA.filter((t) => t.forte), ...TIPOS_ECONOMICA.filter((t) => t.forte)], c);
    const papeis = demanda === 'nome' ? sideBySide(c) : [];
    if (papeis.length && (!daProposta.length || !/^proposta\/(?:catalogo|amostra|planilha|cronograma|registro)/.test(daProposta[0]!.tipo))) return papeis;
    if (daProposta.length) return daProposta;
    const forte = first(FORTES, c);
    return forte.length ? forte : demanda === 'nome' || NA_PROPOSTA.test(c.dobrado) ? [OUTRA.proposta!] : [];
  }
  const papeis = sideBySide(c);
  if (papeis.length || demanda === 'lista') return papeis;
  const daProposta = first(TIPOS_PROPOSTA.filter((t) => t.forte), c);
  if (daProposta.length) return daProposta;
  const forte = first(FORTES, c);
  if (forte.length) return forte;
  const x = OUTRA[zona];
  return x && !(demanda === 'frase' || /^as? (?:micro ?)?empresas?\b/.test(c.dobrado) ? GENERICA : /^$/).test(c.dobrado) && (demanda === 'nome' || DE_PAPEL.test(c.dobrado)) ? [x] : [];
}

/** A sentence of no known kind counts only when it asks bidders for something to be handed in. */
const DE_PAPEL = /\b(?:licitante|proponente|empresa|interessad|fornecedor|participante)\w*\b[^;]{0,160}\b(?:apresent|comprov|anex|junt|envi|encaminh|possu|indic|entreg)\w*\b|\b(?:apresent|comprov|anex|junt|exigid)\w*\b[^;]{0,120}\b(?:licitante|proponente|documento|certid|comprovante|certificad|copia|prova)\w*/;

/** Speaks of the papers of habilitação as a whole. */
const GENERICA = /\b(?:documentac(?:ao|oes)|documentos) (?:de habilitacao|exigid|relativ|vinculad|necessari|referente)|\b(?:exigid|necessari)[ao]s? (?:para|a) (?:fins de )?habilitacao/;

/** What a proposal must bring. */
const NA_PROPOSTA = rx(String.raw`\bpropostas?\b¶160¶\b(?:conter|constar|contendo|contemplar|indicar|informar|preench\w*|descricao)\b|\b(?:apresent|envi|encaminh|inform|consign|preench|indic|cadastr|inclu|atualiz|conter|constar)\w*\b¶160¶\bpropostas?\b`);
/** Papers to be shown when the contract is signed. */
const AO_ASSINAR = rx(String.raw`\bassinatura\b|\bassinar\b|\bcelebracao\b|\bmunid[ao]s?\b`);
/** Papers of the person who speaks for the bidder in a session held in a room. */
const AO_CREDENCIAR = /\b(?:representantes?|preposto|procurador|mandatario)\b[^;]{0,160}\b(?:apresentar|credenci|munid)/;
const DE_QUEM_ASSINA = TIPOS_JURIDICA.filter((t) => /procuracao|documento_socios|ato_constitutivo/.test(t.tipo));

function classifyFora(c: Clausula): readonly TipoExigencia[] {
  const aoRedor = `${c.dobrado} ${c.pais[0]?.dobrado ?? ''}`;
  if (AO_ASSINAR.test(aoRedor) || (c.zona === 'participacao' && AO_CREDENCIAR.test(aoRedor))) {
    const papeis = DE_QUEM_ASSINA.filter((t) => t.padrao.test(c.dobrado));
    if (papeis.length && /\b(?:apresenta|munid|comprova|copia)/.test(c.dobrado)) return papeis;
  }
  // A specification of a page holds several demands.
  return c.dobrado.length > LONGA ? byPlace(FORTES, c).slice(0, FISCAIS_AO_LADO) : first(FORTES, c);
}
const LONGA = 500;
const LONGE = 300;

/** The kinds that a statement of a declaration answers. */
export const tiposDeclarados = (c: Clausula): readonly TipoExigencia[] => TIPOS_DECLARACAO.filter((t) => fits(t, c));

function classifyDeclaracao(c: Clausula): readonly TipoExigencia[] {
  const achadas = tiposDeclarados(c);
  const simplificada = TIPOS_JURIDICA.filter((t) => t.tipo === 'juridica/certidao_simplificada' && fits(t, c));
  if (achadas.length) return [...achadas, ...simplificada];
  // A declaration that stands for a paper: visit, equipment, maker.
  const papel = first(/^(?:\W{0,3}(?:que|nao|esta|cumpre|declar)\b)/.test(c.dobrado) ? DECLARADOS : [...PAPEIS, ...TIPOS_PROPOSTA], c).filter((t) => !/declarac/.test(c.dobrado.slice(0, 40)) || DECLARADOS.includes(t));
  // A long clause that only mentions a declaration at its end is about something else.
  return papel.length ? papel : c.dobrado.search(/\b(?:declar|assinal|marcar|manifest|selecion|optar)/) > LONGE ? [] : [DECLARACAO_OUTRA];
}

/** The zone's own kinds first, by where they are named; papers of arts. 68 and 69 that stand together all count. */
function sideBySide(c: Clausula): readonly TipoExigencia[] {
  const doGrupo = DO_GRUPO[c.zona] ?? PAPEIS;
  const achados = byPlace(doGrupo, c);
  const todos = achados.length ? achados : byPlace(PAPEIS, c);
  const [primeiro] = todos;
  if (!primeiro) return [];
  if (primeiro.grupo === 'economica') return economicas(todos, c);
  return primeiro.acumula ? todos.filter((t) => t.acumula && t.grupo === primeiro.grupo).slice(0, FISCAIS_AO_LADO) : [primeiro];
}

/** "Not reaching the índices, capital of 10 %" asks for capital; the balance sheet from which índices come is asked elsewhere. */
function economicas(todos: readonly TipoExigencia[], c: Clausula): readonly TipoExigencia[] {
  const capital = todos.find((t) => t.tipo === 'economica/capital_pl');
  if (capital && /\b(?:nao (?:ating|alcanc|atend|apresent)\w*|inferior\w*|menor\w*|abaixo)\b/.test(c.dobrado) && /\bindices?\b|\bliquidez\b|\bresultados?\b/.test(c.dobrado)) return [capital];
  const [primeiro] = todos;
  return primeiro!.acumula ? todos.filter((t, i) => t.acumula && t.grupo === 'economica' && (i === 0 || t.tipo !== 'economica/balanco' || /\bexercicios?\b/.test(c.dobrado))).slice(0, FISCAIS_AO_LADO) : [primeiro!];
}

/** A paper in a list that opens the tender to those who hand it in. */
function byPlaceOrForte(c: Clausula): readonly TipoExigencia[] {
  const papeis = sideBySide(c);
  return papeis.length ? papeis : classifyFora(c);
}

function byPlace(tipos: readonly TipoExigencia[], c: Clausula): TipoExigencia[] {
  return tipos.filter((t) => fits(t, c)).map((t) => ({ t, i: c.dobrado.search(t.padrao) })).sort((a, b) => a.i - b.i).map((x) => x.t);
}

function first(tipos: readonly TipoExigencia[], c: Clausula): readonly TipoExigencia[] {
  const t = byPlace(tipos, c)[0];
  return t ? [t] : [];
}
