import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EmpresasService } from '../../empresas/empresas.module.js';
import { JobsService } from '../../jobs/jobs.module.js';
import type { MudancaDeCampo } from '../domain/mudancas.js';
import { readOrganizacoesQueAcompanham } from '../registro/acompanhadas.js';
import { AvisosService } from '../registro/avisos.service.js';
import { readLicitacoesDeInteresse, type LicitacaoDeInteresse } from '../registro/read-licitacoes.js';
import { readPreferencias } from '../registro/read-preferencias.js';
import { planAvisos } from './plan-avisos.js';

interface EmpresaComInteresse { readonly id: string; readonly organizacao_id: string }

const DIA_MS = 86_400_000;
/** Analyses older than this are of tenders that are over. */
const DIAS_ANALISE = 180;
/** How far back changes are looked for: longer than the service may be down and still tell them. */
const DIAS_MUDANCA = 7;
/** What was told is remembered for as long as an alert of it could come. */
const DIAS_CONTADAS = 120;

/** Tells companies of deadlines, certidões and changes. What was missed while nothing ran is told at the next turn, once. */
@Injectable()
export class PrazosService {
  private readonly log = new Logger('avisos');

  constructor(private readonly fonte: DataSource, private readonly jobs: JobsService, private readonly avisos: AvisosService, private readonly empresas: EmpresasService) {}

  /** All companies, one after the other; the failure of one does not stop the others. @returns how many avisos are new */
  async run(agora: Date, sinal?: AbortSignal): Promise<number> {
    await this.jobs.ready();
    const acompanham = await readOrganizacoesQueAcompanham(this.fonte.manager);
    // Ids alone, read once: some hundred bytes a company.
    const empresas = await this.fonte.query<EmpresaComInteresse[]>(
      `select empresa_id as id, organizacao_id from alicit.aviso_agenda where julgada_em > $2 union select id, organizacao_id from alicit.empresa where organizacao_id = any($1) order by id`,
      [acompanham, new Date(agora.getTime() - DIAS_ANALISE * DIA_MS)],
    );
    let novos = 0;
    for (const empresa of empresas) {
      if (sinal?.aborted) break;
      novos += await this.tell(empresa, agora).catch((erro: unknown) => {
        this.log.warn({ err: erro, empresaId: empresa.id }, 'avisos de prazo de uma empresa não foram feitos: ficam para a próxima vez');
        return 0;
      });
    }
    return novos;
  }

  /** @returns how many avisos of this company are new */
  private async tell({ id: empresaId, organizacao_id: organizacaoId }: EmpresaComInteresse, agora: Date): Promise<number> {
    const m = this.fonte.manager;
    const licitacoes = await readLicitacoesDeInteresse(m, organizacaoId, empresaId);
    if (!licitacoes.length) return 0;
    const preferencias = await readPreferencias(m, [{ id: empresaId, organizacaoId }]);
    const { empresa } = await this.empresas.snapshot(organizacaoId, empresaId);
    const [mudancas, contadas] = [await readMudancas(m, licitacoes, agora), await readContadas(m, organizacaoId, empresaId, agora)];
    const novos = planAvisos({ empresaId, organizacaoId, preferencias: preferencias.get(empresaId)!.dados, licitacoes, documentos: empresa.documentos ?? [], mudancas, contadas, agora });
    return novos.length ? this.fonte.transaction((t) => this.avisos.record(t, novos, preferencias, agora)) : 0;
  }
}

async function readMudancas(m: EntityManager, licitacoes: readonly LicitacaoDeInteresse[], agora: Date): Promise<readonly MudancaDeCampo[]> {
  const numeros = licitacoes.flatMap((l) => (l.licitacao.numeroControlePNCP === null ? [] : [[l.licitacao.numeroControlePNCP, l.desde] as const]));
  if (!numeros.length) return [];
  return m.query<MudancaDeCampo[]>(
    `select x.numero, x.versao, x.campo, x.antes, x.depois from unnest($1::text[], $2::timestamptz[]) as p (numero, desde)
       join alicit.acervo_licitacao a on a.numero = p.numero and a.mudada_em > $3
       join alicit.acervo_mudanca x on x.numero = p.numero and x.em > greatest(p.desde, $3) order by x.numero, x.versao, x.id limit 5000`,
    [numeros.map(([n]) => n), numeros.map(([, d]) => d), new Date(agora.getTime() - DIAS_MUDANCA * DIA_MS)],
  );
}

async function readContadas(m: EntityManager, organizacaoId: string, empresaId: string, agora: Date): Promise<ReadonlySet<string>> {
  const linhas = await m.query<{ chave: string }[]>(`select chave from alicit.aviso where organizacao_id = $1 and empresa_id = $2 and tipo <> 'recomendacao' and criado_em > $3`, [organizacaoId, empresaId, new Date(agora.getTime() - DIAS_CONTADAS * DIA_MS)]);
  return new Set(linhas.map((l) => l.chave));
}
