import type { TipoDocumentoEmpresa } from '../../empresas/index.js';
import type { Papel } from './papel.js';
import { cnpjsDe, RAIZ } from './titular.js';

/** Titles stand here: letterhead, emblem and title of every layout known fit in. */
const TOPO = 1_600;

/** An account with its amount: words about balances have none. */
const CONTA_COM_VALOR = /\b(?:circulante|patrimonio\s+liquido|total\s+do\s+(?:ativo|passivo)|ativo|passivo)[\s|.:_]{1,40}(?:\d{1,3}[\s|]+)?(?:r\$\s*)?\(?-?\d{1,3}(?:\.\d{3})*,\d{2}/;

/** How a kind is told: a title at the top, and sentences that only its papers have. */
interface Marca {
  readonly tipo: TipoDocumentoEmpresa;
  /** Weight, where, what (folded running text). */
  readonly sinais: readonly (readonly [peso: number, onde: 'topo' | 'todo', rx: RegExp])[];
}

const CERTIDAO = String.raw`certid(?:ao|oes)`;
const TRIBUTO = String.raw`(?:debitos?|tributos?|tributari[oa]s?|fiscal|fiscais|divida\s+ativa|icms|fazenda|mobiliari[oa]s?|imobiliari[oa]s?|regularidade|iss(?:qn)?)`;
const CND = String.raw`(?:${CERTIDAO}|certificado)\b[^.;]{0,120}?\b${TRIBUTO}|${CERTIDAO}\s+(?:conjunta\s+)?(?:positiva|negativa|de\s+quitacao|de\s+regularidade)|\bcnd\b|\bcpen\b|\b(?:debitos\s+tributarios\s+(?:nao\s+)?inscritos)`;

const MARCAS: readonly Marca[] = [
  { tipo: 'sicaf', sinais: [[6, 'topo', /sistema\s+de\s+cadastramento\s+unificado\s+de\s+fornecedores/], [3, 'topo', /\bsicaf\b/], [2, 'todo', /niveis?\s+cadastrados?|niveis\s+de\s+cadastramento|situacao\s+do\s+fornecedor/]] },
  { tipo: 'cartao_cnpj', sinais: [[7, 'topo', /comprovante\s+de\s+inscricao\s+e\s+(?:de\s+)?situacao\s+cadastral/], [3, 'topo', /cadastro\s+nacional\s+d[ae]\s+pessoa\s+juridica/], [2, 'todo', /(?:codigo\s+e\s+descricao\s+da\s+)?atividade\s+economica\s+principal/]] },
  { tipo: 'crf_fgts', sinais: [[7, 'topo', /certificado\s+de\s+regularidade\s+do\s+fgts|regularidade\s+do\s+empregador/], [3, 'todo', /fundo\s+de\s+garantia\s+do\s+tempo\s+de\s+servico/], [2, 'topo', /caixa\s+economica\s+federal|\bcrf\b/]] },
  { tipo: 'cndt', sinais: [[7, 'topo', /certidao\s+(?:negativa|positiva)[^.;]{0,60}?debitos\s+trabalhistas/], [3, 'todo', /banco\s+nacional\s+de\s+devedores\s+trabalhistas|642-a\s+da\s+consolidacao/], [2, 'topo', /justica\s+do\s+trabalho|\bcndt\b/]] },
  { tipo: 'certidao_falencia', sinais: [
    [5, 'topo', /certid(?:ao|oes)\b[^.;]{0,140}?\b(?:falencia|falimentar|falencias|concordatas?|recuperac(?:ao|oes)\s+judicia(?:l|is)|insolvencia)/], [3, 'todo', /\b(?:falencias?|falimentares?|recuperac(?:ao|oes)\s+(?:extra)?judicia(?:l|is)|concordatas?)\b/],
    [2, 'topo', /poder\s+judiciario|tribunal\s+de\s+justica|comarca|cartorio\s+distribuidor|distribuidor\s+(?:civel|judicial)/], [2, 'todo', /nada\s+consta|nao\s+constam?|distribuic(?:ao|oes)/]] },
  { tipo: 'cnd_federal', sinais: [[3, 'topo', new RegExp(CND)], [5, 'topo', /tributos\s+federais|divida\s+ativa\s+da\s+uniao/], [3, 'topo', /receita\s+federal|procuradoria-?\s*geral\s+da\s+fazenda\s+nacional/]] },
  { tipo: 'cnd_estadual', sinais: [
    [3, 'topo', new RegExp(CND)], [4, 'topo', /(?:governo|fazenda\s+publica)\s+d[oe]\s+estado|secretaria\s+(?:de|da)\s+(?:estado\s+)?(?:d[ae]\s+)?(?:fazenda|economia|receita|tributacao|financas)(?!\s+municipal)|\bsefaz\b|fazenda\s+estadual|receita\s+estadual|tributos\s+estaduais|debitos\s+estaduais|\bsefa\b/],
    [4, 'topo', /procuradoria[\s-]+geral\s+do\s+estado|divida\s+ativa\s+do\s+estado|\bpge\b/], [2, 'todo', /\bicms\b|\bipva\b|\bitcmd\b/]] },
  { tipo: 'cnd_municipal', sinais: [
    [3, 'topo', new RegExp(CND)], [4, 'topo', /prefeitura(?:\s+(?:municipal|d[aoe]))?|secretaria\s+municipal|\bmunicipio\s+d[aeo]\b|fazenda\s+municipal|tributos\s+municipais|debitos\s+municipais|divida\s+ativa\s+(?:do\s+)?municip/],
    [3, 'topo', /tributos\s+(?:i?mobiliarios|municipais)|debitos?\s+(?:de\s+)?(?:tributos\s+)?(?:i?mobiliarios?|municipais)|cadastro\s+mobiliario/], [1, 'todo', /\biss(?:qn)?\b|\biptu\b/]] },
  { tipo: 'certidao_simplificada', sinais: [[7, 'topo', /certidao\s+simplificada/], [2, 'todo', /junta\s+comercial/], [1, 'todo', /\bnire\b/]] },
  { tipo: 'contrato_social', sinais: [
    [6, 'topo', /contrato\s+social|alterac(?:ao|oes)\s+(?:contratual|contratuais|e\s+consolidac|do\s+contrato)|estatuto\s+social|ato\s+constitutivo|requerimento\s+de\s+empresario|instrumento\s+(?:particular|de\s+inscricao)|certificado\s+da\s+condicao\s+de\s+microempreendedor/],
    [3, 'todo', /capital\s+social/], [2, 'todo', /quotas?|acoes\s+ordinarias|socios?\b/], [2, 'todo', /administra(?:cao|dor)/]] },
  { tipo: 'balanco', sinais: [
    [5, 'topo', /balanco\s+patrimonial|demonstrac(?:ao|oes)\s+(?:contabeis|financeiras|do\s+resultado)|escrituracao\s+contabil\s+digital|livro\s+diario|termo\s+de\s+(?:abertura|encerramento)/],
    [3, 'todo', /ativo\s+circulante|circulante/], [3, 'todo', /patrimonio\s+liquido/], [6, 'todo', CONTA_COM_VALOR]] },
  { tipo: 'atestado', sinais: [
    [6, 'topo', /atestado\s+(?:de|d[ae])\s+(?:capacidade|aptidao|execucao|fornecimento|realizacao|servicos)|atestado\s+tecnico|declaracao\s+de\s+(?:capacidade|aptidao)\s+tecnica|certidao\s+de\s+acervo\s+(?:tecnico|operacional)|atestado\s+(?:n[ºo.]|parcial|final)/],
    [4, 'todo', /\b(?:atestamos|atesta|declaramos|certificamos)\b[^;]{0,400}?\b(?:forneceu|executou|prestou|fornecendo|executando|prestando|realizou|executa|presta|fornece|vem\s+(?:prestando|executando|fornecendo))/], [1, 'topo', /\batestado\b/]] },
  { tipo: 'registro_conselho', sinais: [
    [4, 'topo', /certidao\s+de\s+(?:registro|regularidade|quitacao)(?:\s+e\s+(?:quitacao|regularidade))?|certificado\s+de\s+regularidade(?:\s+tecnica)?(?!\s+do\s+fgts)/],
    [4, 'topo', /conselho\s+(?:regional|federal|de\s+arquitetura)|\b(?:crea|cau|cra|crf|crm|crmv|crn|cro|crq|crc|crt)[\s/-]+[a-z]{2}\b/]] },
  { tipo: 'licenca', sinais: [
    [6, 'topo', /\balvara\b|licenca\s+(?:sanitaria|de\s+(?:funcionamento|operacao|localizacao)|ambiental)|autorizacao\s+(?:de\s+)?(?:especial\s+(?:de\s+)?)?funcionamento|auto\s+de\s+vistoria\s+do\s+corpo\s+de\s+bombeiros|certificado\s+de\s+licenca|\bavcb\b/],
    [2, 'topo', /vigilancia\s+sanitaria|\banvisa\b|corpo\s+de\s+bombeiros/]] },
  { tipo: 'inscricao_estadual', sinais: [[6, 'topo', /(?:comprovante|ficha|certificado|consulta)[^.;]{0,60}?(?:inscricao\s+estadual|cadastro\s+de\s+contribuintes(?:\s+do\s+icms)?|contribuintes?\s+de\s+icms)|\bsintegra\b|cadastro\s+de\s+contribuintes\s+(?:do\s+)?icms/], [2, 'todo', /inscricao\s+estadual/]] },
  { tipo: 'inscricao_municipal', sinais: [[6, 'topo', /(?:comprovante|ficha|cartao|certificado|consulta)[^.;]{0,60}?(?:inscricao\s+municipal|inscricao\s+no\s+cadastro\s+mobiliario|cadastro\s+(?:mobiliario|de\s+contribuintes\s+mobiliarios)|dados\s+cadastrais|contribuintes\s+do\s+iss)/], [2, 'todo', /inscricao\s+municipal|\bccm\b/]] },
];

/** A paper below this is of no kind we know. */
const MINIMO = 6;
const MINIMO_BALANCO = 12;
/** A page that begins another paper says so clearly. */
const FORTE = 8;
/** Kinds without whose title nothing of the kind is believed. */
const EDITAL = /\bedital\s+(?:de|do|d[ae]\s+(?:pregao|concorrencia)|n[ºo.])|\bpregao\s+(?:eletronico|presencial)\s+n|\btermo\s+de\s+referencia\b/;

/** Kinds of one sheet: a page of numbered clauses is none of them, whatever it names. */
const DE_UMA_FOLHA: ReadonlySet<TipoDocumentoEmpresa> = new Set(['cnd_federal', 'cnd_estadual', 'cnd_municipal', 'crf_fgts', 'cndt', 'certidao_falencia', 'cartao_cnpj', 'certidao_simplificada', 'sicaf', 'registro_conselho', 'licenca', 'inscricao_estadual', 'inscricao_municipal']);
const ITEM = /(?:^|[\n\f])\s*\d{1,2}(?:\.\d{1,3}){1,5}\.?\s+[a-z]/g;
const MAX_ITENS = 4;
/** Kinds whose words tenders use in their sentences: the title must stand on a line of its own. */
const COM_TITULO: ReadonlySet<TipoDocumentoEmpresa> = new Set(['balanco', 'contrato_social']);
/** Before a title on its line there is nothing of a sentence: letterhead, "Consulta", a number. */
const ANTES_DO_TITULO = /^[^.,;)]{0,60}$/;

