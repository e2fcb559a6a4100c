import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AlicitError } from '../../kernel/index.js';
import { FilaLeituras, type FazLeitura, type PedidoLeitura } from './fila-leituras.js';

/** Readings that may wait, and that are made at once: each already reads several documents at a time. */
const MAX_ESPERA = 500;
const SIMULTANEAS = 2;
const TENTATIVAS = 3;
const ESPERA_MS = 2000;

/** A line in this process's memory, by content. */
@Injectable()
export class FilaNoProcesso extends FilaLeituras implements OnModuleDestroy {
  private readonly log = new Logger('leituras');
  private readonly espera = new Map<string, PedidoLeitura>();
  private readonly emCurso = new Map<string, Promise<void>>();
  private readonly fim = new AbortController();
  private fazer: FazLeitura | undefined;

  async work(fazer: FazLeitura): Promise<void> {
    this.fazer = fazer;
    this.next();
  }

  async send(pedido: PedidoLeitura): Promise<void> {
    if (this.espera.has(pedido.chave) || this.emCurso.has(pedido.chave)) return;
    if (this.espera.size >= MAX_ESPERA) throw new AlicitError('limite', 'fila_cheia', 'Há leituras demais na fila deste servidor. Tente de novo em instantes.', { tentarEmS: 30 });
    this.espera.set(pedido.chave, pedido);
    this.next();
  }

  /** Interrupts what runs and waits for it; what waits is asked for again later. */
  async onModuleDestroy(): Promise<void> {
    this.espera.clear();
    this.fim.abort();
    await Promise.allSettled(this.emCurso.values());
  }

  private next(): void {
    while (this.fazer && !this.fim.signal.aborted && this.emCurso.size < SIMULTANEAS) {
      const [pedido] = this.espera.values();
      if (!pedido) return;
      this.espera.delete(pedido.chave);
      const { fazer } = this;
      this.emCurso.set(pedido.chave, this.retry(pedido, fazer).finally(() => {
        this.emCurso.delete(pedido.chave);
        this.next();
      }));
    }
  }

  private async retry(pedido: PedidoLeitura, fazer: FazLeitura): Promise<void> {
    for (let vez = 1; !this.fim.signal.aborted; vez++) {
      try {
        return await fazer(pedido, this.fim.signal);
      } catch (erro) {
        if (this.fim.signal.aborted) return;
        this.log.warn({ licitacaoId: pedido.licitacaoId, vez, codigo: erro instanceof AlicitError ? erro.codigo : 'erro_interno' }, 'leitura não terminou');
        if (vez >= TENTATIVAS) return;
        await this.wait(ESPERA_MS * 2 ** (vez - 1));
      }
    }
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const fim = (): void => {
        clearTimeout(relogio);
        resolve();
      };
      const relogio = setTimeout(() => {
        this.fim.signal.removeEventListener('abort', fim);
        resolve();
      }, ms);
      this.fim.signal.addEventListener('abort', fim, { once: true });
    });
  }
}
