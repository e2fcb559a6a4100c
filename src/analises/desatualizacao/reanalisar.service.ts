import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Fila } from '../../jobs/index.js';
import { JobsService } from '../../jobs/jobs.module.js';
import { AlicitError } from '../../kernel/index.js';
import { PedidosService } from '../pedidos.service.js';

interface Pendente {
  readonly id: string;
  readonly organizacao_id: string;
  readonly licitacao_id: string;
  readonly reanalise_pendente: string;
  /** Companies chosen, else those whose newest analysis is outdated. */
  readonly empresas: readonly string[];
}

/** Once a minute, in one process of all. */
const FILA_REANALISES: Fila = { nome: 'analises.refazer', retryLimit: 0, expireInSeconds: 300 };
const LOTE = 20;
/** A file that keeps failing does not hold the analysis up: after so many attempts it goes on without. */
const TENTATIVAS_ESPERADAS = 3;
/** How long the list of files, to be fetched after the record changed, is waited for: else it would all be judged twice. */
const ESPERA_LISTA_MIN = 15;
const POR_RODADA = 50;

/** Makes again the analyses of those who asked for it, once the new files are here. Asking twice is asking once. */
@Injectable()
export class ReanalisarService implements OnModuleInit {
  private readonly log = new Logger('analises');

  constructor(private readonly fonte: DataSource, private readonly jobs: JobsService, private readonly pedidos: PedidosService) {}

  onModuleInit(): void {
    this.jobs.schedule(FILA_REANALISES, '* * * * *', async () => {
      await this.run();
    });
  }

  /** @returns how many tenders were seen to */
  async run(): Promise<number> {
    let feitas = 0;
    const vistas: string[] = [];
    for (let vez = 0; vez < POR_RODADA; vez++) {
      const pendentes = await this.list(vistas);
      // Whoever's line is full waits for another turn, and keeps none of the others waiting.
      for (const p of pendentes) if (await this.redo(p)) feitas++;
      vistas.push(...pendentes.map((p) => p.id));
      if (pendentes.length < LOTE) return feitas;
    }
    return feitas;
  }

  private list(vistas: readonly string[]): Promise<Pendente[]> {
    return this.fonte.query<Pendente[]>(
      `select a.id, a.organizacao_id, a.licitacao_id, a.reanalise_pendente::text as reanalise_pendente,
         coalesce((select array_agg(e.empresa_id order by e.id) from alicit.acompanhamento_empresa e where e.acompanhamento_id = a.id),
           array(select n.empresa_id from (select distinct on (x.empresa_id) x.empresa_id, x.desatualizada from alicit.analise x where x.organizacao_id = a.organizacao_id and x.licitacao_id = a.licitacao_id
             and x.estado in ('na_fila', 'executando', 'concluida') and x.agora is null order by x.empresa_id, x.id desc) n where n.desatualizada is not null)) as empresas
       from alicit.acompanhamento a where a.reanalise_pendente is not null and a.id <> all($1::bigint[])
         and not exists (select 1 from alicit.licitacao_arquivo_pncp p where p.licitacao_id = a.licitacao_id and p.estado = 'pendente' and p.tentativas < ${TENTATIVAS_ESPERADAS})
         and not exists (select 1 from alicit.licitacao l join alicit.acervo_complemento c on c.numero = l.numero_controle_pncp and c.parte = 'arquivos' and c.estado = 'pendente'
           where l.id = a.licitacao_id and a.reanalise_pendente > now() - interval '${ESPERA_LISTA_MIN} minutes')
       order by a.reanalise_pendente limit ${LOTE} /* sistema: of all organisations */`, [[...vistas]],
    );
  }

  /** False: the line is full, it waits for the next turn. */
  private async redo({ id, organizacao_id: organizacaoId, licitacao_id: licitacaoId, reanalise_pendente: desde, empresas }: Pendente): Promise<boolean> {
    for (const empresaId of empresas) {
      try {
        const { id: nova } = await this.pedidos.request(organizacaoId, { empresaId, licitacaoId, agora: null });
        await this.fonte.query(
          `update alicit.analise set desatualizada = jsonb_set(desatualizada, '{substituidaPor}', to_jsonb($4::text)), revisao = revisao + 1
           where organizacao_id = $1 and licitacao_id = $2 and empresa_id = $3 and id < $4 and desatualizada ->> 'substituidaPor' is null and desatualizada is not null`, [organizacaoId, licitacaoId, empresaId, nova],
        );
      } catch (erro) {
        if (erro instanceof AlicitError && (erro.tipo === 'limite' || erro.tipo === 'indisponivel')) return false;
        this.log.warn({ err: erro, licitacaoId, empresaId }, 'análise não refeita');
      }
    }
    // Only if nothing changed meanwhile: else another turn is due.
    await this.fonte.query('update alicit.acompanhamento set reanalise_pendente = null where organizacao_id = $1 and id = $2 and reanalise_pendente = $3::timestamptz', [organizacaoId, id, desde]);
    return true;
  }
}
