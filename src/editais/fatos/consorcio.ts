import { findAchados, isCondicional, type Achado } from '../extracao/achados.js';
import { isEqual, weighRegiao, preferEdital, mergeSobrepostos } from '../extracao/autoridade-contrato.js';
import { defineCampo, type Candidato, type Contexto } from '../extracao/candidato.js';
import { ENTRE_CELULAS, INICIO_DE_LINHA, isRemetidoAFolha } from '../extracao/folha-de-dados.js';
import { readResposta } from '../extracao/formulario.js';
import { extendFim, fraseDe } from '../extracao/limites-de-frase.js';
import type { TextoEdital } from '../domain/texto-edital.js';

type Valor = 'permitido' | 'vedado';

/** A consortium of bidders; not a public consortium, nor the members of one. */
const CONSORCIO = String.raw`consorcios?\b(?!\s+(?:public|intermunicip|interfederat|interestad|nacional|regional|informal))`;
const PARTICIPA = String.raw`(?:participacao|participar|participem|empresas?|pessoas?\s+juridicas?|sociedades?|licitantes?|proponentes?|interessad[oa]s?|formacao|constituicao)`;
const PERMITE = String.raw`(?:admitid|permitid|facultad|aceit|autorizad)[oa]s?`;
const VEDA = String.raw`(?:(?:vedad|proibid|impedid)[oa]s?|vedar|veda-se|proibir)`;

const VEDADO_ANTES = new RegExp(String.raw`(?:\bnao\s+(?:se\s+)?(?:serao?|e|sao|esta|estao|fica|ficam|havera|se\s+admit\w+|preve|admit\w+|permit\w+)\s*(?:${PERMITE}|prevista)?|\b${VEDA})\b[^.;:]{0,110}?\b(?:${PARTICIPA}\b[^.;:]{0,70}?)?${CONSORCIO}`);
const VEDADO_DEPOIS = new RegExp(String.raw`\b${CONSORCIO}[^.;]{0,60}?(?:\bnao\s+(?:serao?|e|sao|podera?o?)\s+(?:${PERMITE}|participar)|\b(?:e|sera|serao|fica|ficam|esta|estao)\s+(?:expressamente\s+)?${VEDA}|:\s*(?:${VEDA}|nao\s+${PERMITE}))`);
const NAO_PODERAO = new RegExp(String.raw`\bnao\s+poder(?:ao|a)\s+(?:participar|concorrer|disputar|se\s+(?:credenciar|habilitar|inscrever)|credenciar-se)[^.;:]{0,160}?${CONSORCIO}|\bnao\s+poderao\s+(?:participar|concorrer|disputar|se\s+credenciar|credenciar-se)\s*:(?:[^.:]{0,200};)?\s*[ivx]{1,5}\s*-\s*${CONSORCIO}\s*[;,]|\bnao\s+(?:poderao\s+(?:participar|concorrer|disputar)|serao\s+admitid[oa]s)(?:\s+d[aeo]\w*\s+\w+)?\s*:(?:[^.:]{0,260}[;,])?\s*(?:(?:(?:os\s+|as\s+)?(?:interessad[oa]s|licitantes|empresas|pessoas\s+juridicas|sociedades)\s+)(?:(?:reunid|organizad|constituid)[oa]s\s+)?(?:em|sob)\s+(?:forma\s+de\s+)?)?${CONSORCIO}(?:\s+de\s+empresas)?\s*[;,.]`);
const JUSTIFICA_VEDACAO = new RegExp(String.raw`\bvedacao\s+(?:a|de|da|quanto\s+a|para)[^.;]{0,60}?${CONSORCIO}`);
const PERMITIDO_ANTES = new RegExp(String.raw`\b(?:(?:serao?|e|sao|fica|ficam|esta)\s+${PERMITE}|admitir-se-a|admite-se|permite-se|permitir-se-a|podera\s+haver)\b[^.;:]{0,60}?\b${PARTICIPA}\b[^.;:]{0,60}?${CONSORCIO}|\b(?:serao?|e|fica)\s+${PERMITE}\s+(?:a\s+|o\s+|os\s+)?(?:formacao\s+de\s+)?${CONSORCIO}`);
const PODERAO = new RegExp(String.raw`\b(?:poder(?:ao|a)|podem)\s+(?:participar|concorrer|ser\s+formad)[^.;:]{0,140}?(?:em|sob\s+a?\s*forma\s+de|reunid[oa]s\s+em|de|ou)\s+${CONSORCIO}`);
const PERMITIDO_DEPOIS = new RegExp(String.raw`\b${CONSORCIO}[^.;]{0,60}?(?:\b(?:serao?|e|sao|fica)\s+(?:expressamente\s+)?${PERMITE}|\bpoder(?:ao|a)\s+participar(?:\s+d[ae]st[ae]\s+\w+)?|:\s*(?:serao?\s+)?${PERMITE})`);
const REGRA_DE_CONSORCIO = new RegExp(String.raw`\b(?:no\s+caso\s+de|em\s+se\s+tratando\s+de|quando\s+se\s+tratar\s+de|tratando-se\s+de)\s+(?:participacao\s+(?:em|de)\s+|empresas\s+(?:reunidas\s+)?em\s+)?${CONSORCIO}|\bparticipacao\s+(?:em|de)\s+${CONSORCIO}\s+(?:observara|obedecera|atendera|fica\s+condicionada)|\bempresas\s+consorciadas\s+(?:deverao|apresentarao|nao\s+poderao|responderao)`);
const PERMITE_VERBO = new RegExp(String.raw`\bpermite[^.;]{0,60}?\b(?:empresas?|contratacao)\b[^.;]{0,40}?${CONSORCIO}`);
/** An item of a list: "pessoas jurídicas reunidas em consórcio", "consórcio de empresas, qualquer que seja …". */
const ITEM = new RegExp(String.raw`(?:\b(?:reunid|constituid|organizad|agrupad|associad|consorciad)[oa]s?\s+(?:em|sob\s+a?\s*forma\s+de|na\s+forma\s+de)\s+(?:forma\s+de\s+)?|\b(?:em|sob)\s+(?:a\s+)?(?:forma|regime)\s+de\s+)${CONSORCIO}|\b${CONSORCIO}\s+(?:de\s+empresas?|ou\s+grupos?\s+de\s+empresas?)|\n[ \t]{0,8}\S{1,8}[ \t]{1,4}(?:(?:empresas?|sociedades?|pessoas\s+juridicas)\s+)?em\s+${CONSORCIO}\s*[;.,]`);
/** The label of a form, whose answer follows. */
const PERGUNTA = new RegExp(String.raw`\b(?:participacao|participar|admissao|permite|admite|aceita)\b[^.;:?]{0,50}?${CONSORCIO}|\n[ \t]{0,8}${CONSORCIO}(?=\s*[:?])|^${CONSORCIO}(?=\s*[:?])|\b${CONSORCIO}\s+poderao\s+participar(?:\s+d[ae]st[ae]\s+\w+)?`);

