import { readNumeros } from './numeros/read-numeros.js';
import type { ChaveNumero, NumeroLido } from './numeros/tipos.js';
import { radicaisDe, termosDe } from './termos.js';
import type { Conhecido } from './tipos.js';

/** A known thing, read: the numbers of its value, the words of its label. */
export interface ConhecidoLido {
  readonly de: Conhecido;
  readonly termos: ReadonlySet<string>;
  /** Stems of the label, families apart. */
  readonly radicais: ReadonlySet<string>;
  /** Words of the label, the value and the sentence. */
  readonly todosOsTermos: ReadonlySet<string>;
  readonly numeros: readonly NumeroLido[];
  readonly numerosDoTexto: readonly NumeroLido[];
}
export interface Conhecidos {
  readonly todos: readonly ConhecidoLido[];
  /** Those whose value a claim may contradict. */
  readonly valores: readonly ConhecidoLido[];
  /** Names of the site where the tender happens, as known: the only addresses a claim may hold. */
  readonly plataformas: readonly string[];
}

const lidos = new WeakMap<readonly Conhecido[], Conhecidos>();

/** Read once for a list. */
export function readConhecidos(conhecidos: readonly Conhecido[]): Conhecidos {
  let r = lidos.get(conhecidos);
  if (!r) {
    const todos = conhecidos.map(readConhecido);
    const plataformas = conhecidos.filter((k) => k.campo === 'plataforma').map((k) => k.valor);
    lidos.set(conhecidos, (r = { todos, plataformas, valores: todos.filter((k) => COM_VALOR.has(k.de.paraQue) && !(k.de.campo !== undefined && SEM_NUMERO.has(k.de.campo)) && !/dispositivo|fundamento|artigo/i.test(k.de.rotulo)) }));
  }
  return r;
}
/** Fields whose numbers are part of a name. */
const SEM_NUMERO: ReadonlySet<string> = new Set(['objeto', 'orgao_nome', 'plataforma', 'reajuste_indice', 'numero_edital', 'numero_processo']);
const COM_VALOR: ReadonlySet<string> = new Set(['fato', 'prazo', 'conta', 'licitacao']);

/** "5%; limite 5%, ou 10% com justificativa; ok": what was found, and what the law bounds. */
const splitLimites = (valor: string): [string, string] => {
  const partes = valor.split(';');
  return [partes.filter((p) => !/limite/i.test(p)).join(';'), partes.filter((p) => /limite/i.test(p)).join(';')];
};

function readConhecido(de: Conhecido): ConhecidoLido {
  const rotulo = de.rotulo.replace(/\([^)]*\)/g, ' ');
  const [valor, limites] = de.paraQue === 'verificacao' ? splitLimites(de.valor) : [de.valor, ''];
  const numeros = readNumeros(valor).map((n) => withUnidade(n, de));
  const numerosDoTexto = readNumeros(`${de.texto ?? ''} ${limites}`);
  return { de, termos: termosDe(rotulo), radicais: radicaisDe(rotulo), todosOsTermos: termosDe(`${de.rotulo} ${de.valor} ${de.texto ?? ''}`), numeros, numerosDoTexto };
}

/** Fields whose value is a bare count of a unit told by their label or name. */
function withUnidade(n: NumeroLido, { rotulo, campo }: Conhecido): NumeroLido {
  if (n.tipo !== 'plano') return n;
  const valor = n.chaves[0]!.slice('plano:'.length);
  const de = `${rotulo} ${campo ?? ''}`;
  const tipo = /dias[ _]úteis|dias[ _]uteis/i.test(de) ? 'dias_uteis' : /dias/i.test(de) ? 'dias' : /meses/i.test(de) ? 'meses' : /_pct|percentual|%/i.test(de) ? 'pct' : null;
  if (tipo === null) return campo === 'balanco_exercicios' ? { ...n, chaves: [...n.chaves, `meses:${Number(valor) * 12}`] } : n;
  const chave: ChaveNumero = `${tipo}:${valor}`;
  return { ...n, tipo, chaves: [chave, ...n.chaves] };
}
