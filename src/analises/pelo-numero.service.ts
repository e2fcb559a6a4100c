import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { conflito } from '../kernel/index.js';
import { AcompanhamentosService } from '../licitacoes/licitacoes.module.js';

/** What is asked of the files: often enough to be quick, seldom enough to be cheap. */
const PASSO_MS = 300;
/** How soon the client should come back. */
const TENTAR_EM_S = 5;
/** A file that failed so often no longer holds the analysis up: it goes on without. */
const TENTATIVAS_ESPERADAS = 2;

/** A tender asked for by PNCP's number: brought here with its files. */
@Injectable()
export class PeloNumeroService {
  constructor(private readonly acompanhamentos: AcompanhamentosService) {}

  /**
   * The organisation's tender with this number, its files fetched. Waits for them up to `esperaMs`.
   * @throws AlicitError `arquivos_em_busca` (409, Retry-After) while they are on their way: the same request again goes on from there;
   * `licitacao_nao_encontrada`, `licitacao_nao_publicada`, `pncp_indisponivel`
   */
  async prepare(organizacaoId: string, numero: string, esperaMs: number): Promise<string> {
    const licitacao = await this.acompanhamentos.find(organizacaoId, numero, { criar: true });
    let arquivos = await this.acompanhamentos.listArquivos(organizacaoId, licitacao.id);
    if (!arquivos.length) arquivos = await this.acompanhamentos.fetchArquivos(organizacaoId, licitacao);
    const fim = performance.now() + esperaMs;
    for (;;) {
      const esperados = arquivos.filter((a) => a.estado === 'pendente' && a.tentativas < TENTATIVAS_ESPERADAS).length;
      if (!esperados) return licitacao.id;
      if (performance.now() >= fim) throw conflito('arquivos_em_busca', `Os arquivos da licitação estão sendo buscados no PNCP (faltam ${esperados}): repita o mesmo pedido em instantes.`, { licitacaoId: licitacao.id, faltam: esperados, tentarEmS: TENTAR_EM_S });
      await wait(PASSO_MS);
      arquivos = await this.acompanhamentos.listArquivos(organizacaoId, licitacao.id);
    }
  }
}
