import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CorrigirService } from '../editais/editais.module.js';
import { naoEncontrado } from '../kernel/index.js';
import { TrabalhosService } from '../storage/storage.module.js';
import type { Analise, RequisitoHabilitacao } from './domain/analise.js';

const unzip = promisify(gunzip);
/** Most bytes of a judgement's JSON. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Companies whose last judgement is looked at: the rows of the matrix depend on the company. */
const MAX_EMPRESAS = 5;

/** Rows of the habilitação matrix as last judged, for who corrects them. */
@Injectable()
export class RequisitosJulgados implements OnModuleInit {
  constructor(private readonly fonte: DataSource, private readonly trabalhos: TrabalhosService, private readonly corrigir: CorrigirService) {}

  onModuleInit(): void {
    this.corrigir.useRequisitos((organizacaoId, licitacaoId, requisitoId) => this.find(organizacaoId, licitacaoId, requisitoId));
  }

  /**
   * What the machine said of a row in the newest judgement of the tender that has it, without what people said; null while nothing was judged.
   * @throws AlicitError `requisito_nao_encontrado` when no judgement has the row
   */
  async find(organizacaoId: string, licitacaoId: string, requisitoId: string): Promise<RequisitoHabilitacao | null> {
    const chaves = await this.listJulgamentos(organizacaoId, licitacaoId);
    let houve = false;
    for (const chave of chaves) {
      const bytes = await this.trabalhos.find(chave);
      if (!bytes) continue;
      houve = true;
      const { habilitacao, requisitosDispensados = [] } = JSON.parse((await unzip(bytes, { maxOutputLength: MAX_BYTES })).toString('utf8')) as Pick<Analise, 'habilitacao' | 'requisitosDispensados'>;
      const linha = [...habilitacao, ...requisitosDispensados].find((r) => r.id === requisitoId);
      if (linha) return readingOf(linha);
    }
    if (houve) throw naoEncontrado('requisito_nao_encontrado', 'Nenhuma análise desta licitação tem um requisito com este id: use o id de uma linha de “habilitacao” do relatório.');
    return null;
  }

  /** The last of each company, newest first. */
  private async listJulgamentos(organizacaoId: string, licitacaoId: string): Promise<string[]> {
    const linhas = await this.fonte.query<{ resultado: string }[]>(
      `select resultado from (
         select distinct on (empresa_id) id, resultado from alicit.analise
         where organizacao_id = $1 and licitacao_id = $2 and estado = 'concluida' and resultado is not null order by empresa_id, id desc) a
       order by id desc limit ${MAX_EMPRESAS}`, [organizacaoId, licitacaoId],
    );
    return linhas.map((l) => l.resultado);
  }
}

/** The row as it was before a person corrected it. */
function readingOf({ corrigido, ...linha }: RequisitoHabilitacao): RequisitoHabilitacao {
  return corrigido ? { ...linha, ...corrigido.leituraDaMaquina } : linha;
}
