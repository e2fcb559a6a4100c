import { addDias, toMillis, type Dia } from '../../kernel/index.js';
import type { Alvo, Janela, RotaSinc } from './janela.js';

/** A period of one route for some modalities and states. */
export interface Pedido {
  readonly rota: RotaSinc;
  readonly modalidades: readonly number[];
  /** Null: all states at once. */
  readonly ufs: readonly string[] | null;
  readonly de: Dia;
  readonly ate: Dia;
}

export interface OpcoesPlano {
  readonly hoje: Dia;
  /** The last so many days are read again however often they were whole. */
  readonly sobreposicao: number;
  /** Older days are asked together, up to so many. */
  readonly maxDias: number;
  /** Read again what was whole too. */
  readonly reler: boolean;
  /** Gaps whose time has come by then are tried again; null: all of them. */
  readonly lacunasAte: Date | null;
}

/** What has to be done: new windows, windows to be read from the start, windows that go on. `prontas`: days × modality that are whole already. */
export interface Plano {
  readonly criar: readonly Alvo[];
  readonly reabrir: readonly string[];
  readonly continuar: readonly string[];
  readonly prontas: number;
}

/** The moment a day is over in Brasília. */
const fimDoDia = (dia: Dia): number => toMillis(`${addDias(dia, 1)}T00:00:00`);

/** Proved whole after its last day was over: only corrections of PNCP's own may still change it. */
export const isDefinitiva = ({ estado, lidaEm, alvo }: Janela): boolean => estado === 'fechada' && lidaEm !== null && lidaEm.getTime() >= fimDoDia(alvo.ate);

/**
 * What a period still lacks, given the windows there are (those without a parent): days nobody asked for, days that were
 * read before they were over, days of the overlap. Windows under way go on where they were.
 */
export function planJanelas(pedido: Pedido, existentes: readonly Janela[], opcoes: OpcoesPlano): Plano {
  const planos = pedido.modalidades.flatMap((modalidade) =>
    (pedido.ufs ?? [null]).map((uf) => planUma({ ...pedido, modalidade, uf }, existentes.filter((j) => j.alvo.rota === pedido.rota && j.alvo.modalidade === modalidade), opcoes)));
  return {
    criar: planos.flatMap((p) => p.criar), reabrir: [...new Set(planos.flatMap((p) => p.reabrir))], continuar: [...new Set(planos.flatMap((p) => p.continuar))],
    prontas: planos.reduce((n, p) => n + p.prontas, 0),
  };
}

type Um = Pick<Pedido, 'rota' | 'de' | 'ate'> & { readonly modalidade: number; readonly uf: string | null };

function planUma({ rota, modalidade, uf, de, ate }: Um, existentes: readonly Janela[], { hoje, sobreposicao, maxDias, reler, lacunasAte }: OpcoesPlano): Plano {
  const limite = addDias(hoje, MAX_ADIANTE);
  const [primeiro, ultimo] = rota === 'proposta' ? [ate, ate] : [de, ate < limite ? ate : limite];
  const daqui = new Map(existentes.filter((j) => j.alvo.uf === uf).flatMap((j) => diasDe(j, primeiro, ultimo).map((dia) => [dia, j] as const)));
  // One that asked for all states has these too.
  const inteiros = new Set(existentes.filter((j) => isDefinitiva(j) && (j.alvo.uf === null || j.alvo.uf === uf)).flatMap((j) => diasDe(j, primeiro, ultimo)));
  const [criar, reabrir, continuar]: [Alvo[], Set<string>, Set<string>] = [[], new Set(), new Set()];
  const recente = addDias(hoje, -sobreposicao);
  let prontas = 0;
  // Days nobody asked for, together until something comes between them.
  let soltos: Dia[] = [];
  const fechaJunto = (): void => {
    if (soltos.length) criar.push({ rota, modalidade, uf, de: soltos[0]!, ate: soltos.at(-1)! });
    soltos = [];
  };
  for (let dia = primeiro; dia <= ultimo; dia = addDias(dia, 1)) {
    const achada = daqui.get(dia);
    const basta = !reler && dia < recente && inteiros.has(dia);
    if (basta || achada) fechaJunto();
    if (basta) prontas++;
    else if (achada?.estado === 'lacuna') {
      if (lacunasAte === null || achada.proximaEm <= lacunasAte) reabrir.add(achada.id);
    } else if (achada) (achada.estado === 'fechada' ? reabrir : continuar).add(achada.id);
    else if ((dia >= recente && dia <= hoje) || rota === 'proposta') {
      fechaJunto();
      criar.push({ rota, modalidade, uf, de: dia, ate: dia });
    } else {
      if (soltos.length === maxDias) fechaJunto();
      soltos.push(dia);
    }
  }
  fechaJunto();
  return { criar, reabrir: [...reabrir], continuar: [...continuar], prontas };
}

/** The days of a window that lie in a period. */
function diasDe({ alvo }: Janela, de: Dia, ate: Dia): readonly Dia[] {
  const dias: Dia[] = [];
  for (let dia = alvo.de > de ? alvo.de : de; dia <= alvo.ate && dia <= ate; dia = addDias(dia, 1)) dias.push(dia);
  return dias;
}

/** Days to come are asked too when someone asks for them: dates of others may be wrong. */
const MAX_ADIANTE = 366;
const MAX_ATRAS = 364;

/** From what day on lists have to be read to stay right: since the first reading (null: there was none), at least the overlap, at most a year. */
export function desdeQuandoLer(primeira: Dia | null, { hoje, sobreposicao }: Pick<OpcoesPlano, 'hoje' | 'sobreposicao'>): Dia {
  const [recente, limite] = [addDias(hoje, -sobreposicao), addDias(hoje, -MAX_ATRAS)];
  const desde = primeira !== null && primeira < recente ? primeira : recente;
  return desde < limite ? limite : desde;
}
