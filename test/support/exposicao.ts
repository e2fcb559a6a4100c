/** Prometheus' text format 0.0.4, as its parser takes it. */
export interface Exposicao {
  readonly texto: string;
  readonly tipos: ReadonlyMap<string, string>;
  /** Values of the samples of that name with at least those labels; a value may be an asymmetric matcher (any). */
  find(nome: string, rotulos?: Readonly<Record<string, string>>): number[];
}

interface Amostra { readonly nome: string; readonly rotulos: Readonly<Record<string, string>>; readonly valor: number }

const NOME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const ROTULO = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const LINHA = new RegExp(`^(${NOME})(?:\\{((?:${ROTULO})(?:,${ROTULO})*)?\\})? ([Nn]a[Nn]|[+-]Inf|[+-]?[0-9.]+(?:e[+-]?[0-9]+)?)$`);

/** @throws Error at the first line Prometheus would refuse: bad syntax, a sample without type, a series twice, a histogram that shrinks */
export function readExposicao(texto: string): Exposicao {
  const tipos = new Map<string, string>();
  const amostras: Amostra[] = [];
  const vistas = new Set<string>();
  if (!texto.endsWith('\n')) throw new Error('falta o fim de linha');
  for (const linha of texto.split('\n')) {
    if (!linha) continue;
    const tipo = new RegExp(`^# TYPE (${NOME}) (counter|gauge|histogram|summary)$`).exec(linha);
    if (tipo) {
      if (tipos.has(tipo[1]!)) throw new Error(`tipo repetido: ${linha}`);
      tipos.set(tipo[1]!, tipo[2]!);
      continue;
    }
    if (linha.startsWith('# HELP ')) continue;
    const m = LINHA.exec(linha);
    if (!m) throw new Error(`linha inválida: ${linha}`);
    const chave = linha.slice(0, linha.lastIndexOf(' '));
    if (vistas.has(chave)) throw new Error(`série repetida: ${linha}`);
    vistas.add(chave);
    const nome = m[1]!;
    if (!tipos.has(nome) && tipos.get(nome.replace(/_(?:bucket|sum|count)$/, '')) === undefined) throw new Error(`sem tipo: ${linha}`);
    if (tipos.get(nome) === 'counter' && !/_total$/.test(nome)) throw new Error(`contador sem _total: ${linha}`);
    const rotulos = Object.fromEntries([...(m[2] ?? '').matchAll(new RegExp(`([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\\]|\\\\.)*)"`, 'g'))].map((r) => [r[1]!, r[2]!]));
    amostras.push({ nome, rotulos, valor: m[3] === '+Inf' ? Infinity : Number(m[3]) });
  }
  checkHistogramas(amostras);
  const casa = (pedido: unknown, tem: string | undefined): boolean => (typeof pedido === 'string' ? pedido === tem : tem !== undefined);
  return { texto, tipos, find: (nome, rotulos = {}) => amostras.filter((a) => a.nome === nome && Object.entries(rotulos).every(([k, v]) => casa(v, a.rotulos[k]))).map((a) => a.valor) };
}

function checkHistogramas(amostras: readonly Amostra[]): void {
  const ultima = new Map<string, number>();
  for (const { nome, rotulos, valor } of amostras) {
    if (!nome.endsWith('_bucket')) continue;
    const { le: _, ...resto } = rotulos;
    const serie = `${nome}${JSON.stringify(resto)}`;
    if (valor < (ultima.get(serie) ?? 0)) throw new Error(`histograma decresce: ${serie}`);
    ultima.set(serie, valor);
  }
}
