import type { DataSource } from 'typeorm';

/** E-mails to be delivered and avisos whose hour passed: how many (avisos up to 100,000), and for how long the oldest waits, seconds. */
export interface AvisosParados {
  readonly total: number;
  readonly idadeS: number;
}

/** Of all organisations together. */
export async function readAvisosParados(fonte: Pick<DataSource, 'query'>): Promise<AvisosParados> {
  const [linha] = await fonte.query<AvisosParados[]>(
    `select (e.total + a.total)::int as total, coalesce(extract(epoch from now() - least(e.desde, a.desde)), 0)::float8 as "idadeS"
     from (select count(*) as total, min(criada_em) as desde from alicit.aviso_mensagem where estado = 'pendente') e,
       (select count(*) as total, min(enviar_em) as desde from (select enviar_em from alicit.aviso where enviar_em < now() order by enviar_em limit 100000) x) a /* sistema: totals of the service */`,
  );
  return linha ?? { total: 0, idadeS: 0 };
}
