import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { naoEncontrado } from '../../kernel/index.js';
import { isId } from '../../storage/index.js';
import type { ArquivoDoConjunto } from './chaves.js';

/** The files a tender has now, oldest first. */
@Injectable()
export class ArquivosDaLicitacao {
  constructor(private readonly fonte: DataSource) {}

  /** @throws AlicitError `licitacao_nao_encontrada` */
  async list(organizacaoId: string, licitacaoId: string): Promise<readonly ArquivoDoConjunto[]> {
    const existe = isId('lic', licitacaoId) && (await this.fonte.query<unknown[]>('select 1 from alicit.licitacao where id = $1 and organizacao_id = $2', [licitacaoId, organizacaoId])).length > 0;
    if (!existe) throw naoEncontrado('licitacao_nao_encontrada', 'Não existe licitação com esse identificador.');
    return this.fonte.query<ArquivoDoConjunto[]>('select nome, sha256 from alicit.licitacao_arquivo where licitacao_id = $1 and organizacao_id = $2 order by id', [licitacaoId, organizacaoId]);
  }
}
