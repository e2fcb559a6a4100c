import type { Exigencia } from '../domain/exigencia.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { DECLARACAO_OUTRA, tiposDeclarados } from './classify.js';
import type { Clausula } from './clausula.js';
import type { TipoExigencia } from './tipo-exigencia.js';

/** A statement of a form: "( ) que não emprega menor…", "III - Declaramos que…". */
const AFIRMA = /^(?:[^:]{0,60}: ?)?\W{0,3}(?:que |nao |declar|esta |estar |cumpre|inexist|tem |possui|conhece|aceita|se compromete|caso altere|para os devidos fins|de que )/;
/** "…declara que:", "para os fins da licitação, DECLARA:": the numbered lines that follow are its statements. */
const ABRE = /\bdeclar(?:a|o|amos|am)\b(?:\(m\))?[^:]{0,160}:$/;
/** "frustrar a competição;": what must not be done, in a list of it. */
const CONDUTA = /^(?:comprovadamente,? )?(?!(?:ter|possuir|estar|cumprir|atender|conhecer|aceitar|manter|nao)\b)[a-z]{3,}[aei]r\b|:$/;
/** The body certifies the visit, the form says how it is signed: not what the bidder states. */
const NAO_AFIRMA = /\bcompareceu\b|\bacompanhou\b|\batestamos\b|^esta declaracao\b|^obs(?:ervac\w+)?\b|^tem ciencia d[ae]s? (?:condicoes impostas|disposicoes)/;
const ANEXO = /\banexo\s+(?:n?[ºo.]?\s*)?([ivx]{1,6}|\d{1,2}|unico)\b/;
const UNIFICADA = /\b(?:unificada|conjunta|geral|complementar|integrada|declaracoes)\b/;
/** The heading of a form, in characters of its beginning. */
const CABECALHO = 160;
/** A form with fewer kinds of statement only repeats the demand that cites it. */
const MINIMO = 2;
/** A form of so many is the declaration that the edital asks for, even where its number could not be read. */
const MUITAS = 4;

export interface Declarada {
  readonly clausula: Clausula;
  readonly tipo: TipoExigencia;
  /** The edital asks for it in words of its own: the form is where else it stands. */
  readonly repete: boolean;
}

/**
 * What a declaration of many statements makes the bidder state: the edital asks for "declaração unificada (Anexo III)"
 * and only the form says what it holds. Forms of one statement, and of few that no demand cites, are left alone.
 */
export function findDeclaradas(t: TextoEdital, clausulas: readonly Clausula[], lidas: readonly Exigencia[]): Declarada[] {
  const pedidos = new Set(lidas.flatMap((x) => (x.grupo === 'declaracao' && x.dados.modelo ? [x.dados.modelo.toLowerCase().normalize('NFD').replace(/[^a-z0-9 ]/g, '')] : [])));
  const pedeUnificada = lidas.some((x) => x.grupo === 'declaracao' && UNIFICADA.test(x.texto.toLowerCase()));
  const jaPedidas = new Set(lidas.filter((x) => x.grupo === 'declaracao' && !UNIFICADA.test(x.texto.toLowerCase())).map((x) => x.tipo));
  return t.regioes.filter((r) => r.tipo === 'modelo' && /declarac|termo de (?:compromisso|adesao)/.test(`${r.titulo} ${t.dobrado.slice(r.inicio, r.inicio + CABECALHO)}`)).flatMap((r) => {
    const anexo = ANEXO.exec(r.titulo)?.[1];
    const pedido = (anexo !== undefined && pedidos.has(`anexo ${anexo}`)) || (pedeUnificada && UNIFICADA.test(r.titulo));
    const dela = statementsOf(clausulas.filter((c) => c.inicio >= r.inicio && c.inicio < r.fim && !c.titulo));
    const declaradas = dela.flatMap((clausula) => {
      const tipos = tiposDeclarados(clausula);
      const repete = tipos.length > 0 && tipos.every((x) => jaPedidas.has(x.tipo));
      return (tipos.length ? tipos : [DECLARACAO_OUTRA]).map((tipo) => ({ clausula, tipo, repete }));
    });
    return new Set(declaradas.map((d) => d.tipo.tipo)).size >= (pedido ? MINIMO : MUITAS) ? declaradas : [];
  });
}

function statementsOf(clausulas: readonly Clausula[]): Clausula[] {
  const afirmacoes: Clausula[] = [];
  let aberta = false;
  for (const c of clausulas) {
    if (ABRE.test(c.dobrado)) aberta = true;
    else if (c.dobrado.length > 25 && (AFIRMA.test(c.dobrado) || (aberta && c.numero !== null && !CONDUTA.test(c.dobrado))) && !NAO_AFIRMA.test(c.dobrado)) afirmacoes.push(c);
  }
  return afirmacoes;
}
