import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import { BANCO, createUmaVez, type Banco } from '../storage/index.js';
import { ARQUIVO_CHAVE, seal, toChaveMestra, unseal, type ChaveMestra } from './domain/selo.js';

/** Seals the secrets that must be readable again: those that sign. */
@Injectable()
export class CofreService {
  private chaves: readonly ChaveMestra[] | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(BANCO) private readonly banco: Banco) {}

  /** @param contexto whose secret it is @throws AlicitError `segredo_mestre_ausente` */
  seal(segredo: string, contexto: string): string {
    const [chave] = this.readChaves();
    if (!chave) throw indisponivel('segredo_mestre_ausente', 'O serviço não tem a chave que protege os segredos de webhooks: quem o opera precisa definir ALICIT_SEGREDO_MESTRE (openssl rand -base64 32).');
    return seal(segredo, contexto, chave, randomBytes(12));
  }

  /** Null: sealed by a key that this process does not have. */
  unseal(selado: string, contexto: string): string | null {
    return unseal(selado, contexto, this.readChaves());
  }

  private readChaves(): readonly ChaveMestra[] {
    return (this.chaves ??= this.config.segredoMestre?.map((s) => toChaveMestra(s.reveal())) ?? this.readDoArquivo());
  }

  /** A file beside the embedded database lives and dies with it; in production with a database of others, a disk may be one of many, or go away. */
  private readDoArquivo(): readonly ChaveMestra[] {
    if (this.config.producao && !this.banco.embutido) return [];
    try {
      mkdirSync(this.config.pastaDados, { recursive: true });
      return [toChaveMestra(createUmaVez(join(this.config.pastaDados, ARQUIVO_CHAVE), () => randomBytes(32).toString('base64'), null))];
    } catch (erro) {
      const causa = (erro as NodeJS.ErrnoException).code ?? 'conteúdo inválido';
      throw indisponivel('segredo_mestre_indisponivel', `O arquivo ${ARQUIVO_CHAVE} da pasta de dados não pôde ser lido nem criado (${causa}). Confira ALICIT_DATA_DIR, ou defina ALICIT_SEGREDO_MESTRE.`);
    }
  }
}
