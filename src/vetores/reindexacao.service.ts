import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { conflito, invalido } from '../kernel/index.js';
import type { NomeLoja, VectorStore } from './domain/vector-store.js';
import { LojasService } from './lojas.service.js';
import { POSSE_S, RegistroService, type Colecao } from './registro.service.js';

/** From where to where; `colecao`: that one only. */
export interface PedidoDeReindexacao {
  readonly de: NomeLoja;
  readonly para: NomeLoja;
  readonly colecao?: string | undefined;
  readonly sinal?: AbortSignal | undefined;
  readonly onProgresso?: (progresso: { readonly colecao: string; readonly colecoes: readonly [feitas: number, todas: number]; readonly feitos: number; readonly total: number }) => void;
}

/** What was done. `ocupadas`: somebody works on them now; `faltam`: their copy did not come out whole, twice. */
export interface Reindexacao {
  readonly colecoes: number;
  readonly vetores: number;
  readonly ocupadas: readonly string[];
  readonly faltam: readonly string[];
}

/** Vectors of one page: what one request of Pinecone takes. */
const PAGINA = 100;
const TENTATIVAS = 2;
const OLHA_MS = 250;
const ESPERA_MS = 30_000;

/** Moves collections from one store to another without embedding anything: page by page, from where it stopped; they serve all the while. */
@Injectable()
export class ReindexacaoService {
  constructor(private readonly lojas: LojasService, private readonly registro: RegistroService) {}

  /** @throws AlicitError `reindexacao_invalida`, `vetores_indisponiveis`; the signal's reason */
  async run({ de, para, colecao, sinal, onProgresso }: PedidoDeReindexacao): Promise<Reindexacao> {
    this.require(de, para);
    const [origem, destino] = await Promise.all([this.lojas.open(de), this.lojas.open(para)]);
    const linhas = (await this.registro.listOf(de)).filter((l) => colecao === undefined || l.colecao === colecao);
    const feito = { colecoes: 0, vetores: 0, ocupadas: [] as string[], faltam: [] as string[] };
    for (const [i, linha] of linhas.entries()) {
      sinal?.throwIfAborted();
      const posse = randomUUID();
      if (!(await this.registro.take(linha.colecao, posse))) {
        feito.ocupadas.push(linha.colecao);
        continue;
      }
      const relogio = setInterval(() => void this.registro.renew(linha.colecao, posse).catch(() => undefined), (POSSE_S * 1000) / 3).unref();
      try {
        const total = await this.copy({ linha, origem, destino, posse, sinal, tell: (feitos, todos) => onProgresso?.({ colecao: linha.colecao, colecoes: [i, linhas.length], feitos, total: todos }) });
        if (total === null) feito.faltam.push(linha.colecao);
        else {
          feito.colecoes++;
          feito.vetores += total;
          await origem.deleteColecao(linha.colecao);
          await this.registro.clearSobra(linha.colecao, de);
        }
      } finally {
        clearInterval(relogio);
        await this.registro.release(linha.colecao, posse).catch(() => undefined);
      }
    }
    return feito;
  }

  private require(de: NomeLoja, para: NomeLoja): void {
    if (de === para) throw invalido('reindexacao_invalida', 'As duas lojas são a mesma: não há o que copiar.');
    for (const loja of [de, para]) if (!this.lojas.isConfigured(loja)) throw invalido('reindexacao_invalida', `A loja ${loja} não está configurada: defina PINECONE_API_KEY.`);
    if (this.lojas.escolhida !== para) {
      throw invalido('reindexacao_invalida', `O serviço guardaria os vetores novos em ${this.lojas.escolhida}, e não em ${para}. Defina ALICIT_VETORES=${para} em todos os processos e repita o comando.`);
    }
  }

  /** @returns how many vectors the copy has; null: not as many as the original */
  private async copy({ linha, origem, destino, posse, sinal, tell }: { readonly linha: Colecao; readonly origem: VectorStore; readonly destino: VectorStore; readonly posse: string; readonly sinal: AbortSignal | undefined; readonly tell: (feitos: number, total: number) => void }): Promise<number | null> {
    const { colecao } = linha;
    let { copiaCursor: cursor, copiaFeitos: feitos } = linha.copiaPara === destino.nome ? linha : { copiaCursor: null, copiaFeitos: 0 };
    for (let vez = 0; vez < TENTATIVAS; vez++) {
      if (cursor === null) await destino.deleteColecao(colecao);
      await this.keepCursor(colecao, posse, destino.nome, cursor, feitos);
      const total = await origem.count(colecao);
      tell(feitos, total);
      for (let mais: boolean = feitos < total || cursor === null; mais; ) {
        sinal?.throwIfAborted();
        const pagina = await origem.list(colecao, { ...(cursor === null ? {} : { cursor }), limite: PAGINA });
        await destino.upsert(colecao, pagina.vetores, sinal);
        feitos += pagina.vetores.length;
        mais = pagina.cursor !== null;
        cursor = pagina.cursor ?? cursor;
        if (mais) await this.keepCursor(colecao, posse, destino.nome, cursor, feitos);
        tell(feitos, Math.max(total, feitos));
      }
      const copiados = await this.compare(origem, destino, colecao);
      if (copiados !== null) {
        if (!(await this.registro.move(colecao, posse, destino.nome, copiados))) throw conflito('reindexacao_interrompida', `A coleção ${colecao} passou a outro processo enquanto era copiada: repita o comando.`);
        return copiados;
      }
      [cursor, feitos] = [null, 0];
    }
    return null;
  }

  private async keepCursor(colecao: string, posse: string, para: NomeLoja, cursor: string | null, feitos: number): Promise<void> {
    if (!(await this.registro.keepCopia(colecao, posse, para, cursor, feitos))) throw conflito('reindexacao_interrompida', `A coleção ${colecao} passou a outro processo enquanto era copiada: repita o comando.`);
  }

  /** A store may take a while to show what it acknowledged. @returns how many; null: they differ */
  private async compare(origem: VectorStore, destino: VectorStore, colecao: string): Promise<number | null> {
    const ate = performance.now() + ESPERA_MS;
    for (;;) {
      const [havia, ha] = await Promise.all([origem.count(colecao), destino.count(colecao)]);
      if (havia === ha) return ha;
      if (performance.now() > ate || ha > havia) return null;
      await new Promise((segue) => setTimeout(segue, OLHA_MS));
    }
  }
}