const CONDICIONAL = /(?:quando|caso|se|desde que|na hipotese de|onde)\s+(?:for\s+|seja\s+|houver\s+|nao\s+)?(?:permitid|admitid|previst|autorizad|participa)/;
const OUTRO_ASSUNTO = /mais de um consorcio|isoladamente ou em consorcio|subcontrat|transferencia d|cessao|ades[ao]{2}|caron|ente(?:s)? consorciad|municipios? consorciad|substituicao (?:de|do) consorciad/;

/** A row of the data sheet: "PARTICIPAÇÃO DE CONSÓRCIO | Não permitida". */
const CELULA = new RegExp(String.raw`${INICIO_DE_LINHA}(?:(?:participacao|formacao|admissao)\s+(?:de\s+empresas\s+)?(?:de|em)\s+|empresas\s+em\s+)?${CONSORCIO}(?:\s+de\s+empresas)?${ENTRE_CELULAS}(?<nega>nao\s+(?:sera\s+|e\s+)?)?(?:(?<diz>permitid|admitid|vedad|proibid|aceit)[oa]s?\b|(?<sim>sim|nao|ate\s+\d)(?=\s*(?:[.;,(]|\n|\f|$|\s[a-z(])))`);
const isCelulaNegativa = ({ nome }: Achado): boolean => (nome['sim'] !== undefined ? nome['sim'] === 'nao' : (nome['nega'] !== undefined) !== /^(?:vedad|proibid)/.test(nome['diz']!));
const readCelulas = ({ t }: Contexto): Candidato<Valor>[] =>
  findAchados(t, CELULA).map((a) => ({
    valor: isCelulaNegativa(a) ? 'vedado' as const : 'permitido' as const, inicio: a.inicio + a.g[0]!.search(/\S/), fim: a.fim, peso: weighRegiao(a.regiao, 0.95),
  }));

const readPerguntas = ({ t }: Contexto): Candidato<Valor>[] =>
  findAchados(t, PERGUNTA).flatMap((a) => {
    const r = readResposta(a.depois(60));
    return r === null ? [] : [{ valor: r.sim ? 'permitido' as const : 'vedado' as const, inicio: a.inicio, fim: a.fim + r.tamanho, peso: weighRegiao(a.regiao, 0.9) }];
  });

