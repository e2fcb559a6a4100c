import type { Campo } from '../../../editais/index.js';
import { deonticasDe, type Deontica } from './modalidade-deontica.js';

/** How a text says that a field has a value. */
export interface AfirmaValor {
  readonly valor: string;
  /** The value as people see it, folded. */
  readonly valores: RegExp;
  /** True when a sentence, folded, says it. `partes`: what stands between commas and conjunctions, folded. */
  readonly afirma: (frase: string, partes: readonly string[]) => boolean;
  /** Values that may be said beside this one without going against it. */
  readonly convive?: readonly string[];
}

const says = (padrao: RegExp, menos?: RegExp) => (frase: string): boolean => padrao.test(frase) && !menos?.test(frase);

/** The part that names the subject, or that and the next when it says nothing by itself. */
function deonticaDe(lista: readonly string[], assunto: RegExp): ReadonlySet<Deontica> {
  const achadas = new Set<Deontica>();
  lista.forEach((parte, i) => {
    if (!assunto.test(parte)) return;
    const propria = deonticasDe(parte);
    const vizinha = propria.size ? propria : deonticasDe([lista[i], lista[i + 1] ?? ''].join(', '));
    for (const d of vizinha) achadas.add(d);
  });
  return achadas;
}
const does = (assunto: RegExp, deontica: Deontica, ...sem: Deontica[]) => (_frase: string, partes: readonly string[]): boolean => {
  const d = deonticaDe(partes, assunto);
  return d.has(deontica) && !sem.some((x) => d.has(x));
};

const permissao = (assunto: RegExp, sufixo: 'o' | 'a'): readonly AfirmaValor[] => [
  { valor: 'vedado', valores: new RegExp(`^(?:vedad${sufixo}|nao permitid${sufixo}|proibid${sufixo})`), afirma: does(assunto, 'proibe') },
  { valor: 'permitido', valores: new RegExp(`^(?:permitid${sufixo}|admitid${sufixo})`), afirma: does(assunto, 'permite', 'proibe') },
];
const NEGADO = /\b(?:nao|nem|sem|dispensa\w*|facultativ\w*)\s+(?:\w+\s+){0,2}$/;
/** "exige visita", "visita obrigatória", "deverá realizar visita": the act itself is demanded, and not by "não". */
function demands(assunto: string): (frase: string) => boolean {
  const antes = new RegExp(String.raw`\b(?:exig\w+|obrigator\w+|obrigad\w+|necessari\w+|imprescindivel|indispensavel|requer\w*|impoe\w*|deve(?:ra|rao|m)?|precisa\w*|tera(?:o)?)\s+(?:(?:a|as|o|os|de|da|do|que|uma?|ser|realizar|fazer|efetuar|proceder|apresentar|prestar|entregar|enviar|comparecer|previa|realizacao|apresentacao|prestacao|agendar|fornecer)\s+){0,6}(?:${assunto})`, 'g');
  const depois = new RegExp(String.raw`(?:${assunto})(?:\s+(?!nao\b)\w+){0,5}?\s+(?:obrigatori\w+|exigid\w+|imprescind\w+|indispensave\w+|compulsori\w+|devera(?:o)?\s+ser|deve\s+ser|(?:e|sera|sao|serao)\s+(?:condic\w+|requisito|necessari\w+))`, 'g');
  return (frase) => [...frase.matchAll(antes), ...frase.matchAll(depois)].some((m) => !NEGADO.test(frase.slice(Math.max(0, m.index - 30), m.index)) && !/\b(?:nao|facultativ\w+|opciona\w+)\b/.test(m[0]));
}
const VISITA = /\b(?:visitas?|vistorias?)\b/;
const AMOSTRA = /\b(?:amostras?|prova de conceito|poc|prototipos?)\b/;
const NAO = /\b(?:nao|nem|sem|nenhum\w*|inexist\w+|dispensa\w*|isent\w+|ausencia)\b/;
const garantia = (assunto: RegExp): readonly AfirmaValor[] => [
  { valor: 'exigida', valores: /^\d|^r\$|^exigid|^sim/, afirma: demands(assunto.source) },
  { valor: 'nao_exigida', valores: /^nao (?:e )?exig|^nao$|^dispensad|^sem |diz que nao ha/, afirma: (_f, partes) => partes.some((p) => assunto.test(p) && (deonticasDe(p).has('dispensa') || /\bnao\s+(?:ha|havera|existe|preve|tem|consta)\b|\bsem\s+(?:a\s+)?(?:garantia|caucao)|\bausencia\s+de\s+garantia|\binexist\w+/.test(p))) },
];

