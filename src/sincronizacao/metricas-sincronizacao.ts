import type { Amostra } from '../observacao/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';
import type { Completude } from './domain/resumo.js';
import type { EstadoSincronizacao } from './estado.service.js';
import type { NumerosDoProcesso } from './sincronizador.service.js';

const rotulos = ({ rota, modalidade, uf }: Completude): Record<string, string> => ({ rota, modalidade: String(modalidade), uf: uf ?? 'todas' });

/** Completeness and age of the copy (from the database, the same in all processes), and what this process does. */
export function collectSincronizacao(metricas: MetricasService, read: () => Promise<EstadoSincronizacao>, processo: () => NumerosDoProcesso, ativa: boolean): void {
  metricas.gauge('alicit_sinc_ativa', 'Se este processo sincroniza sozinho (ALICIT_SINCRONIZA): 1 sim, 0 não.', [], () => [{ valor: ativa ? 1 : 0 }]);
  const porLista = (valor: (c: Completude) => number | null) => async (): Promise<readonly Amostra[]> =>
    (await read()).completude.flatMap((c) => {
      const v = valor(c);
      return v === null ? [] : [{ rotulos: rotulos(c), valor: v }];
    });
  const LISTA = ['rota', 'modalidade', 'uf'];
  metricas.gaugeDoBanco('alicit_sinc_completude', 'Parte dos dias pedidos em que está provado que veio tudo, de 0 a 1.', LISTA, porLista((c) => c.completude));
  metricas.gaugeDoBanco('alicit_sinc_idade_segundos', 'Idade da lista mais nova provada completa.', LISTA, porLista((c) => c.idadeS));
  metricas.gaugeDoBanco('alicit_sinc_lacunas', 'Janelas que não puderam ser lidas inteiras.', LISTA, porLista((c) => c.janelas.lacunas));
  metricas.gaugeDoBanco('alicit_sinc_complementos_pendentes', 'Licitações cujos itens ou arquivos ainda não foram buscados.', ['parte'], async () => (await read()).complementos.map(({ parte, pendentes }) => ({ rotulos: { parte }, valor: pendentes })));
  metricas.gaugeDoBanco('alicit_sinc_em_curso', 'Se há uma sincronização em curso em algum processo.', [], async () => [{ valor: (await read()).execucoes.some((e) => e.estado === 'executando') ? 1 : 0 }]);
  metricas.gauge('alicit_sinc_processo', 'O que este processo já fez: paginas, registros, novas, mudadas, itens, arquivos, falhas… Só cresce; a taxa é rate().', ['feito'], () => Object.entries(processo()).map(([feito, valor]) => ({ rotulos: { feito }, valor })));
}
