import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AcervoService } from '../acervo/acervo.module.js';
import type { Complemento } from '../acervo/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { asErroPublico } from '../kernel/index.js';
import { PNCP, type Pncp } from '../pncp/index.js';
import type { Execucao } from './execucoes.service.js';
import { PulsoPncp } from './pulso-pncp.js';
import { RELOGIO, type Relogio } from './relogio.js';

const POSSE_MS = 3 * 60_000;
const MAX_CONTADAS = 200_000;
const LOTE = 20;
/** PNCP has no such list (yet): usual soon after publication. */
const SEM: ReadonlySet<string> = new Set(['pncp_ainda_sem_itens', 'pncp_ainda_sem_arquivos', 'pncp_nao_encontrado']);

interface Tomado {
  readonly numero: string;
  readonly parte: Complemento;
}

/** Items and lists of files of the tenders that lack them, several at once. */
@Injectable()
export class ComplementosService {
  constructor(private readonly fonte: DataSource, private readonly acervo: AcervoService, @Inject(PNCP) private readonly pncp: Pncp, @Inject(CONFIG) private readonly config: Config, @Inject(RELOGIO) private readonly relogio: Relogio) {}

  /** Lists that are due now, or whatever is pending, counted up to `MAX_CONTADAS`. */
  async count(quais: 'vencidas' | 'pendentes'): Promise<number> {
    const [{ n } = { n: 0 }] = await this.fonte.query<{ n: number }[]>(
      `select count(*)::int as n from (select 1 from alicit.acervo_complemento where estado = 'pendente' and ($1::timestamptz is null or proxima_em <= $1) limit ${MAX_CONTADAS}) x`, [quais === 'vencidas' ? this.relogio.agora() : null]);
    return n;
  }

  /** Until nothing is due, or `ate` has come. What fails is due again later, farther and farther apart. @throws `pncp_indisponivel` and what stops a reading */
  async run(execucao: Execucao, { ate, aoProgredir }: { readonly ate: Date | null; readonly aoProgredir?: () => void }): Promise<void> {
    const { concorrencia, esperaMs, desisteMs } = this.config.sincronizacao;
    const pulso = new PulsoPncp(this.relogio, { esperaMs, desisteMs });
    let fila: Tomado[] = [];
    let acabou = false;
    let buscando: Promise<void> | null = null;
    const refill = async (): Promise<void> => {
      const mais = await this.acervo.takeComplementos(LOTE, { agora: this.relogio.agora(), posseMs: POSSE_MS });
      fila = [...fila, ...mais];
      acabou = mais.length === 0;
    };
    const next = async (): Promise<Tomado | undefined> => {
      while (!fila.length && !acabou) await (buscando ??= refill().finally(() => (buscando = null)));
      return fila.shift();
    };
    const worker = async (): Promise<void> => {
      for (;;) {
        execucao.sinal.throwIfAborted();
        const agora = this.relogio.agora();
        if (ate && agora >= ate) return;
        if (pulso.pausadoAte > agora.getTime()) {
          await this.relogio.dormir(Math.min(1000, pulso.pausadoAte - agora.getTime()), execucao.sinal);
          continue;
        }
        const tomado = await next();
        if (!tomado) return;
        await this.fetch(execucao, pulso, tomado);
        aoProgredir?.();
      }
    };
    const feitos = await Promise.allSettled(Array.from({ length: concorrencia }, worker));
    const falhou = feitos.find((f) => f.status === 'rejected');
    if (falhou) throw falhou.reason;
  }

  private async fetch({ contagem, sinal }: Execucao, pulso: PulsoPncp, { numero, parte }: Tomado): Promise<void> {
    const vistaEm = this.relogio.agora();
    try {
      if (parte === 'itens') await this.acervo.receiveItens(numero, await this.pncp.itens(numero, sinal), { vistaEm });
      else await this.acervo.receiveArquivos(numero, (await this.pncp.arquivos(numero, sinal)).map((a) => a.bruto), { vistaEm });
      pulso.answered();
      contagem.add({ [parte]: 1 });
    } catch (erro) {
      if (sinal.aborted) throw erro;
      // A list that cannot be kept, whatever is wrong with it, keeps none of the others out.
      const { codigo, detalhes } = asErroPublico(erro);
      const ausente = SEM.has(codigo);
      if (ausente) {
        pulso.answered();
        contagem.add({ semComplemento: 1 });
      } else contagem.fail(codigo, vistaEm);
      await this.acervo.failComplemento(numero, parte, { erro: codigo, ausente, agora: this.relogio.agora() });
      const tentarEmS = detalhes?.['tentarEmS'];
      if (!ausente && pulso.failed(codigo, typeof tentarEmS === 'number' ? tentarEmS : null) === 'fim') throw erro;
    }
  }
}
