import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { newId } from '../storage/index.js';
import { hashOf, isChave, newChave, prefixOf } from './chave.js';
import { ESCOPOS, type Acesso, type Escopo } from './escopos.js';

/** How long another process's revocation may go unnoticed here, ms. */
const MEMORIA_MS = 5000;
const MAX_MEMORIA = 10_000;

interface LinhaChave {
  readonly id: string;
  readonly organizacao_id: string;
  readonly escopos: Escopo[];
  readonly expira_em: Date | null;
}

/** Makes keys and tells whose they are. */
@Injectable()
export class ChavesService {
  private readonly conhecidas = new LRUCache<string, { readonly acesso: Acesso; readonly expira: number | null }>({ max: MAX_MEMORIA, ttl: MEMORIA_MS });

  constructor(private readonly fonte: DataSource) {}

  /** Whose key it is; null when it is nobody's, or no longer. */
  async find(chave: string, agora = new Date()): Promise<Acesso | null> {
    if (!isChave(chave)) return null;
    const hash = hashOf(chave);
    const conhecida = this.conhecidas.get(hash.toString('base64'));
    if (conhecida) return conhecida.expira !== null && conhecida.expira <= agora.getTime() ? null : conhecida.acesso;
    const [linha] = await this.fonte.query<LinhaChave[]>(
      `update alicit.chave_api set usada_em = $2 where hash = $1 and revogada_em is null and (expira_em is null or expira_em > $2)
       returning id, organizacao_id, escopos, expira_em`, [hash, agora],
    ).then((r) => (Array.isArray(r[0]) ? (r[0] as unknown as LinhaChave[]) : r));
    if (!linha) return null;
    const acesso: Acesso = { organizacaoId: linha.organizacao_id, chaveId: linha.id, escopos: new Set(linha.escopos) };
    this.conhecidas.set(hash.toString('base64'), { acesso, expira: linha.expira_em?.getTime() ?? null });
    return acesso;
  }

  /** Forgets what was looked up: after a key was revoked here. */
  forget(): void {
    this.conhecidas.clear();
  }

  /** The first organisation with a key for everything; null when there is one already. The key is shown once and never again. */
  async createPrimeira(nome: string): Promise<string | null> {
    return this.fonte.transaction(async (m) => {
      await m.query(`select pg_advisory_xact_lock(hashtext('alicit.primeira_organizacao'))`);
      if ((await m.query<unknown[]>('select 1 from alicit.organizacao limit 1')).length) return null;
      const chave = newChave();
      const id = newId('org');
      await m.query('insert into alicit.organizacao (id, nome) values ($1, $2)', [id, nome]);
      await m.query('insert into alicit.chave_api (id, organizacao_id, nome, prefixo, hash, escopos) values ($1, $2, $3, $4, $5, $6)', [newId('chv'), id, 'primeira chave', prefixOf(chave), hashOf(chave), [...ESCOPOS]]);
      return chave;
    });
  }
}