export interface Reconhecimento {
  readonly tipo: TipoDocumentoEmpresa;
  readonly pontos: number;
  /** Points of the next kind. */
  readonly segundo: number;
  /** Where the title stands, when one was found. */
  readonly inicio: number | null;
  readonly fim: number | null;
}

const OUTRO: Reconhecimento = { tipo: 'outro', pontos: 0, segundo: 0, inicio: null, fim: null };

/** What kind of paper it is, by title, issuer and typical sentences; never by the file's name. */
export function recognize(p: Papel): Reconhecimento {
  const topo = p.topo(TOPO);
  const achados = MARCAS.map((m) => score(m, topo, p.corrido)).sort((a, b) => b.pontos - a.pontos);
  const [melhor, segundo] = achados;
  if (!melhor || melhor.pontos < (melhor.tipo === 'balanco' ? MINIMO_BALANCO : MINIMO) || melhor.inicio === null) return OUTRO;
  if (DE_UMA_FOLHA.has(melhor.tipo) && (p.dobrado.slice(0, 8_000).match(ITEM)?.length ?? 0) > MAX_ITENS) return OUTRO;
  if (COM_TITULO.has(melhor.tipo) && !hasTitulo(p, melhor.tipo)) return OUTRO;
  if (EDITAL.test(p.topo(600)) && melhor.tipo !== 'atestado' && melhor.tipo !== 'balanco') return OUTRO;
  return { ...melhor, segundo: segundo?.pontos ?? 0 };
}

