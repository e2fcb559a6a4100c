import type { Fatos } from '../domain/fato.js';
import { formatValor } from './format-valor.js';
import type { Sinais } from './read-sinais.js';

/** A version of the edital with what tells its age. */
export interface Versao {
  readonly nome: string;
  readonly sinais: Sinais;
  /** Only `sessao_abertura` is looked at. */
  readonly fatos: Pick<Fatos, 'sessao_abertura'>;
}

export interface Escolha<V extends Versao> {
  readonly escolhida: V;
  /** The others, the one that came right before first. */
  readonly anteriores: readonly V[];
  /** Portuguese: the signals that decided and those that speak against. */
  readonly motivo: string;
}

interface Criterio {
  readonly valorDe: (v: Versao) => number | string | null;
  readonly dizer: (v: Versao, outra: Versao) => string;
}

const sessaoDe = (v: Versao): string | null => v.fatos.sessao_abertura.valor;
const dia = (iso: string | null): string => (iso ? formatValor('sessao_abertura', iso) : 'data não encontrada');

/** From the strongest signal to the weakest; a name decides only when nothing inside does. */
const CRITERIOS: readonly Criterio[] = [
  { valorDe: (v) => (v.sinais.retificado ? 1 : 0), dizer: (v) => `diz de si mesmo que foi retificado (“${v.sinais.retificado?.texto ?? ''}”, página ${v.sinais.retificado?.pagina ?? 1})` },
  { valorDe: (v) => v.sinais.versao, dizer: (v, o) => `é a versão ${v.sinais.versao}, depois da ${o.sinais.versao ?? 'primeira'}` },
  { valorDe: (v) => v.sinais.assinatura, dizer: (v, o) => `foi assinado em ${dia(v.sinais.assinatura)}, depois do outro (${dia(o.sinais.assinatura)})` },
  { valorDe: sessaoDe, dizer: (v, o) => `marca a sessão para ${dia(sessaoDe(v))}, e o outro para ${dia(sessaoDe(o))}` },
  { valorDe: (v) => (v.sinais.nome.retificado ? 1 : 0), dizer: () => 'o nome do arquivo sugere que é o mais novo' },
  { valorDe: (v) => v.sinais.nome.versao, dizer: () => 'o nome do arquivo traz um número de versão maior' },
];

/** −1, 0, 1: how a criterion orders two versions; 0 when either does not say. */
function compare(c: Criterio, a: Versao, b: Versao): number {
  const [x, y] = [c.valorDe(a), c.valorDe(b)];
  if (x === null || y === null || x === y) return 0;
  return x > y ? 1 : -1;
}

const newest = (a: Versao, b: Versao): number => CRITERIOS.map((c) => compare(c, b, a)).find((r) => r !== 0) ?? (a.nome < b.nome ? -1 : 1);

/** Which of several versions of the same edital is in force. At least one is given. */
export function chooseEmVigor<V extends Versao>(versoes: readonly V[]): Escolha<V> {
  const [escolhida, ...anteriores] = [...versoes].sort(newest) as [V, ...V[]];
  const outra = anteriores[0];
  return { escolhida, anteriores, motivo: outra ? explain(escolhida, outra) : 'é o único edital do conjunto' };
}

function explain(escolhida: Versao, outra: Versao): string {
  const favor = CRITERIOS.filter((c) => compare(c, escolhida, outra) > 0);
  if (!favor.length) return 'nada no conteúdo diz qual é o mais novo; foi tomado o primeiro pelo nome: confira no portal qual está publicado por último';
  const contra = CRITERIOS.filter((c) => compare(c, escolhida, outra) < 0);
  const texto = favor.map((c) => c.dizer(escolhida, outra)).join('; ');
  return contra.length ? `${texto}. Em sentido contrário, o outro ${contra.map((c) => c.dizer(outra, escolhida)).join('; ')}: confira no portal` : texto;
}
