import type { DataSource } from 'typeorm';
import { rememberColeta } from '../observacao/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';

/** Asked of the database at most this often, ms. */
const VALIDADE_MS = 5000;

interface Numeros { readonly pendentes: number; readonly idade: number; readonly devidos: number }

/** E-mails that wait, and for how long: for all processes together. */
export function registerMetricasDeAvisos(metricas: MetricasService, fonte: DataSource): void {
  const read = rememberColeta(() => query(fonte), VALIDADE_MS);
  metricas.gaugeDoBanco('alicit_avisos_emails_pendentes', 'E-mails por entregar.', [], async () => [{ valor: (await read()).pendentes }]);
  metricas.gaugeDoBanco('alicit_avisos_email_mais_antigo_segundos', 'Idade do mais antigo e-mail por entregar; 0 quando não há.', [], async () => [{ valor: (await read()).idade }]);
  metricas.gaugeDoBanco('alicit_avisos_devidos', 'Avisos cuja hora de ir por e-mail já passou e que ainda não estão em mensagem.', [], async () => [{ valor: (await read()).devidos }]);
}

async function query(fonte: DataSource): Promise<Numeros> {
  const [l] = await fonte.query<Numeros[]>(
    `select (select count(*)::int from alicit.aviso_mensagem where estado = 'pendente') as pendentes,
       (select coalesce(extract(epoch from now() - min(criada_em)), 0)::float8 from alicit.aviso_mensagem where estado = 'pendente') as idade,
       (select count(*)::int from (select 1 from alicit.aviso where enviar_em < now() limit 100000) x) as devidos /* sistema: totals of the service */`,
  );
  return l ?? { pendentes: 0, idade: 0, devidos: 0 };
}