/** Some match of the kind's title begins its line, or follows only letterhead. */
const hasTitulo = (p: Papel, tipo: TipoDocumentoEmpresa): boolean =>
  MARCAS.filter((m) => m.tipo === tipo).some((m) => [...p.topo(TOPO).matchAll(new RegExp(m.sinais[0]![2].source, 'g'))].some((x) => ANTES_DO_TITULO.test(p.dobrado.slice(p.linhaEm(x.index).inicio, x.index).trim())));

function score({ tipo, sinais }: Marca, topo: string, todo: string): Reconhecimento {
  let pontos = 0;
  let lugar: { inicio: number; fim: number } | null = null;
  for (const [peso, onde, rx] of sinais) {
    const m = rx.exec(onde === 'topo' ? topo : todo);
    if (!m) continue;
    pontos += peso;
    if (onde === 'topo') lugar ??= { inicio: m.index, fim: m.index + m[0].length };
  }
  return { tipo, pontos, segundo: 0, inicio: lugar?.inicio ?? null, fim: lugar?.fim ?? null };
}

/** True when a page, alone, is the first of a paper of its own: its title stands on its own line and its holder is named. */
export function beginsPapel(p: Papel, r: Reconhecimento): boolean {
  if (!DE_UMA_FOLHA.has(r.tipo) || r.pontos < FORTE || r.inicio === null) return false;
  const linha = p.linhaEm(r.inicio);
  return ANTES_DO_TITULO.test(p.dobrado.slice(linha.inicio, r.inicio).trim()) && (cnpjsDe(p).length > 0 || p.has(RAIZ));
}
