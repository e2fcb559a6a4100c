import { Injectable, Logger } from '@nestjs/common';
import { AlicitError } from '../kernel/index.js';
import type { ContextoDeModelo } from '../modelos/index.js';
import { ModelosService } from '../modelos/modelos.module.js';
import type { NomeLoja, VectorStore, Vizinho } from './domain/vector-store.js';
import { LojasService } from './lojas.service.js';
import { PreparoService, type TextoNomeado } from './preparo.service.js';
import { RegistroService } from './registro.service.js';

/** The same failure is told once in so long. */
const CALADO_MS = 60_000;

/** Search by meaning. Where there is no model, or it does not answer, everything goes on by words alone. */
@Injectable()
export class VetoresService {
  private readonly log = new Logger('vetores');
  private readonly ditas = new Map<string, number>();

  constructor(private readonly modelos: ModelosService, private readonly lojas: LojasService, private readonly registro: RegistroService, private readonly preparo: PreparoService) {}

  /** Whether meaning can be searched at all. */
  get ligado(): boolean {
    return this.modelos.configurado;
  }

  /**
   * Makes the collection whole, once, whoever asks: texts → embeddings (kept, within budget) → store. `arquivos`: sha256 of the
   * files the texts come from: with the first of them that is erased, the collection is. False: it could not be made now. Never
   * throws but for an abort.
   */
  async ensure(colecao: string, textos: () => Promise<readonly TextoNomeado[]>, contexto: ContextoDeModelo, { arquivos = [] }: { readonly arquivos?: readonly string[] } = {}): Promise<boolean> {
    if (!this.ligado) return false;
    return (await this.quietly('ensure', contexto.sinal, () => this.preparo.make({ colecao, textos, contexto, arquivos: [...new Set(arquivos)] }))) ?? false;
  }

  /** Adds to, or changes, a collection that stays open. @returns false: not now */
  async put(colecao: string, textos: readonly TextoNomeado[], contexto: ContextoDeModelo): Promise<boolean> {
    if (!this.ligado) return false;
    const unicos = [...new Map(textos.map((t) => [t.id, t])).values()];
    return (await this.quietly('put', contexto.sinal, async () => {
      await this.preparo.write(unicos, contexto, async (vetores) => {
        await this.openFor(colecao, vetores[0]!.vetor.length);
        await this.inEach(colecao, (store) => store.upsert(colecao, vetores, contexto.sinal));
      });
      return true;
    })) ?? false;
  }

  /** Takes out of an open collection. */
  async remove(colecao: string, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    await this.quietly('remove', undefined, () => this.inEach(colecao, (store) => store.deleteIds(colecao, ids)));
  }

  /** For each question, the nearest, best first; null: no vectors now. The questions are embedded in one call, kept. Never throws but for an abort. */
  nearest(colecao: string, perguntas: readonly string[], { top, contexto }: { readonly top: number; readonly contexto: ContextoDeModelo }): Promise<readonly (readonly Vizinho[])[] | null> {
    if (!this.ligado) return Promise.resolve(null);
    return this.quietly('nearest', contexto.sinal, async () => {
      const linha = await this.registro.find(colecao);
      if (!linha || (linha.estado !== 'inteira' && linha.estado !== 'aberta') || !this.preparo.serves(linha)) return null;
      await this.registro.touch(linha);
      if (!perguntas.length || linha.total === 0) return perguntas.map(() => []);
      const vetores = await this.modelos.embed(perguntas, { ...contexto, finalidade: contexto.finalidade === 'empresa' ? 'empresa' : 'consulta' });
      const achados = await (await this.lojas.open(linha.loja)).query(colecao, vetores, { top, sinal: contexto.sinal });
      if (linha.estado === 'aberta' || achados.some((v) => v.length)) return achados;
      await this.registro.markPerdida(linha);
      return null;
    });
  }

  /** Makes sure that a collection is known and open, where it is, or where new ones go. */
  private async openFor(colecao: string, dimensoes: number): Promise<void> {
    const linha = await this.registro.find(colecao);
    if (linha?.estado === 'aberta' && this.preparo.serves(linha)) return this.registro.touch(linha);
    await this.registro.open({ colecao, loja: this.preparo.storeFor(linha), modelo: this.preparo.modelo }, dimensoes, linha);
  }

  /** In the store of a collection and in the one it is being copied to; a copy that begins meanwhile is seen afterwards, and gets it too. */
  private async inEach(colecao: string, fazer: (store: VectorStore) => Promise<void>): Promise<void> {
    const feitas = new Set<NomeLoja>();
    for (;;) {
      const linha = await this.registro.find(colecao);
      const falta = linha ? [linha.loja, linha.copiaPara].find((l) => l !== null && !feitas.has(l) && this.lojas.isConfigured(l)) : null;
      if (!falta) return;
      await fazer(await this.lojas.open(falta));
      feitas.add(falta);
    }
  }

  private async quietly<T>(operacao: string, sinal: AbortSignal | undefined, fazer: () => Promise<T>): Promise<T | null> {
    try {
      return await fazer();
    } catch (erro) {
      sinal?.throwIfAborted();
      const codigo = erro instanceof AlicitError ? erro.codigo : 'erro_interno';
      const nome = `${operacao} ${codigo}`;
      if (performance.now() - (this.ditas.get(nome) ?? Number.NEGATIVE_INFINITY) >= CALADO_MS) {
        this.ditas.set(nome, performance.now());
        this.log.warn({ operacao, codigo, ...(erro instanceof AlicitError ? { motivo: erro.message, ...(erro.cause === undefined ? {} : { err: erro.cause }) } : { err: erro }) }, 'sem vetores agora: a busca segue por palavras');
      }
      return null;
    }
  }
}
