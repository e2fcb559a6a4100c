import { invalido } from '../../kernel/index.js';
import { parseNumeroControle } from '../../pncp/index.js';
import { isId } from '../../storage/index.js';
import { licitacaoNaoEncontrada } from '../lock-licitacao.js';
import type { LicitacaoEntity } from '../licitacao.entity.js';
import type { LicitacoesService } from '../licitacoes.service.js';

/**
 * The tender an address names: by its id, or by PNCP's number (with "/" or "-" before the year). With `criar`, a number that the
 * organisation does not have yet is brought from the collection, or from PNCP.
 * @throws AlicitError `licitacao_nao_encontrada`; with `criar`, what `LicitacoesService.create` throws
 */
export async function findLicitacaoPedida(licitacoes: LicitacoesService, organizacaoId: string, idOuNumero: string, { criar }: { readonly criar: boolean }): Promise<LicitacaoEntity> {
  if (isId('lic', idOuNumero)) return licitacoes.get(organizacaoId, idOuNumero);
  const numero = parseNumeroControle(idOuNumero)?.numero;
  if (!numero) throw licitacaoNaoEncontrada();
  if (criar) return licitacoes.get(organizacaoId, (await licitacoes.create(organizacaoId, { numeroControlePNCP: numero })).id);
  const { itens } = await licitacoes.list(organizacaoId, { numeroControlePNCP: numero, limite: 100 });
  const achada = itens.find((l) => l.origem !== 'envio') ?? itens[0];
  if (!achada) throw licitacaoNaoEncontrada();
  return achada;
}

/** PNCP's number of a tender. @throws AlicitError `licitacao_sem_numero` when it has none: nothing can be asked of PNCP about it */
export function requireNumero({ numeroControlePNCP }: Pick<LicitacaoEntity, 'numeroControlePNCP'>): string {
  const numero = numeroControlePNCP && parseNumeroControle(numeroControlePNCP)?.numero;
  if (!numero) throw invalido('licitacao_sem_numero', 'A licitação não tem número de controle do PNCP: informe-o em PATCH /v1/licitacoes/{id}, ou guarde a licitação pelo número.');
  return numero;
}
