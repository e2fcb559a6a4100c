import type { DataSource } from 'typeorm';
import { chavesDe } from './orcamento.service.js';

/** Tokens of models spent on the day (UTC) of `agora`, of all organisations together. */
export async function readGastoDoDia(fonte: Pick<DataSource, 'query'>, agora: Date): Promise<number> {
  const { dia } = chavesDe({ organizacaoId: null, trabalhoId: '' }, agora);
  const [linha] = await fonte.query<{ tokens: string }[]>('select tokens from alicit.modelo_consumo where chave = $1 /* sistema: the day of all */', [dia]);
  return Number(linha?.tokens ?? 0);
}
