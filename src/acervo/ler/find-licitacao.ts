import type { EntityManager } from 'typeorm';
import type { ItemPncp, Licitacao } from '../domain/licitacao.js';
import { findSemelhantes } from '../gravar/semelhantes.js';
import type { ArquivoPublicado, EstadoComplemento, LicitacaoDoAcervo } from '../domain/registro.js';

interface Linha {
  readonly numero: string;
  readonly dados: Omit<Licitacao, 'itens'>;
  readonly versao: number;
  readonly vista_em: Date;
  readonly mudada_em: Date;
  readonly itens: readonly ItemPncp[] | null;
  readonly itens_estado: EstadoComplemento | null;
  readonly arquivos: readonly ArquivoPublicado[] | null;
  readonly arquivos_estado: EstadoComplemento | null;
}

/** A tender by its canonical number, with what followed it. */
export async function findLicitacao(m: EntityManager, numero: string): Promise<LicitacaoDoAcervo | null> {
  const [l] = await m.query<Linha[]>(
    `select l.numero, l.dados, l.versao, l.vista_em, l.mudada_em, i.dados as itens, i.estado as itens_estado, a.dados as arquivos, a.estado as arquivos_estado
     from alicit.acervo_licitacao l
     left join alicit.acervo_complemento i on i.numero = l.numero and i.parte = 'itens'
     left join alicit.acervo_complemento a on a.numero = l.numero and a.parte = 'arquivos'
     where l.numero = $1`,
    [numero],
  );
  if (!l) return null;
  return {
    numero: l.numero, licitacao: withItens(l.dados, l.itens ?? []), versao: l.versao, itens: l.itens_estado ?? 'pendente', arquivos: l.arquivos ?? [],
    arquivosEstado: l.arquivos_estado ?? 'pendente', vistaEm: l.vista_em, mudadaEm: l.mudada_em, relacionadas: (await findSemelhantes(m, [{ numero, licitacao: l.dados }])).map((s) => s.outro),
  };
}

/** Lists bring no code of confidential budget: then the items tell, when they agree. */
function withItens(dados: Omit<Licitacao, 'itens'>, itens: readonly ItemPncp[]): Licitacao {
  const [primeiro] = itens;
  const orcamentoSigiloso = dados.orcamentoSigiloso ?? (primeiro && itens.every((i) => i.sigiloso === primeiro.sigiloso) ? primeiro.sigiloso : null);
  return { ...dados, orcamentoSigiloso, itens };
}
