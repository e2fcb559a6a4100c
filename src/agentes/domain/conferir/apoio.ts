import { fold, lettersOf, squeeze } from '../../../kernel/index.js';
import type { Conhecidos, ConhecidoLido } from './conhecidos.js';
import { AFIRMACOES_POR_CAMPO } from './afirmacoes-por-campo.js';
import { deonticasDe, type Deontica } from './modalidade-deontica.js';
import { findNegacao, isNegadoNaCitacao } from './negacao.js';
import { findDiasEMeses, findNomes } from './nomes.js';
import { readNumeros } from './numeros/read-numeros.js';
import type { ProvaLida } from './provar-numeros.js';
import { isConselhoLivre, PAPEL } from './conselho.js';
import { clausesOf, common, createBusca, readTermos, share, termosDe } from './termos.js';
import { recusa, type Recusa } from './tipos.js';
import { isVirada } from './virada.js';

/** Share of a sentence's words that its quotes must speak of. */
const AFIRMA = 0.5;
const JULGA = 0.2;
/** What a word of the page, beyond the clause quoted, counts for. */
const PESO_DA_PAGINA = 0.4;
/** Share of words that stand nowhere on the page above which a sentence is not of it. */
const AUSENTES = 1 / 3;
/** Words in a row that nothing on the page has: something was added. */
const ACRESCIMO = 3;
/** Consequences: a claim may not bring them in. */
const GRAVES: ReadonlySet<string> = termosDe('desclassificação multa rescisão suspensão pontuação desempate');
/** Of these, what the page's heading is enough for. */
const GRAVES_DA_PAGINA: ReadonlySet<string> = termosDe('multa rescisão suspensão');

const JUIZO = /\b(?:risco|atencao|recomenda\w*|convem|sugere\w*|aconselha\w*|cuidado|cautela|atentar|oportunidade|vantag\w+|favorav\w+|impact\w+|pode\s+(?:afetar|comprometer|reduzir|aumentar|gerar|pressionar|elevar|encarecer|dificultar|ampliar|favorecer|exigir\s+capital)|tende\w*|importante|planejar|planejamento|antecedencia|prever\b|considerar|avaliar|verificar|conferir|provision\w+|viabili\w+|competitiv\w+|margem|fluxo\s+de\s+caixa|capital\s+de\s+giro|desfavorav\w+|prudente|vale\s+a\s+pena|e\s+preciso\s+(?:estar|ter\s+atencao|cuidado)|representa|sinaliza|ser\s+(?:questionad|impugnad|esclarecid|contestad)\w+|cabe\s+(?:pedir|questionar|avaliar|verificar|confirmar)|onera\w*|pesa\w*|compromet\w+)/;

/** Judgement is said in the present; what a document lays down, in the future. */
const isJuizo = (frase: string): boolean => JUIZO.test(fold(frase)) && !/\b(?:sera(?:o)?|devera(?:o)?|podera(?:o)?|tera(?:o)?|ficara(?:o)?|cabera)\b/.test(fold(frase));

/** The claim must speak of what its quotes speak of, in the sense in which they do. */
export function checkApoio(texto: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): Recusa | null {
  const frases = splitFrases(texto);
  const tudo = termosDe(texto);
  const doAssunto = conhecidos.todos.filter((k) => k.termos.size > 0 && share(k.termos, tudo) >= 0.6);
  const falta = findNomes(texto).find((n) => !isNomeProvado(n, provas, conhecidos));
  if (falta !== undefined) return recusa('sem_apoio', `“${falta}” não aparece nas citações nem nos fatos do dossiê: cite o trecho que o menciona ou tire-o.`);
  if (isVirada(texto, provas.map((p) => p.texto))) return recusa('sem_apoio', 'A afirmação vira o que a citação diz: confira o “não” e as palavras de limite.');
  const vago = findVago(texto, provas, conhecidos);
  if (vago !== null) return recusa('numero_sem_prova', `“${vago}” não está nas citações nem nos fatos do dossiê: dê a data que o documento traz.`);
  for (const frase of frases) {
    if (isDaCitacao(frase, provas) || frases.length > 1 && isConselhoLivre(frase, provas)) continue;
    const r = checkFrase(frase, frases.length, provas, doAssunto);
    if (r) return r;
  }
  return null;
}

const ABERTURA = /^[^:.]{3,70}:\s+/;
/** The sentence is the quote's own words, said after an opening ("O edital estabelece: …") or not. */
function isDaCitacao(frase: string, provas: readonly ProvaLida[]): boolean {
  const letras = lettersOf(frase.replace(ABERTURA, ''));
  return letras.length > 30 && provas.some((p) => lettersOf(p.texto).includes(letras));
}