const MODALIDADES: readonly (readonly [string, string])[] = [
  ['pregao', 'pregao'], ['concorrencia', String.raw`(?<!ampla )(?<!livre )concorrencia`], ['dispensa', String.raw`dispensa(?: de licitacao| eletronica)`], ['inexigibilidade', 'inexigibilidade'], ['credenciamento', 'credenciamento'], ['leilao', 'leilao'], ['concurso', 'concurso(?! publico)'], ['dialogo', 'dialogo competitivo'],
];
const DE_QUE_MODO = String.raw`(?:modalidade|trata-se|cuida-se|(?:licitacao|certame|disputa|contratacao|aquisicao) (?:e|sera|ocorre\w*|se da\w*|acontece\w*)|por meio|sob a forma|adota\w*|mediante|realizad[oa]|conduzid[oa]|processad[oa]|via)\W+(?:\w+\W+){0,4}?`;
const REGIMES: readonly (readonly [string, string])[] = [
  ['unitario', 'empreitada por preco unitario'], ['global', 'empreitada por preco global'], ['integral', 'empreitada integral'], ['semi', 'contratacao semi-?\\s?integrada'], ['integrada', '(?<!semi-)(?<!semi )contratacao integrada'], ['tarefa', '(?:regime de|por) tarefa'], ['associada', 'fornecimento e prestacao de servicos? associad'],
];
const INDICES = ['ipca', 'inpc', 'incc', 'igp-?m', 'igp-?di', 'ipc-?fipe', 'icti', 'sinapi', 'ist', 'selic', 'cub', 'ipc'];
const CRITERIOS: readonly (readonly [string, string])[] = [['menor preco', 'menor preco'], ['maior desconto', 'maior desconto'], ['tecnica e preco', 'tecnica e preco'], ['melhor tecnica', 'melhor tecnica'], ['maior lance', 'maior lance'], ['maior retorno', 'maior retorno'], ['conteudo artistico', 'conteudo artistico']];
const PLATAFORMAS: readonly (readonly [string, string])[] = [
  ['compras', String.raw`compras\.gov|comprasnet|compras ?gov`], ['bll', String.raw`\bbll\b|bolsa de licitacoes`], ['licitanet', 'licitanet'], ['pcp', 'portal de compras publicas|portaldecompraspublicas'], ['licitacoes-e', 'licitacoes-?e\\b'], ['bnc', String.raw`\bbnc\b|bolsa nacional de compras`], ['bbmnet', 'bbm ?net'], ['licitar', 'licitar ?digital'], ['becsp', String.raw`\bbec\b|bolsa eletronica de compras`], ['ammlicita', 'ammlicita'],
];
const named = (lista: readonly (readonly [string, string])[], antes = '', depois = ''): readonly AfirmaValor[] => lista.map(([valor, nome]) => ({
  valor, valores: new RegExp(nome.replace(/^.*\(\?<![^)]*\)/, '')), afirma: says(new RegExp(`${antes}(?:${nome})${depois}`), new RegExp(`\\bnao\\b[^,]{0,40}(?:${nome})`)),
}));

