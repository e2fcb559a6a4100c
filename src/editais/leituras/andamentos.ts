import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cleanJson } from '../../storage/storage.module.js';

/** What is known of a reading that is not finished. */
export interface Andamento {
  /** Of the files it is about: `EtapasLeitura.keyOf`. */
  readonly chave: string;
  readonly estado: 'na_fila' | 'lendo' | 'pronta' | 'falhou';
  readonly etapa: 'reunir' | 'ler' | 'extrair' | null;
  /** Documents read, of how many. */
  readonly feitos: number | null;
  readonly total: number | null;
  /** Pages recognised by OCR, of how many; null while none is. */
  readonly ocr: { readonly feitas: number; readonly total: number } | null;
  readonly erro: { readonly codigo: string; readonly mensagem: string } | null;
  /** Seconds since it last said something. */
  readonly caladoS: number;
}

/** Whose reading: a row for each tender. */
export interface DaLicitacao {
  readonly organizacaoId: string;
  readonly licitacaoId: string;
}

/** How far readings are, told by whichever process works on them. */
@Injectable()
export class Andamentos {
  constructor(private readonly fonte: DataSource) {}

  async find({ organizacaoId, licitacaoId }: DaLicitacao): Promise<Andamento | null> {
    const [linha] = await this.fonte.query<Andamento[]>(
      `select chave, estado, etapa, feitos, total, case when ocr_total is not null then json_build_object('feitas', ocr_feitas, 'total', ocr_total) end as ocr, erro, extract(epoch from now() - atualizada_em)::float8 as "caladoS" from alicit.leitura where licitacao_id = $1 and organizacao_id = $2`,
      [licitacaoId, organizacaoId],
    );
    return linha ?? null;
  }

  /** Starts again from nothing. */
  async queue({ organizacaoId, licitacaoId }: DaLicitacao, chave: string): Promise<void> {
    await this.fonte.query(
      `insert into alicit.leitura (licitacao_id, organizacao_id, chave, estado) values ($1, $2, $3, 'na_fila')
       on conflict (licitacao_id) do update set chave = excluded.chave, estado = 'na_fila', etapa = null, feitos = null, total = null, ocr_feitas = null, ocr_total = null, erro = null, atualizada_em = now()
       where alicit.leitura.organizacao_id = excluded.organizacao_id`,
      [licitacaoId, organizacaoId, chave],
    );
  }

  /** A sign of life, for the files of `chave` only: those that came since are another reading. */
  async tell({ organizacaoId, licitacaoId }: DaLicitacao, chave: string, { etapa, feitos = null, total = null, ocr = null }: { readonly etapa: Andamento['etapa']; readonly feitos?: number | null; readonly total?: number | null; readonly ocr?: Andamento['ocr'] }): Promise<void> {
    await this.fonte.query(
      `update alicit.leitura set estado = 'lendo', etapa = $4, feitos = $5, total = $6, ocr_feitas = $7, ocr_total = $8, atualizada_em = now() where licitacao_id = $1 and organizacao_id = $2 and chave = $3`,
      [licitacaoId, organizacaoId, chave, etapa, feitos, total, ocr?.feitas ?? null, ocr?.total ?? null],
    );
  }

  async finish({ organizacaoId, licitacaoId }: DaLicitacao, chave: string, estado: 'pronta' | 'falhou', erro: Andamento['erro'] = null): Promise<void> {
    await this.fonte.query(
      `update alicit.leitura set estado = $4, erro = $5, etapa = null, atualizada_em = now() where licitacao_id = $1 and organizacao_id = $2 and chave = $3`,
      [licitacaoId, organizacaoId, chave, estado, erro === null ? null : JSON.stringify(cleanJson(erro))],
    );
  }
}
