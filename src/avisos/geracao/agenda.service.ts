import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Analise } from '../../analises/index.js';
import { TrabalhosService } from '../../storage/storage.module.js';
import { shorten } from '../domain/formatar.js';
import { IDS_PRAZO, type IdPrazoAvisado, type PrazoDaAnalise } from '../domain/prazo-conhecido.js';

interface Pendente { readonly id: string; readonly organizacao_id: string; readonly empresa_id: string; readonly licitacao_id: string; readonly resultado: string; readonly em: Date }

const unzip = promisify(gunzip);
const MAX_BYTES = 256 * 1024 * 1024;
/** Analyses that ended longer ago than this have no deadlines to come. */
const DIAS = 180;

/** The deadlines of a result, and the state of its tender. */
export function readAgenda({ prazos, estado }: Pick<Analise, 'prazos' | 'estado'>): { readonly prazos: readonly PrazoDaAnalise[]; readonly estado: string } {
  return {
    estado,
    prazos: prazos.flatMap(({ id, vinculante, evidencias: [prova], dispositivo }) => {
      if (vinculante === null || !(IDS_PRAZO as readonly string[]).includes(id)) return [];
      return [{ id: id as IdPrazoAvisado, em: vinculante, dispositivo: dispositivo === null ? null : shorten(dispositivo, 100), onde: prova ? shorten(`${prova.documento}, página ${prova.pagina}`, 300) : null }];
    }),
  };
}

/** Takes the deadlines out of analyses that ended. Simulations (with a clock of their own) are left out. */
@Injectable()
export class AgendaService {
  constructor(private readonly fonte: DataSource, private readonly trabalhos: TrabalhosService) {}

  /** @returns how many were taken: fewer than `limite`, and there are no more */
  async take(limite: number, agora: Date): Promise<number> {
    const pendentes = await this.fonte.query<Pendente[]>(
      `select a.id, a.organizacao_id, a.empresa_id, a.licitacao_id, a.resultado, coalesce(a.julgada_em, a.terminada_em) as em from alicit.analise a
       where a.estado = 'concluida' and a.agora is null and a.resultado is not null and a.terminada_em > $1 and not exists (select 1 from alicit.aviso_agenda g where g.analise_id = a.id and g.organizacao_id = a.organizacao_id)
       order by a.terminada_em limit $2`, [new Date(agora.getTime() - DIAS * 86_400_000), limite],
    );
    for (const p of pendentes) await this.takeOne(p);
    return pendentes.length;
  }

  /** A result that is gone, or is of another form, leaves an empty row: it is not asked for again. */
  private async takeOne(p: Pendente): Promise<void> {
    const guardado = await this.trabalhos.find(p.resultado);
    const lida = guardado ? readAgenda(JSON.parse((await unzip(guardado, { maxOutputLength: MAX_BYTES })).toString('utf8')) as Analise) : { prazos: [], estado: null };
    await this.fonte.query(
      `insert into alicit.aviso_agenda (analise_id, organizacao_id, empresa_id, licitacao_id, estado, julgada_em, prazos)
       select a.id, a.organizacao_id, a.empresa_id, a.licitacao_id, $2, $3, $4 from alicit.analise a where a.id = $1 and a.organizacao_id = $5 on conflict (analise_id) do nothing`,
      [p.id, lida.estado, p.em, JSON.stringify(lida.prazos), p.organizacao_id],
    );
  }
}