/** Per field, the values that a sentence may give it. A field that is not here is checked by its numbers and names. */
export const AFIRMACOES_POR_CAMPO: Readonly<Partial<Record<Campo, readonly AfirmaValor[]>>> = {
  visita_tecnica: [
    { valor: 'obrigatoria', valores: /^obrigatoria/, afirma: demands('visitas?|vistorias?') },
    { valor: 'facultativa', valores: /^facultativa/, afirma: does(VISITA, 'permite'), convive: ['nao_exige'] },
    { valor: 'nao_exige', valores: /^nao (?:se )?exig|^nao$|^dispensad|diz que nao ha/, afirma: (f, partes) => does(VISITA, 'dispensa')(f, partes) || says(/\bnao\s+(?:ha|havera|preve|existe)\s+(?:previsao\s+de\s+)?(?:visita|vistoria)/)(f), convive: ['facultativa'] },
  ],
  consorcio: permissao(/\bconsorci\w*/, 'o'),
  subcontratacao: permissao(/\bsubcontrat\w*/, 'a'),
  amostra_ou_poc: [
    { valor: 'sim', valores: /^(?:sim|true|exigid)/, afirma: demands(AMOSTRA.source) },
    { valor: 'nao', valores: /^(?:nao|false|dispensad)|diz que nao ha/, afirma: (f, partes) => does(AMOSTRA, 'dispensa')(f, partes) || says(/\bnao\s+(?:ha|havera|preve|existe)\s+(?:\w+\s+){0,3}(?:amostra|prova de conceito)/)(f) },
  ],
  srp: [
    { valor: 'sim', valores: /^(?:sim|true)/, afirma: says(/\b(?:sistema de )?registro de precos\b|\bsrp\b/, NAO) },
    { valor: 'nao', valores: /^(?:nao|false)/, afirma: says(/\bnao\b[^,]{0,40}\b(?:registro de precos|srp)\b|\bsem\s+(?:o\s+)?(?:sistema de\s+)?registro de precos/) },
  ],
  orcamento_sigiloso: [
    { valor: 'sim', valores: /^(?:sim|true)/, afirma: says(/\b(?:orcamento|valor estimado|estimativa|preco de referencia|valor de referencia)\b[^,]{0,60}\bsigilos|\bsigilo\s+(?:do|no|sobre o)\s+(?:orcamento|valor)/, NAO) },
    { valor: 'nao', valores: /^(?:nao|false)/, afirma: says(/\bnao\b[^,]{0,30}\bsigilos|\b(?:orcamento|valor estimado)\b[^,]{0,40}\b(?:public|divulgad|abert)/) },
  ],
  me_epp: [
    { valor: 'exclusiva', valores: /^exclusiva/, afirma: says(/\bexclusiv\w*\b[^,;]{0,60}\b(?:me\b|epp\b|mpe|micro|pequen)|\b(?:restrit|destinad|reservad)\w*\s+(?:\w+\s+){0,2}(?:a|as|para)\s+(?:me\b|micro)|\bexclusividade\b|\bapenas\s+(?:me\b|micro)|\bsomente\s+(?:\w+\s+){0,2}(?:me\b|micro)/, /\b(?:nao|sem|nem)\b[^,]{0,40}\bexclusiv/) },
    { valor: 'ampla', valores: /^(?:ampla|aberta)/, afirma: says(/\bampla\s+(?:concorrencia|participacao|disputa|competicao)|\bqualquer\s+porte|\bsem\s+(?:\w+\s+)?(?:exclusividade|reserva|cota)|\bnao\b[^,]{0,40}\bexclusiv|\baberta?\s+(?:a\s+)?(?:todas?|todos|qualquer)/), convive: ['cota_reservada'] },
    { valor: 'cota_reservada', valores: /^(?:com )?cota/, afirma: says(/\bcotas?\s+(?:\w+\s+)?reservad/, NAO), convive: ['ampla', 'exclusiva'] },
  ],
  modalidade: named(MODALIDADES, DE_QUE_MODO),
  forma: [
    { valor: 'eletronica', valores: /^eletronic/, afirma: says(/\b(?:pregao|concorrencia|licitacao|sessao(?: publica)?|disputa|certame|forma|modo|dispensa)\s+(?:\w+\s+){0,3}?(?:de forma\s+|na forma\s+|em formato\s+|por meio\s+)?eletronic|\bforma\s+eletronica/, /\bnao\b[^,]{0,30}\beletronic/) },
    { valor: 'presencial', valores: /^presencial/, afirma: says(/\b(?:pregao|concorrencia|licitacao|sessao(?: publica)?|disputa|certame|forma|modo|dispensa)\s+(?:\w+\s+){0,4}?presencial/, /\bnao\b[^,]{0,30}\bpresencial/) },
  ],
  criterio_julgamento: named(CRITERIOS),
  adjudicacao: [
    { valor: 'item', valores: /\bitem\b/, afirma: says(/\b(?:preco|desconto|julgamento|adjudicacao|adjudicad\w*|criterio|disputa)\s+(?:\w+\s+){0,3}?(?:por|pelo|de cada)\s+(?:valor\s+(?:do\s+)?)?item\b/, /\bnao\b/) },
    { valor: 'lote', valores: /\b(?:lote|grupo)\b/, afirma: says(/\b(?:preco|desconto|julgamento|adjudicacao|adjudicad\w*|criterio|disputa)\s+(?:\w+\s+){0,3}?(?:por|pelo|de cada)\s+(?:valor\s+(?:do\s+)?)?(?:lote|grupo)s?\b/, /\bnao\b/) },
    { valor: 'global', valores: /\bglobal\b/, afirma: says(/\b(?:menor preco|maior desconto|julgamento|adjudicacao|adjudicad\w*|criterio)\s+(?:\w+\s+){0,3}?global\b/, /\bnao\b|empreitada/) },
  ],
  modo_disputa: named([['aberto e fechado', 'modo (?:de disputa )?(?:e |sera |o )?aberto(?:\\s*(?:e|\\/|-)\\s*)fechado'], ['fechado e aberto', 'modo (?:de disputa )?(?:e |sera |o )?fechado(?:\\s*(?:e|\\/|-)\\s*)aberto'], ['aberto', 'modo (?:de disputa )?(?:e |sera |o )?aberto(?!\\s*(?:e|\\/|-)\\s*fechado)'], ['fechado', 'modo (?:de disputa )?(?:e |sera |o )?fechado(?!\\s*(?:e|\\/|-)\\s*aberto)']])
    .map((l) => ({ ...l, valores: new RegExp(`^${l.valor.replace(' e ', '[ _]?(?:e )?')}$`) })),
  regime_execucao: named(REGIMES).map((l, i) => ({ ...l, valores: [/preco unitario/, /preco global/, /empreitada integral/, /semi/, /^contratacao integrada/, /^tarefa/, /associad/][i]! })),
  reajuste_indice: INDICES.map((i) => ({ valor: i, valores: new RegExp(`\\b${i}\\b`), afirma: says(new RegExp(`(?:reajust|corrig|correc|atualiza)[^.]{0,120}\\b${i}\\b|\\b${i}\\b[^.]{0,60}(?:reajust|corrig|correc|atualiza)`), /\bnao\b/) })),
  plataforma: named(PLATAFORMAS),
  garantia_execucao_pct: garantia(/\b(?:garantia|caucao|seguro-garantia)\s+(?:\w+\s+){0,2}(?:execucao|contratual|contrato)|\bcaucao contratual/),
  garantia_proposta_pct: garantia(/\b(?:garantia|caucao)\s+(?:\w+\s+){0,1}(?:proposta|participacao)/),
};
