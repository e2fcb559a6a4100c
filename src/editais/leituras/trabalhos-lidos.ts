import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { conflito, indisponivel } from '../../kernel/index.js';
import { TrabalhosService, type Guarda } from '../../storage/storage.module.js';
import type { ArquivoDoConjunto } from './chaves.js';
import { decodeGravacao } from './gravacao.js';

/** Results kept unpacked in memory: they never change under their key. */
const LEMBRADOS = 400;
const LEMBRA_BYTES = 24 * 1024 * 1024;
const LEMBRA_MS = 600_000;
/** JSON in memory takes some eight times its gzip. */
const INCHACO = 8;

/** Finished work of the stages, unpacked. */
@Injectable()
export class TrabalhosLidos {
  private readonly lembrados = new LRUCache<string, object>({ max: LEMBRADOS, maxSize: LEMBRA_BYTES, ttl: LEMBRA_MS });

  constructor(private readonly trabalhos: TrabalhosService) {}

  async find<T extends object>(chave: string): Promise<T | null> {
    return (await this.findAll<T>([chave])).get(chave) ?? null;
  }

  /** Those that are there, by key. */
  async findAll<T extends object>(chaves: readonly string[]): Promise<Map<string, T>> {
    const achados = new Map<string, T>();
    for (const chave of chaves) {
      const lembrado = this.lembrados.get(chave);
      if (lembrado) achados.set(chave, lembrado as T);
    }
    const faltam = chaves.filter((c) => !achados.has(c));
    if (!faltam.length) return achados;
    for (const { chave, resultado } of await this.trabalhos.findAll(faltam)) {
      const valor = await decodeGravacao<T>(resultado);
      this.lembrados.set(chave, valor, { size: Math.min(LEMBRA_BYTES, Math.max(1, resultado.length * INCHACO)) });
      achados.set(chave, valor);
    }
    return achados;
  }

  /** @throws AlicitError `trabalho_ausente` */
  async load<T extends object>(chave: string): Promise<T> {
    const valor = await this.find<T>(chave);
    if (!valor) throw indisponivel('trabalho_ausente', 'O trabalho de uma etapa anterior não está mais guardado: refaça a leitura.', { etapa: chave.split(':')[0] });
    return valor;
  }

  /** Stores once, for all. @throws AlicitError `posse_perdida` when the lease is another's; `arquivo_ausente` when a file was erased meanwhile */
  async put(chave: string, resultado: Uint8Array, arquivos: readonly ArquivoDoConjunto[], guarda: Guarda | null): Promise<void> {
    const gravacao = await this.trabalhos.put({ chave, etapa: chave.split(':')[0]!, organizacaoId: null, resultado, arquivos: [...new Set(arquivos.map((a) => a.sha256))] }, guarda);
    if (gravacao === 'sem_posse') throw conflito('posse_perdida', 'Outra execução assumiu este trabalho.');
    if (gravacao === 'sem_arquivo') throw indisponivel('arquivo_ausente', 'Um arquivo da licitação foi apagado enquanto era lido: confira os arquivos dela e peça de novo.');
  }
}
