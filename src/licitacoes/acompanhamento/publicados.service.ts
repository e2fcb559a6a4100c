import { Inject, Injectable } from '@nestjs/common';
import type { ArquivoPublicado } from '../../acervo/index.js';
import { AcervoService } from '../../acervo/acervo.module.js';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError, indisponivel } from '../../kernel/index.js';
import { PNCP, type Pncp } from '../../pncp/index.js';

/** Somebody waits for the answer. */
const TEMPO_MS = 20_000;
/** PNCP lists no file, soon after publication or for good. */
const SEM_ARQUIVOS: ReadonlySet<string> = new Set(['pncp_ainda_sem_arquivos', 'pncp_nao_encontrado']);

/** Files of a tender as PNCP lists them. */
@Injectable()
export class PublicadosService {
  constructor(private readonly acervo: AcervoService, @Inject(PNCP) private readonly pncp: Pncp, @Inject(CONFIG) private readonly config: Config) {}

  /**
   * What the collection knows; PNCP is asked when it does not know yet, or with `agora`. What PNCP answers is kept in the collection.
   * @throws AlicitError `licitacao_nao_publicada`, `pncp_indisponivel` (only with `agora`, and when nothing is known)
   */
  async list(numero: string, { agora }: { readonly agora: boolean }): Promise<readonly ArquivoPublicado[]> {
    const achada = await this.acervo.ensure(numero);
    if (!this.config.pncp.ligado || (!agora && achada.arquivosEstado !== 'pendente')) return achada.arquivos;
    try {
      const vistaEm = new Date();
      const crus = await this.pncp.arquivos(numero, AbortSignal.timeout(TEMPO_MS));
      await this.acervo.receiveArquivos(numero, crus.map((a) => a.bruto), { vistaEm });
      return (await this.acervo.find(numero))?.arquivos ?? [];
    } catch (erro) {
      if (!(erro instanceof AlicitError) || (agora && !achada.arquivos.length && !SEM_ARQUIVOS.has(erro.codigo))) throw toErro(erro, numero);
      return achada.arquivos;
    }
  }
}

const toErro = (erro: unknown, numero: string): unknown =>
  erro instanceof AlicitError ? indisponivel('pncp_indisponivel', 'O PNCP não respondeu com os arquivos desta licitação. Tente de novo mais tarde, ou envie os arquivos em POST /v1/licitacoes/{id}/arquivos.', { numeroControlePNCP: numero, causa: erro.codigo }) : erro;
