import type { EntityManager } from 'typeorm';
import type { Complemento } from '../domain/registro.js';

/** A list that is to be fetched. */
export interface ComplementoPendente {
  readonly numero: string;
  readonly parte: Complemento;
  /** This one included. */
  readonly tentativas: number;
}

const MINUTO = 60_000;
/** Wait after each attempt; the last one repeats for ever. PNCP often answers 404 for what was published a moment ago. */
const ESPERAS = [1, 5, 30, 120, 720].map((min) => min * MINUTO);
/** Attempts after which "PNCP has none" is believed, some 14 hours after the first; a change of the record asks again. */
const TENTATIVAS_AUSENTE = ESPERAS.length;
const MAX_ERRO = 500;

/** Takes lists whose time has come, those that wait longest first; each is nobody else's for `posseMs`, and pending again after it. */
export async function takeComplementos(m: EntityManager, limite: number, { agora, posseMs }: { agora: Date; posseMs: number }): Promise<readonly ComplementoPendente[]> {
  return m.query<ComplementoPendente[]>(
    `with vez as (select numero, parte from alicit.acervo_complemento where estado = 'pendente' and proxima_em <= $1 order by proxima_em limit $2 for update skip locked),
       tomada as (update alicit.acervo_complemento c set proxima_em = $3, tentativas = c.tentativas + 1 from vez where c.numero = vez.numero and c.parte = vez.parte returning c.numero, c.parte, c.tentativas)
     select numero, parte, tentativas from tomada order by numero, parte`,
    [agora, limite, new Date(agora.getTime() + posseMs)],
  );
}

/** Tells that an attempt failed: it is made again later, farther and farther apart. Only "PNCP has none", said often enough, ends it. */
export async function failComplemento(m: EntityManager, numero: string, parte: Complemento, { erro, ausente, agora }: { erro: string; ausente: boolean; agora: Date }): Promise<void> {
  await m.query(
    `update alicit.acervo_complemento set estado = case when $3 and tentativas >= $4 then 'ausente' else estado end, erro = $5,
       proxima_em = $6::timestamptz + (($7::int[])[greatest(1, least(tentativas, $4))]) * interval '1 millisecond'
     where numero = $1 and parte = $2 and estado = 'pendente'`,
    [numero, parte, ausente, TENTATIVAS_AUSENTE, erro.slice(0, MAX_ERRO).replaceAll('\u0000', '').toWellFormed(), agora, ESPERAS],
  );
}
