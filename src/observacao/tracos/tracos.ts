import { readPonto, withPonto } from '../contexto.js';
import { classOf } from '../sonda.js';
import { currentMotor, type Atributos, type Papel, type TracoAberto } from './motor.js';
import { formatTraceparent, type Ponto } from './traceparent.js';

/** What the work inside a span may add to it. */
export interface Traco {
  set(atributos: Atributos): void;
  /** It ended badly without throwing. @param erro class, snake_case */
  fail(erro: string): void;
}

const MUDO: Traco = { set: () => undefined, fail: () => undefined };

/**
 * Runs `fazer` in a span of the trace under way. Outside of a trace, in one that is not recorded, or without OTLP, it is
 * only run. What it throws ends the span with the class of the error, without its text.
 * @param atributos as a function where they cost something to make
 */
export function withTraco<T>(nome: string, atributos: Atributos | (() => Atributos), fazer: (traco: Traco) => T, papel: Papel = 'interno'): T {
  const motor = currentMotor();
  const pai = motor && readPonto();
  if (!motor || !pai?.amostrado) return fazer(MUDO);
  return runIn(motor.begin(nome, papel, typeof atributos === 'function' ? atributos() : atributos, pai), fazer);
}

/** The same where work begins: a span also where there is no trace yet. @param pai where the work was asked for; null: nowhere known */
export function withTracoRaiz<T>(nome: string, atributos: Atributos, pai: Ponto | null, fazer: (traco: Traco) => T, papel: Papel = 'consumidor'): T {
  const motor = currentMotor();
  if (!motor) return pai ? withPonto(pai, () => fazer(MUDO)) : fazer(MUDO);
  return runIn(motor.begin(nome, papel, atributos, pai), fazer);
}

/** A child span whose end the caller tells; null where none is made. */
export function openTraco(nome: string, papel: Papel, atributos: () => Atributos): TracoAberto | null {
  const motor = currentMotor();
  const pai = motor && readPonto();
  return motor && pai?.amostrado ? motor.begin(nome, papel, atributos(), pai) : null;
}

/** The trace under way, for whoever goes on with it elsewhere; null outside of any. */
export function tracoAtual(): { readonly traceparent: string } | null {
  const ponto = readPonto();
  return ponto && { traceparent: formatTraceparent(ponto) };
}

function runIn<T>(aberto: TracoAberto, fazer: (traco: Traco) => T): T {
  let erro: string | null = null;
  const traco: Traco = {
    set: (atributos) => aberto.set(atributos),
    fail: (classe) => void (erro = classe),
  };
  const falha = (lancado: unknown): never => {
    aberto.end(classOf(lancado));
    throw lancado;
  };
  try {
    const feito = withPonto(aberto.ponto, () => fazer(traco));
    if (feito instanceof Promise) return feito.then((valor: unknown) => (aberto.end(erro), valor), falha) as T;
    aberto.end(erro);
    return feito;
  } catch (lancado) {
    return falha(lancado);
  }
}
