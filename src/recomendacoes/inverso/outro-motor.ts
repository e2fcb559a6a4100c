import type { DataSource } from 'typeorm';
import { VERSAO_MOTOR } from '../motor/versao.js';

/** Texts that another engine compiled. Two ranges, since an index knows no "different". */
export async function readTextosDeOutroMotor(fonte: Pick<DataSource, 'query'>, limite: number): Promise<string[]> {
  const linhas = await fonte.query<{ numero: string }[]>('select numero from alicit.recomendacao_texto where motor < $1 or motor > $1 order by numero limit $2', [VERSAO_MOTOR, limite]);
  return linhas.map((l) => l.numero);
}
