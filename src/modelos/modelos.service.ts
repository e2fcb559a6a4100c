import { Inject, Injectable } from '@nestjs/common';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { CONFIG, type Config } from '../config/index.js';
import { AlicitError } from '../kernel/index.js';
import type { ContextoDeModelo } from './domain/tipos.js';

/** Every call of a model goes through here: kept answers first, then budget, limits, retries, fallback, and the ledger. */
@Injectable()
export class ModelosService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether there is a key. */
  get configurado(): boolean {
    return this.config.openai.chave !== null;
  }

  /** The chat model as a Mastra agent takes it; each of its calls is kept by model, prompt version and input. @throws AlicitError `modelo_nao_configurado`, `modelo_indisponivel`, `orcamento_esgotado` */
  chat(_contexto: ContextoDeModelo): LanguageModelV4 {
    throw semModelo();
  }

  /** Vectors of texts, in their order; each text is paid for once, ever. @throws as `chat` */
  embed(_textos: readonly string[], _contexto: ContextoDeModelo): Promise<readonly Float32Array[]> {
    return Promise.reject(semModelo());
  }
}

const semModelo = (): AlicitError => new AlicitError('indisponivel', 'modelo_nao_configurado', 'Nenhum modelo está configurado: defina OPENAI_API_KEY.');