const splitFrases = (texto: string): string[] => squeeze(texto).split(/(?<=[a-zà-ú)%”"\d]{2}[.!?;])\s+(?=[A-ZÀ-Úa-z])/).filter((f) => f.trim());

/** "o prazo de 24 horas exige equipe de plantão": what a circumstance asks of the company is judgement, unless it is a paper. */
const PAPEIS = /^(?:carta|cartas|termo|termos|catalogo\w*|amostra\w*|manual|plano|planos|relatorio\w*|visto|vistos|curriculo\w*|contrato|contratos|balanco\w*|apolice\w*|credenciamento|cadastro)$/;
/** "não significa exclusão": a consequence denied is not brought in. */
const NEGADA = /\b(?:n[aã]o|nem|sem)\s+(?:\p{L}+\s+){0,2}\p{L}+(?=[\s.,;:]|$)/giu;
const ANTES_DO_ITEM = 900;
const DEPOIS_DO_ITEM = 300;
/** Words of what stands around the quote on its page: the opening of its list, the clause after. */
function entornoDe(p: ProvaLida): ReadonlySet<string> {
  const lugar = p.daPagina.replace(/\s+/g, ' ').indexOf(p.texto.slice(0, 60));
  return lugar < 0 ? new Set() : termosDe(p.daPagina.replace(/\s+/g, ' ').slice(Math.max(0, lugar - ANTES_DO_ITEM), lugar + p.texto.length + DEPOIS_DO_ITEM));
}

const CONSELHO = /\b(?:vale(?!\s+(?:por|ate|a\s+partir|para|como|so))\s+(?:a\s+pena\s+)?\w+r\b|convem|prudente|cautela|folga|antecedencia|o\s+mais\s+seguro|melhor\s+\w+r\b|precific\w+|diluid\w+|exige\s+caixa|bancar|dimension\w+|program[ae]\w*|providencie|prepare|deixe|organize|planej\w+|favorece|(?:pedir|pedido\s+de)\s+esclarecimento|financia\w*|risco\s+de)\b/;
const CORTE = /,\s+(?=(?:mas|por[eé]m|ent[aã]o|e)\s)|;\s|:\s|,\s+(?=(?:o\s+que|pois|porque|j[aá]\s+que|de\s+modo\s+que|por\s+isso|portanto|ent[aã]o|visto\s+que)\s)|(?<=^(?:Como|Dado\s+que|J[aá]\s+que|Visto\s+que|Porque|Por)\s[^,]{8,160}),\s/;
/** Without the parts that only advise: what is left is what the quotes must say. The whole, when nothing else is left. */
function withoutConselho(frase: string, provas: readonly ProvaLida[]): string {
  const partes = frase.split(CORTE);
  if (partes.length < 2) return frase;
  const resto = partes.filter((p) => !isConselhoLivre(p, provas) && (!CONSELHO.test(fold(p)) || PAPEL.test(fold(p)) && !/esclareciment/.test(fold(p)) || readNumeros(p).length > 0 || deonticasDe(p).has('proibe') || deonticasDe(p).has('dispensa')));
  return resto.length ? resto.join('; ') : frase;
}

const CONSEQUENCIA = /^(?:o|a|os|as|esse|essa|este|esta|tal)\s+(?:prazos?|tempo|distancia|quantidade|quantitativo|volume|cronograma|atendimento|localizacao|dispersao|exclusividade|vedacao|combinacao|soma|multas?|irreajustabilidade|ausencia|horario|jornada|concentracao)\b.{6,}?\s(?=(?:exigem?|pede[m]?|requer(?:em)?|demandam?|impoe[m]?|obrigam?|recomendam?|aconselham?|sugerem?|justificam?|torna[m]?)\s)/;

/** "Sem estoque próximo, a empresa fica exposta…": who would be, not what the page has. */
const FALTA = /^(?:sem|na\s+falta\s+de|com)\s[^,.;]{3,60},\s/i;
const withoutFalta = (frase: string, quantas: number): string => {
  const m = quantas > 1 ? FALTA.exec(frase) : null;
  return m && !PAPEL.test(fold(m[0])) ? frase.slice(m[0].length) : frase;
};
/** "a equipe precisa ser própria", where others may not do it. */
const isPropria = (frase: string, provas: readonly ProvaLida[]): boolean => /\bpropri[oa]s?\b/.test(fold(frase)) && !PAPEL.test(fold(frase)) && provas.some((p) => /subcontrat|terceir|cess[aã]o/.test(fold(p.texto)) && deonticasDe(p.texto).has('proibe'));

/** "não foi achada cláusula que exija carta": what is not there supports no demand. */
const isFalta = (k: ConhecidoLido): boolean => /^(?:nao\s+(?:foi|foram|ha|se|consta|existe)|nenhum|sem)\b/.test(fold(k.de.texto ?? k.de.valor));

function checkFrase(inteira: string, quantas: number, provas: readonly ProvaLida[], doAssunto: readonly ConhecidoLido[]): Recusa | null {
  const causa = CONSEQUENCIA.exec(fold(inteira));
  const principal = causa && !PAPEL.test(fold(inteira).slice(causa[0].length)) ? inteira.slice(0, causa[0].length) : inteira;
  const frase = withoutConselho(withoutFalta(withoutJuizoFinal(principal), quantas), provas);
  const termos = termosDe(frase);
  const base = new Set([...provas.flatMap((p) => [...p.termos, ...p.contexto]), ...doAssunto.filter((k) => !isFalta(k)).flatMap((k) => [...k.todosOsTermos])]);
  const daPagina = new Set(provas.flatMap((p) => [...p.termosDaPagina]));
  const tudo = new Set([...base, ...daPagina]);
  const isDita = createBusca(base);
  const isDaPagina = createBusca(tudo);
  const ausentes = [...termos].filter((t) => !isDaPagina(t)).length;
  const ditos = [...termos].filter(isDita).length;
  const parte = termos.size ? (ditos + PESO_DA_PAGINA * (termos.size - ditos - ausentes)) / termos.size : 1;
  const juizo = isJuizo(frase);
  const deonticas = deonticasDe(frase);
  const minimo = !juizo ? AFIRMA : quantas > 1 && !deonticas.has('obriga') && !deonticas.has('proibe') ? 0 : JULGA;
  const curta = quantas > 1 && termos.size <= 3 && (isPropria(frase, provas) || !['obriga', 'proibe', 'permite', 'dispensa'].some((d) => deonticas.has(d as Deontica)));
  if (curta) return null;
  if (!juizo && deonticas.size > 0 && ausentes >= 2 && ausentes / termos.size > (deonticas.size === 1 && deonticas.has('permite') || ditos >= 2 && !PAPEL.test(fold(frase)) ? 0.5 : AUSENTES)) return recusa('sem_apoio', 'A afirmação traz palavras que nem a citação nem a página têm: diga só o que o trecho diz.');
  const acrescimo = longestAusencia(frase, isDaPagina) >= ACRESCIMO || longestAusencia(frase, isDita) > ACRESCIMO;
  if (acrescimo) return recusa('sem_apoio', 'A afirmação acrescenta ao que a citação diz: fique no que o trecho traz.');
  const objeto = findObjeto(frase);
  if (objeto !== null && !(PAPEL.test(objeto.palavra) || PAPEIS.test(objeto.palavra) ? isDita : isDaPagina)(objeto.raiz)) return recusa('sem_apoio', `A afirmação diz que se exige “${objeto.palavra}”, e a citação não fala disso.`);
  if (parte < minimo || (termos.size > 1 && minimo > 0 && ditos === 0)) {
    return recusa('sem_apoio', 'As citações não falam do que a afirmação diz: cite o trecho que a sustenta ou reescreva-a com o que o trecho diz.');
  }
  const afirmados = termosDe(frase.replace(NEGADA, ' '));
  if ([...afirmados].some((t) => GRAVES.has(t) && !base.has(t) && !provas.some((p) => entornoDe(p).has(t)) && !(GRAVES_DA_PAGINA.has(t) && daPagina.has(t)))) return recusa('sem_apoio', 'A afirmação fala de uma consequência (sanção, desclassificação, rescisão) que a citação não traz.');
  const oposta = findOposta(deonticas, termos, provas, doAssunto) ?? findNegacao(frase, provas);
  return oposta ? recusa('sem_apoio', oposta) : null;
}

/** The longest run of words that stand nowhere on the page, clauses of judgement left out. */
function longestAusencia(frase: string, isDita: (termo: string) => boolean): number {
  let maior = 0;
  let atual = 0;
  for (const { inicio, fim } of clausesOf(frase)) {
    const clausula = frase.slice(inicio, fim);
    atual = 0;
    if (isJuizo(clausula)) continue;
    for (const { raiz } of readTermos(clausula)) {
      atual = isDita(raiz) ? 0 : atual + 1;
      maior = Math.max(maior, atual);
    }
  }
  return maior;
}

/** ", o que dá previsibilidade de receita": what the company makes of it. */
function withoutJuizoFinal(frase: string): string {
  const m = /,\s+(?:um|uma)\s+(?:patamar|n[ií]vel|valor|prazo|limite|percentual|[ií]ndice|exig[eê]ncia|teto|janela|custo|peso|r[eé]gua|corte|barra|ritmo)\s+(?=(?:bem\s+|muito\s+|bastante\s+)?(?:apertad|curt|alt|baix|rigoros|exigent|sever|pesad|estreit|folgad|razo[aá]ve|elevad|comum|us[ua]|dur|puxad))|,\s+(?:o\s+que|algo\s+que|fator\s+que|ponto\s+que|custo\s+que|prazo\s+que)\s/.exec(frase);
  if (!m) return frase;
  const cauda = frase.slice(m.index);
  const dispensados = deonticasDe(cauda).has('dispensa') && deonticasDe(frase.slice(0, m.index)).has('dispensa');
  return PAPEL.test(fold(cauda)) && !dispensados || [...deonticasDe(cauda)].some((d) => d === 'proibe' || d === 'dispensa' && !dispensados) ? frase : frase.slice(0, m.index);
}

const EXIGE = /\b(?:exige(?:m|-se)?|exigid[oa]s?|exigencia\s+de|obrigatori[oa]\s+(?:a\s+|o\s+)?|necessari[oa]s?|precisa(?:m)?|deve(?:m|ra|rao)?|tera(?:o)?\s+(?:de|que)|requer(?:em)?|obrigad[oa]s?\s+a)\s+/g;
const APOIO_VERBAL = /^(?:(?:a|o|as|os|um|uma|de|da|do|que|ser|se|ter|haver|apresentar|apresentacao|comprovar|comprovacao|possuir|manter|dispor|fornecer|realizar|realizacao|contratar|contar|com|obter|entregar|enviar|incluir|providenciar|prestar|estar|vir|acompanhad[oa]s?|em|na|no|tambem|ainda|juntar|anexar|demonstrar|observar|seguir|cumprir|atender|efetuar|fazer|emitir|indicar|informar|declarar|registrar|constar|conter|ao|aos|ate|por|para|pelo|pela|nome|dos|das|todos|todas|cada|sua|seu|suas|seus)\s+)*/;
/** What a sentence says is demanded: the first word of content after the verb. */
function findObjeto(frase: string): { readonly raiz: string; readonly palavra: string } | null {
  const dobrado = fold(frase);
  for (const m of dobrado.matchAll(EXIGE)) {
    const depois = dobrado.slice(m.index + m[0].length).replace(APOIO_VERBAL, '');
    const palavra = /^[a-z]{4,}/.exec(depois)?.[0];
    const raiz = palavra === undefined ? undefined : [...termosDe(palavra)][0];
    if (palavra !== undefined && raiz !== undefined && (!VERBO.test(palavra) || TITULO.test(palavra))) return { raiz, palavra };
  }
  return null;
}
/** An infinitive is what is done, which is said in many ways; a noun is what is asked for. */
const TITULO = /^(?:doutorado|mestrado|bacharelado|certificado|atestado|almoxarifado)s?$/;
const VERBO = /(?:ar|er|ir|or|ado|ada|ido|ida|ados|adas|idos|idas|ando|endo|indo)$/;

const FACULTA = /\b(?:podera(?:o)?\s+ser\s+(?:feit|comprovad|apresentad|demonstrad|realizad)\w+\s+(?:\w+\s+){0,3}?(?:por|mediante|atraves)|facultativ\w+|facultad[oa]s?|opcional|opcionais|optar\w*|podera(?:o)?\s+(?:ser\s+)?(?:substitu|dispens)\w+|a\s+criterio|prescind\w+|independente\w*)\b/;
/** What is punished is forbidden. */
const PUNE = /\b(?:acarret\w+|implic\w+|ensej\w+|result\w+|lev\w+|caus\w+|sera(?:o)?|sob\s+pena\s+d[ea])\s+(?:\w+\s+){0,3}?(?:exclus\w+|exclu[ií]d\w+|desclassific\w+|inabilit\w+|eliminac\w+|eliminad\w+|nulidade|rescisao)\b/;
/** The claim demands, forbids, allows or waives what its quotes do not. */
function findOposta(frase: ReadonlySet<Deontica>, termos: ReadonlySet<string>, provas: readonly ProvaLida[], doAssunto: readonly ConhecidoLido[]): string | null {
  const comum = new Set(provas.filter((p) => common(p.termos, termos) > 0).flatMap((p) => [...deonticasDe(p.texto)]));
  const punida = provas.some((p) => PUNE.test(fold(p.texto)));
  if (frase.has('proibe') && !frase.has('permite') && comum.has('permite') && !comum.has('proibe') && !comum.has('nega') && !comum.has('obriga') && !punida) return 'A afirmação diz que algo é vedado e a citação o permite.';
  if (frase.has('permite') && !frase.has('proibe') && !frase.has('nega') && !frase.has('dispensa') && comum.has('proibe') && !comum.has('permite') && !comum.has('dispensa')) return 'A afirmação diz que algo é permitido e a citação o veda.';
  if (frase.has('dispensa') && !frase.has('obriga') && comum.has('obriga') && !comum.has('dispensa') && !comum.has('nega') && !comum.has('permite') && !provas.some((p) => FACULTA.test(fold(p.texto)) && !/\boptar\b/.test(fold(p.texto)))) return 'A afirmação diz que algo não é exigido e a citação o exige.';
  if (doAssunto.some((k) => (k.de.campo !== undefined && AFIRMACOES_POR_CAMPO[k.de.campo] !== undefined) || k.de.paraQue === 'exigencia')) return null;
  const citado = new Set(provas.filter((p) => common(p.termos, termos) > 0).flatMap((p) => [...deonticasDe(p.texto)]));
  const negado = isNegadoNaCitacao(termos, provas);
  if (frase.has('proibe') && !citado.has('proibe') && !negado && !punida) return 'A afirmação diz que algo é vedado e a citação não o diz.';
  if (frase.has('dispensa') && !citado.has('dispensa') && !provas.some((p) => deonticasDe(p.texto).has('permite') && deonticasDe(p.texto).has('nega') && !deonticasDe(p.texto).has('obriga')) && !provas.some((p) => FACULTA.test(fold(p.texto))) && !negado) return 'A afirmação diz que algo não é exigido e a citação não o diz.';
  if (frase.has('permite') && !frase.has('proibe') && !frase.has('nega') && citado.has('proibe') && !citado.has('permite')) return 'A afirmação diz que algo é permitido e a citação o veda.';
  if (frase.has('obriga') && !frase.has('dispensa') && (citado.has('dispensa') || citado.has('permite')) && !citado.has('obriga')) return 'A afirmação diz que algo é exigido e a citação o deixa facultativo ou o dispensa.';
  return null;
}

const MESES = ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
/** A day of the week or a month, outside a date, that nothing shows. */
function findVago(texto: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): string | null {
  const numeros = readNumeros(texto);
  const vagos = findDiasEMeses(texto).filter((d) => d.nome !== 'hoje' && !numeros.some((n) => d.inicio >= n.inicio && d.inicio < n.fim));
  const numerosSabidos = [...provas.flatMap((p) => p.numeros), ...conhecidos.todos.flatMap((k) => [...k.numeros, ...k.numerosDoTexto])];
  const shows = (nome: string): boolean => provas.some((p) => fold(p.texto).includes(nome)) || conhecidos.todos.some((k) => fold(`${k.de.valor} ${k.de.texto ?? ''}`).includes(nome))
    || numerosSabidos.some((n) => n.chaves.some((c) => c.startsWith('data:') && Number(c.slice(10, 12)) === MESES.indexOf(nome) + 1));
  return vagos.find((d) => !shows(d.nome))?.nome ?? null;
}

function isNomeProvado(nome: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): boolean {
  const alvo = fold(nome).replace(/[^a-z0-9]/g, '').replace(/(?<=[a-z]{4})s$/, '');
  const stands = (texto: string): boolean => {
    const dobrado = fold(texto);
    return new RegExp(`(?<![a-z0-9])${alvo.split('').join('[^a-z0-9]?')}s?(?![a-z0-9])`).test(dobrado) || (nome === nome.toUpperCase() && initialsOf(dobrado).includes(alvo));
  };
  return provas.some((p) => stands(p.texto) || stands(p.daPagina)) || conhecidos.todos.some((k) => stands(`${k.de.rotulo} ${k.de.valor} ${k.de.texto ?? ''}`));
}

/** "Conselho Regional de Engenharia e Agronomia" → "crea". */
const initialsOf = (dobrado: string): string => (dobrado.match(/[a-z]+/g) ?? []).filter((p) => p.length > 2 && !/^(?:dos|das|nos|nas|aos|por|com|para|sobre|que)$/.test(p)).map((p) => p[0]!).join('');
