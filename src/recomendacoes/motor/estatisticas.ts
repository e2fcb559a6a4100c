import { exportEstatistica, importEstatistica, SEM_ESTATISTICA, type Estatistica } from '../index.js';
import { transact, type Cliente } from './cliente.js';
import { TRAVA_TEXTOS } from './ambiente.js';
import { VERSAO_MOTOR } from './versao.js';

/** A statistic by its number; 0: none was made yet. */
export interface EstatisticaNumerada {
  readonly id: number;
  readonly estatistica: Estatistica;
  readonly criadaEm: number;
}

export const NENHUMA: EstatisticaNumerada = { id: 0, estatistica: SEM_ESTATISTICA, criadaEm: 0 };
/** Fewer texts say little of how rare a word is. */
const MINIMO = 300;
/** Made again when the texts doubled, or after a day if they changed by this much. */
const DOBRO = 2;
const MUDOU = 0.1;
const VALIDADE_MS = 86_400_000;
/** Older ones are no use to anyone; those of another engine may be for some days. */
const GUARDADAS = 3;

/** The newest of this engine; `conhecida` spares reading it again. */
export async function readEstatistica(c: Cliente, conhecida: EstatisticaNumerada): Promise<EstatisticaNumerada> {
  const { rows: [ultima] } = await c.query<{ id: number; criada_em: Date }>('select id, criada_em from alicit.recomendacao_estatistica where motor = $1 order by id desc limit 1', [VERSAO_MOTOR]);
  if (!ultima) return NENHUMA;
  if (ultima.id === conhecida.id) return conhecida;
  const { rows: [lida] } = await c.query<{ dados: Buffer }>('select dados from alicit.recomendacao_estatistica where id = $1', [ultima.id]);
  return lida ? { id: ultima.id, estatistica: importEstatistica(lida.dados), criadaEm: ultima.criada_em.getTime() } : NENHUMA;
}

/** Whether the texts are no longer those it was counted over. */
export const isVelha = ({ estatistica: { textos }, criadaEm }: EstatisticaNumerada, total: number, agora: number): boolean =>
  total >= MINIMO && (total >= textos * DOBRO || (agora - criadaEm > VALIDADE_MS && Math.abs(total - textos) > textos * MUDOU));

/** Keeps a new one, unless another process just did. */
export async function writeEstatistica(c: Cliente, conhecida: EstatisticaNumerada, estatistica: Estatistica): Promise<EstatisticaNumerada> {
  return transact(c, async () => {
    await c.query('select pg_advisory_xact_lock($1)', [TRAVA_TEXTOS + 1]);
    const ultima = await readEstatistica(c, conhecida);
    if (ultima.id !== conhecida.id) return ultima;
    const { rows: [nova] } = await c.query<{ id: number; criada_em: Date }>('insert into alicit.recomendacao_estatistica (motor, textos, dados) values ($1, $2, $3) returning id, criada_em', [VERSAO_MOTOR, estatistica.textos, Buffer.from(exportEstatistica(estatistica))]);
    await c.query(`delete from alicit.recomendacao_estatistica where id <= $1::int - $2::int and (motor = $3 or criada_em < now() - interval '7 days')`, [nova!.id, GUARDADAS, VERSAO_MOTOR]);
    return { id: nova!.id, estatistica, criadaEm: nova!.criada_em.getTime() };
  });
}