interface Regra {
  readonly padrao: RegExp;
  readonly valor: Valor;
  readonly peso: number;
  readonly aceita?: (a: Achado, frase: string) => boolean;
}
const afirmativo = (a: Achado): boolean => !/\b(?:vedad|proibid)/.test(a.g[0]!) && !/\b(?:nao|nem|vedad[ao]|sem)\s*$/.test(a.antes(14)) && !isCondicional(a, 30);
const REGRAS: readonly Regra[] = [
  { padrao: VEDADO_ANTES, valor: 'vedado', peso: 0.94, aceita: (a) => !/\b(?:e|mas|porem|sendo)\s+(?:sera\s+)?(?:permitid|admitid)/.test(a.g[0]!) && (new RegExp(PARTICIPA).test(a.g[0]!) || /(?:admit|permit|vedad|proibid)\w+\s+(?:[ao]s?\s+(?:de\s+)?)?consorcio/.test(a.g[0]!.replace(/\s+/g, ' '))) },
  { padrao: VEDADO_DEPOIS, valor: 'vedado', peso: 0.93 },
  { padrao: NAO_PODERAO, valor: 'vedado', peso: 0.93 },
  { padrao: JUSTIFICA_VEDACAO, valor: 'vedado', peso: 0.72, aceita: (a) => !/\bnao\b/.test(a.antes(30)) },
  { padrao: PERMITIDO_ANTES, valor: 'permitido', peso: 0.95, aceita: afirmativo },
  { padrao: PODERAO, valor: 'permitido', peso: 0.93, aceita: afirmativo },
  { padrao: PERMITIDO_DEPOIS, valor: 'permitido', peso: 0.93, aceita: (a) => !/\bnao\b/.test(a.g[0]!) && !isCondicional(a, 30) },
  { padrao: REGRA_DE_CONSORCIO, valor: 'permitido', peso: 0.6 },
  { padrao: PERMITE_VERBO, valor: 'permitido', peso: 0.58, aceita: afirmativo },
];

/** "o autor do projeto (Consórcio Alfa-Beta)": the name of one, not the way to take part. */
function isNomeDeConsorcio(t: TextoEdital, a: Achado): boolean {
  const trecho = t.texto.slice(a.inicio, a.fim + 30);
  return trecho.includes('Consórcio') && [...trecho.matchAll(/Consórcios?/g)].every((m) => /^\s+\p{Lu}\p{L}/u.test(trecho.slice(m.index + m[0].length)) && !/^\s+\p{Lu}{2}/u.test(trecho.slice(m.index + m[0].length)) && /[\s(]$/.test(trecho.slice(0, m.index)));
}

function readRegra({ t }: Contexto, { padrao, valor, peso, aceita }: Regra): Candidato<Valor>[] {
  return findAchados(t, padrao).flatMap((a) => {
    const frase = fraseDe(t, a.inicio, a.fim, 400);
    const trecho = a.g[0]!.replace(/\s+/g, ' ');
    if (isNomeDeConsorcio(t, a)) return [];
    // "poderão participar …, isoladamente ou em consórcio" admits; "a empresa, isoladamente ou em consórcio, autora do projeto" bars that company
    const convida = padrao === PODERAO && /isoladamente ou (?:reunid[oa]s )?em consorcio$/.test(trecho) && !/respons|autor|elabora/.test(frase);
    if (!convida && (OUTRO_ASSUNTO.test(trecho) || /isoladamente ou em consorcio/.test(frase))) return [];
    if (readResposta(a.depois(60)) !== null || isRemetidoAFolha(frase)) return [];
    if (CONDICIONAL.test(frase.slice(0, frase.indexOf('consorcio'))) || (aceita && !aceita(a, frase))) return [];
    return [{ valor, inicio: a.inicio, fim: extendFim(t, a.inicio, a.fim), peso: weighRegiao(a.regiao, peso) }];
  });
}

const ABERTURA = /\b(nao\s+)?(?:poder(?:ao|a)|podem)\s+(?:participar|disputar|concorrer)\b|\bnao\s+(?:e|sao|serao?)\s+(?:admitid|permitid)[oa]s?\b[^.;]{0,50}\bparticipa|\b(?:vedad|proibid|impedid)[oa]s?\b[^.;]{0,40}\b(?:participa|disputa|licita|concorr)/g;

/** What the list an item stands in says of its items: the nearest opening before it. */
function listaDe({ t }: Contexto, a: Achado): Valor | null {
  const antes = t.dobrado.slice(Math.max(0, a.inicio - 6000), a.inicio);
  const abertura = [...antes.matchAll(ABERTURA)].at(-1);
  if (!abertura) return null;
  return abertura[1] !== undefined || !/^pode/.test(abertura[0]) ? 'vedado' : 'permitido';
}

const readItens = (ctx: Contexto): Candidato<Valor>[] =>
  findAchados(ctx.t, ITEM).flatMap((a) => {
    const frase = fraseDe(ctx.t, a.inicio, a.fim, 300);
    if (OUTRO_ASSUNTO.test(frase) || CONDICIONAL.test(frase) || /atestado|somatori|acrescimo|no caso de|em caso de|compromisso|lider/.test(frase) || /^\s*(?:poder|sera|serao|dever|somente)/.test(a.depois(20))) return [];
    const valor = listaDe(ctx, a);
    return valor === null ? [] : [{ valor, inicio: a.inicio, fim: extendFim(ctx.t, a.inicio, a.fim), peso: weighRegiao(a.regiao, valor === 'vedado' ? 0.93 : 0.7) }];
  });

/** May companies bid together? Without a justified prohibition they may (art. 15 of Lei 14.133/2021), so silence is not "vedado". */
export const consorcio = defineCampo<'consorcio'>({
  campo: 'consorcio',
  read: (ctx) => preferEdital(ctx.t, mergeSobrepostos([...REGRAS.flatMap((r) => readRegra(ctx, r)), ...readItens(ctx), ...readPerguntas(ctx), ...readCelulas(ctx)], isEqual), isEqual),
});
