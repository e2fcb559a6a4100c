import type { DataSource } from 'typeorm';
import { rememberColeta } from '../observacao/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';
import type { TentativaFeita } from './entregador.service.js';

/** Asked of the database at most this often, ms. */
const VALIDADE_MS = 5000;
const FAIXAS_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const RESULTADOS = ['entregue', 'tentar_de_novo', 'recusada'];

interface Numeros { readonly pendentes: number; readonly atraso: number }

/** Attempts of this process, as they end. */
export function observeTentativas(metricas: MetricasService, listen: (ouvinte: (feita: TentativaFeita) => void) => void): void {
  const tentativas = metricas.counter('alicit_webhooks_tentativas_total', 'Tentativas de entrega de webhooks deste processo, por resultado.', ['resultado'], RESULTADOS.map((resultado) => ({ resultado })));
  const duracao = metricas.histogram('alicit_webhooks_duracao_segundos', 'Duração das tentativas de entrega de webhooks.', [], FAIXAS_S);
  listen(({ resultado, ms }) => {
    tentativas.inc({ resultado });
    duracao.observe(ms / 1000);
  });
}

/** Deliveries that wait, and how late the one is whose turn should have come first. A client's server that is down makes the first grow, never the second. */
export function collectEntregas(metricas: MetricasService, fonte: DataSource): void {
  const read = rememberColeta(() => query(fonte), VALIDADE_MS);
  metricas.gaugeDoBanco('alicit_webhooks_pendentes', 'Entregas de webhooks por fazer, com as que esperam nova tentativa (contadas até 100 mil).', [], async () => [{ valor: (await read()).pendentes }]);
  metricas.gaugeDoBanco('alicit_webhooks_atraso_segundos', 'Há quanto tempo já devia ter sido feita a entrega de webhook mais atrasada; 0 sem nenhuma.', [], async () => [{ valor: (await read()).atraso }]);
}

async function query(fonte: DataSource): Promise<Numeros> {
  const [l] = await fonte.query<Numeros[]>(
    `select count(*)::int as pendentes, coalesce(max(extract(epoch from now() - proxima_em)) filter (where proxima_em < now() and (reservada_ate is null or reservada_ate < now())), 0)::float8 as atraso
     from (select proxima_em, reservada_ate from alicit.webhook_entrega where estado = 'pendente' limit 100000) x /* sistema: totals of the service */`,
  );
  return l ?? { pendentes: 0, atraso: 0 };
}
