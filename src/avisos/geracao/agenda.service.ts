import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Analise } from '../../analises/index.js';
import { EventosService } from '../../eventos/eventos.module.js';
import { TrabalhosService } from '../../storage/storage.module.js';
import { shorten } from '../domain/formatar.js';
import { IDS_PRAZO, type IdPrazoAvisado, type PrazoDaAnalise } from '../domain/prazo-conhecido.js';

interface Pendente { readonly id: string; readonly organizacao_id: string; readonly resultado: string | null; readonly em: Date }

const unzip = promisify(gunzip);
const MAX_BYTES = 256 * 1024 * 1024;

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

/** Takes the deadlines out of analyses as they end. Simulations (with a clock of their own) are left out. */
@Injectable()
export class AgendaService {
  constructor(private readonly fonte: DataSource, private readonly trabalhos: TrabalhosService, eventos: EventosService) {
    eventos.onRegistro(async (m, evento) => {
      if (evento.tipo === 'analise.concluida') await note(m, evento.organizacaoId, evento.analiseId);
    });
  }

  /** @returns how many were taken: fewer than `limite`, and there are no more */
  async take(limite: number): Promise<number> {
    const pendentes = await this.fonte.query<Pendente[]>(
      `select a.id, a.organizacao_id, a.resultado, coalesce(a.julgada_em, a.terminada_em, g.julgada_em) as em from alicit.aviso_agenda g join alicit.analise a on a.id = g.analise_id and a.organizacao_id = g.organizacao_id
       where g.prazos is null order by g.julgada_em limit $1`, [limite],
    );
    for (const p of pendentes) await this.takeOne(p);
    return pendentes.length;
  }

  /** A result that is gone leaves no deadlines: it is not asked for again. */
  private async takeOne({ id, organizacao_id: organizacaoId, resultado, em }: Pendente): Promise<void> {
    const guardado = resultado === null ? null : await this.trabalhos.find(resultado);
    const lida = guardado ? readAgenda(JSON.parse((await unzip(guardado, { maxOutputLength: MAX_BYTES })).toString('utf8')) as Analise) : { prazos: [], estado: null };
    await this.fonte.query('update alicit.aviso_agenda set estado = $3, julgada_em = $4, prazos = $5 where analise_id = $1 and organizacao_id = $2', [id, organizacaoId, lida.estado, em, JSON.stringify(lida.prazos)]);
  }
}

/** In the transaction in which the analysis ends. */
const note = (m: EntityManager, organizacaoId: string, analiseId: string): Promise<unknown> =>
  m.query(
    `insert into alicit.aviso_agenda (analise_id, organizacao_id, empresa_id, licitacao_id) select id, organizacao_id, empresa_id, licitacao_id from alicit.analise where id = $1 and organizacao_id = $2 and agora is null
     on conflict (analise_id) do nothing`, [analiseId, organizacaoId],
  );
