import type { ItemPncp } from '../licitacao.js';
import { diffCampos, type CampoMudado, type Fontes } from './diff.js';
import type { Bruto } from './forma.js';

/** An item as kept: PNCP's and ours. */
export interface ItemLido {
  readonly bruto: Bruto;
  readonly item: ItemPncp;
}

const FONTES: Fontes<ItemPncp> = {
  descricao: ['descricao'], quantidade: ['quantidade'], unidade: ['unidadeMedida'], valorUnitario: ['valorUnitarioEstimado'], valorTotal: ['valorTotal'],
  beneficio: ['tipoBeneficio', 'tipoBeneficioId', 'tipoBeneficioNome'], materialOuServico: ['materialOuServico', 'materialOuServicoNome'],
  sigiloso: ['orcamentoSigiloso'], criterioJulgamentoId: ['criterioJulgamentoId', 'criterioJulgamentoNome'],
};
/** Clocks of the item: they tell that something changed, not what. */
const RELOGIOS = new Set(['pncp/dataAtualizacao', 'pncp/dataInclusao']);

/** Items added, removed and changed, by number: `itens/3`, `itens/3/quantidade`. */
export function diffItens(antes: ReadonlyMap<number, ItemLido>, depois: ReadonlyMap<number, ItemLido>): readonly CampoMudado[] {
  const numeros = [...new Set([...antes.keys(), ...depois.keys()])].sort((a, b) => a - b);
  return numeros.flatMap((n): readonly CampoMudado[] => {
    const [a, d] = [antes.get(n), depois.get(n)];
    if (!a || !d) return [{ campo: `itens/${n}`, antes: a?.item ?? null, depois: d?.item ?? null }];
    return diffCampos(FONTES, { bruto: a.bruto, lido: a.item }, { bruto: d.bruto, lido: d.item })
      .filter((c) => !RELOGIOS.has(c.campo)).map((c) => ({ ...c, campo: `itens/${n}/${c.campo}` }));
  });
}
