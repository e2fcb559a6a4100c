import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { BEM } from '../observacao/index.js';
import { SaudeService } from '../observacao/observacao.module.js';
import { FILE_STORE, type FileStore } from './arquivos/index.js';

/** Writing and reading an object costs: asked at most this often. The store itself gives up after 5 s. ms */
const VALIDADE_MS = 30_000;
const LIMITE_MS = 5500;

/**
 * The file store takes and gives back an object. Optional for readiness: what needs no file goes on without it, and a
 * store shared by all processes would take them all down at once.
 */
@Injectable()
export class SaudeArquivos implements OnModuleInit {
  constructor(@Inject(FILE_STORE) private readonly arquivos: FileStore, private readonly saude: SaudeService) {}

  onModuleInit(): void {
    this.saude.register({
      nome: 'arquivos', obrigatorio: false, validadeMs: VALIDADE_MS, limiteMs: LIMITE_MS,
      check: async () => {
        await this.arquivos.check();
        return BEM;
      },
    });
  }
}
