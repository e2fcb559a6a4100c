import type { Amostra } from '../observacao/index.js';
import type { MetricasService, SaudeService } from '../observacao/observacao.module.js';

/** While a check takes longer, what was known before is told, ms. */
const ESPERA_MS = 1500;

/**
 * What /health says of each item, as numbers. Asked as /health asks: what real requests showed first, then checks, at most as often as each allows; what is
 * not configured is left out.
 */
export function collectSaude(metricas: MetricasService, saude: SaudeService): void {
  metricas.gauge('alicit_saude', 'Saúde vista por este processo, um item de /health por série: 1 bem, 0 mal; estado diz como. O que não está configurado não aparece.', ['item', 'obrigatorio', 'estado'], async () => {
    const itens = await Promise.all(saude.list().map(async (s): Promise<readonly Amostra[]> => {
      const observada = (await within(s.observe(), ESPERA_MS)) ?? s.ultima;
      if (!observada || observada.estado === 'nao_configurado') return [];
      return [{ rotulos: { item: s.indicador.nome, obrigatorio: s.indicador.obrigatorio ? 'sim' : 'nao', estado: observada.estado }, valor: observada.estado === 'ok' ? 1 : 0 }];
    }));
    return itens.flat();
  });
  metricas.gauge('alicit_pronto', 'Se este processo começou e não está encerrando: 1 sim, 0 não.', [], () => [{ valor: saude.fase === 'pronto' ? 1 : 0 }]);
}

/** Null when it takes longer. */
async function within<T>(feita: Promise<T>, ms: number): Promise<T | null> {
  let relogio: NodeJS.Timeout | undefined;
  const tarde = new Promise<null>((resolve) => (relogio = setTimeout(() => resolve(null), ms)));
  try {
    return await Promise.race([feita, tarde]);
  } finally {
    clearTimeout(relogio);
  }
}
