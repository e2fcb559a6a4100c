import { VERSAO_MOTOR } from './versao.js';

/** A pool's or a transaction's: what both have. */
export type Consulta = (sql: string, valores: readonly unknown[]) => Promise<readonly { readonly motor: string }[]>;

/** An engine that no working process has told of for so long is gone, minutes. */
const VIVO_MIN = 5;
/** How often a working process tells of its own, ms. */
export const PULSO_MOTOR_MS = 60_000;

/** This engine works. Back after it was gone, it counts as new: a version that was rolled back to takes over. */
export async function pulsarMotor(consulta: Consulta): Promise<void> {
  await consulta(
    `insert into alicit.recomendacao_motor as m (motor) values ($1) on conflict (motor) do update
     set desde = case when m.visto_em < now() - make_interval(mins => $2) then now() else m.desde end, visto_em = now()`, [VERSAO_MOTOR, VIVO_MIN],
  );
}

/** Of the engines at work over this database, the one that came last: it alone makes again what another made. None at work: this one. */
export async function readMotorVigente(consulta: Consulta): Promise<string> {
  const [linha] = await consulta('select motor from alicit.recomendacao_motor where visto_em > now() - make_interval(mins => $1) order by desde desc, motor desc limit 1', [VIVO_MIN]);
  return linha?.motor ?? VERSAO_MOTOR;
}

/** Whether that is this process's. */
export const isVigente = async (consulta: Consulta): Promise<boolean> => (await readMotorVigente(consulta)) === VERSAO_MOTOR;
