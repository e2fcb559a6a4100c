import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Fila } from '../../jobs/index.js';
import { JobsService } from '../../jobs/jobs.module.js';
import { VetoresService } from '../../vetores/vetores.module.js';
import { SentidoService } from './sentido.service.js';
import { textoDaLicitacao } from './textos.js';

const FILA: Fila = { nome: 'recomendacoes-vetores', retryLimit: 0, expireInSeconds: 600 };
const CRON = '* * * * *';
const LOTE = 200;
/** How long a turn goes on while there is work: short of the next one. */
const VEZ_MS = 50_000;

interface Falta { readonly numero: string; readonly hash: string; readonly objeto: string | null; readonly itens: readonly { readonly descricao: string }[] | null }

/** Vectors of the tenders that recommendations look at, made where jobs run, when asked for (`ALICIT_VETORES_ACERVO=1`): the words are enough without them. */
@Injectable()
export class VetoresDoAcervo implements OnModuleInit {
  private readonly log = new Logger('recomendacoes');

  constructor(private readonly jobs: JobsService, private readonly fonte: DataSource, private readonly sentido: SentidoService, private readonly vetores: VetoresService) {}

  onModuleInit(): void {
    if (this.sentido.ligado) this.jobs.schedule(FILA, CRON, async ({ sinal }) => void (await this.run(sinal)));
  }

  /** Batches until there are no more, the turn is over, or the model does not answer. @returns vectors made and taken out */
  async run(sinal?: AbortSignal): Promise<{ readonly feitos: number; readonly tirados: number }> {
    const fim = performance.now() + VEZ_MS;
    const tirados = await this.sweep();
    let feitos = 0;
    while (performance.now() < fim && !sinal?.aborted) {
      const feito = await this.make(sinal);
      if (!feito) break;
      feitos += feito;
    }
    if (feitos || tirados) this.log.log({ feitos, tirados }, 'vetores do acervo');
    return { feitos, tirados };
  }

  private async make(sinal: AbortSignal | undefined): Promise<number> {
    const { colecao } = this.sentido;
    const faltam = await this.fonte.query<Falta[]>(
      `select t.numero, t.hash, l.dados ->> 'objeto' as objeto, i.dados as itens from alicit.recomendacao_texto t join alicit.acervo_licitacao l on l.numero = t.numero
       left join alicit.acervo_complemento i on i.numero = t.numero and i.parte = 'itens' left join alicit.recomendacao_vetor v on v.numero = t.numero and v.colecao = $1
       where v.hash is distinct from t.hash order by t.revisao desc limit $2`, [colecao, LOTE],
    );
    if (!faltam.length) return 0;
    const textos = faltam.map((f) => ({ id: f.numero, texto: textoDaLicitacao(f.objeto, f.itens) || f.numero }));
    const pronta = await this.vetores.put(colecao, textos, { organizacaoId: null, trabalhoId: `acervo:${faltam[0]!.numero}:${faltam[0]!.hash}`, finalidade: 'acervo', versaoPrompt: '', sinal });
    if (!pronta) return 0;
    await this.fonte.query(
      `insert into alicit.recomendacao_vetor (numero, colecao, hash) select n.numero, $1, n.hash from unnest($2::text[], $3::text[]) as n (numero, hash)
       on conflict (numero) do update set colecao = excluded.colecao, hash = excluded.hash`, [colecao, faltam.map((f) => f.numero), faltam.map((f) => f.hash)],
    );
    return faltam.length;
  }

  /** What recommendations no longer look at. */
  private async sweep(): Promise<number> {
    const { colecao } = this.sentido;
    const velhos = await this.fonte.query<{ numero: string }[]>(
      `select v.numero from alicit.recomendacao_vetor v where v.colecao = $1 and not exists (select 1 from alicit.recomendacao_texto t where t.numero = v.numero) limit $2`, [colecao, LOTE * 5],
    );
    const numeros = velhos.map((v) => v.numero);
    if (!numeros.length) return 0;
    await this.vetores.remove(colecao, numeros);
    await this.fonte.query('delete from alicit.recomendacao_vetor where numero = any($1::text[])', [numeros]);
    return numeros.length;
  }
}
