import type { Exigencia } from '../domain/exigencia.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { DECLARACAO_OUTRA, tiposDeclarados } from './classify.js';
import type { Clausula } from './clausula.js';
import type { TipoExigencia } from './tipo-exigencia.js';

/** A statement of a form: "( ) que não emprega menor…", "III - Declaramos que…". */
const AFIRMA = /^(?:[^:]{0,60}: ?)?\W{0,3}(?:que |nao |declar|esta |estar |cumpre|inexist|tem |possui|conhece|aceita|se compromete|caso altere|para os devidos fins|de que )/;
const ANEXO = /\banexo\s+(?:n?[ºo.]?\s*)?([ivx]{1,6}|\d{1,2}|unico)\b/;
const UNIFICADA = /\b(?:unificada|conjunta|geral|complementar|integrada|declaracoes)\b/;
/** A form with fewer kinds of statement only repeats the demand that cites it. */
const MINIMO = 2;
/** A form of so many is the declaration that the edital asks for, even where its number could not be read. */
const MUITAS = 4;

/**
 * What a declaration of many statements makes the bidder state: the edital asks for "declaração unificada (Anexo III)"
 * and only the form says what it holds. Forms of one statement, and of few that no demand cites, are left alone.
 */
export function findDeclaradas(t: TextoEdital, clausulas: readonly Clausula[], lidas: readonly Exigencia[]): { readonly clausula: Clausula; readonly tipo: TipoExigencia }[] {
  const pedidos = new Set(lidas.flatMap((x) => (x.grupo === 'declaracao' && x.dados.modelo ? [x.dados.modelo.toLowerCase().normalize('NFD').replace(/[^a-z0-9 ]/g, '')] : [])));
  const pedeUnificada = lidas.some((x) => x.grupo === 'declaracao' && UNIFICADA.test(x.texto.toLowerCase()));
  return t.regioes.filter((r) => r.tipo === 'modelo' && /declarac/.test(r.titulo)).flatMap((r) => {
    const anexo = ANEXO.exec(r.titulo)?.[1];
    const pedido = (anexo !== undefined && pedidos.has(`anexo ${anexo}`)) || (pedeUnificada && UNIFICADA.test(r.titulo));
    const dela = clausulas.filter((c) => c.inicio >= r.inicio && c.inicio < r.fim && !c.titulo && AFIRMA.test(c.dobrado) && c.dobrado.length > 25);
    const declaradas = dela.flatMap((clausula) => {
      const tipos = tiposDeclarados(clausula);
      return (tipos.length ? tipos : [DECLARACAO_OUTRA]).map((tipo) => ({ clausula, tipo }));
    });
    return new Set(declaradas.map((d) => d.tipo.tipo)).size >= (pedido ? MINIMO : MUITAS) ? declaradas : [];
  });
}
