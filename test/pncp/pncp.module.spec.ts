import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule, parseConfig } from '../../src/config/index.js';
import { MetricasService, ObservacaoModule, SaudeService } from '../../src/observacao/observacao.module.js';
import { PNCP, type Pncp } from '../../src/pncp/index.js';
import { PncpModule } from '../../src/pncp/pncp.module.js';
import { gerarRegistros, startPncpServer, type PncpServer } from '../support/pncp-server/index.ts';

const [registro] = gerarRegistros({ quantidade: 1 });
let servidor: PncpServer;
let modulo: TestingModule;
beforeAll(async () => {
  servidor = await startPncpServer({ registros: [{ ...registro!, campoInedito: 1 }] });
  const config = parseConfig({ PNCP_URL: servidor.url, PNCP_CONSULTA_URL: servidor.consultaUrl }, '/x');
  modulo = await Test.createTestingModule({ imports: [ConfigModule.register(config), ObservacaoModule, PncpModule] }).compile();
  modulo.useLogger(false);
  await modulo.init();
});
afterAll(async () => {
  await modulo.close();
  await servidor.close();
});

const saude = (): Promise<unknown> => modulo.get(SaudeService).list().find((s) => s.indicador.nome === 'pncp')!.indicador.check(new AbortController().signal);

describe('PncpModule', () => {
  it('gives the client, counts what it does and says how PNCP is', async () => {
    expect(await saude()).toEqual({ estado: 'nao_configurado', erro: null });
    const pncp = modulo.get<Pncp>(PNCP);
    await pncp.detalhe(registro!.numeroControlePNCP);
    await pncp.itens(registro!.numeroControlePNCP);
    expect(await saude()).toEqual({ estado: 'ok', erro: null });
    const texto = await modulo.get(MetricasService).registro.metrics();
    for (const linha of [
      'alicit_pncp_requisicoes_total{endpoint="detalhe",desfecho="ok"} 1', 'alicit_pncp_requisicoes_total{endpoint="itens",desfecho="ok"} 2', 'alicit_pncp_duracao_segundos_count{endpoint="itens"} 2', 'alicit_pncp_deriva_total{endpoint="detalhe",tipo="campo_novo"} 1',
      'alicit_pncp_concorrencia{estado="em_curso"} 0', 'alicit_pncp_disjuntor{endpoint="publicacao"} 0', 'alicit_pncp_pausado 0',
    ]) expect(texto).toContain(linha);
  });

  it('closes the client with the process', async () => {
    const pncp = modulo.get<Pncp>(PNCP);
    await modulo.get(PncpModule).onApplicationShutdown();
    await expect(pncp.detalhe(registro!.numeroControlePNCP)).rejects.toEqual(expect.objectContaining({ codigo: 'pncp_encerrado' }));
  });
});
