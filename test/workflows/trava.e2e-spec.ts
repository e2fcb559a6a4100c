import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpcoesOficina } from '../../src/oficina/index.js';
import { OficinaService } from '../../src/oficina/oficina.module.js';
import { acompanhar, AGORA, EDITAL, EMPRESA, pedir, type Resposta } from '../analises/apoio.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { createFormulario } from '../support/formulario.js';

const TRAVA = new URL('../support/trava.worker.mjs', import.meta.url);
/** As trava.worker.mjs does. */
const hangs = (tarefa: string, entrada: object): boolean => new RegExp({ ler: 'trava', extrair: 'extrai[. ]' }[tarefa] ?? '$^').test(JSON.stringify(entrada));

/**
 * The service with one thread and seconds for each stage, whose stages of reading hang on documents named so. What hangs
 * is given a small part of the configured time: it would not end in the rest of it either. The others have all of it, also on a machine busy with other things.
 */
describe('a job whose reading hangs', () => {
  let app: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    app = await startApp({ ALICIT_OFICINA_THREADS: '1', ALICIT_OFICINA_TEMPO_S: '60', ALICIT_LEITURA_TEMPO_S: '45', ALICIT_OFICINA_MEMORIA_MB: '128' }, (a) => {
      const oficina = a.get(OficinaService) as unknown as { opcoes: OpcoesOficina; run: OficinaService['run'] };
      const run = a.get(OficinaService).run.bind(oficina);
      oficina.run = (trabalho, tarefa, entrada, opcoes = {}) => run(trabalho, tarefa, entrada, hangs(tarefa, entrada) ? { ...opcoes, tempoMs: (opcoes.tempoMs ?? oficina.opcoes.tempoMs) / 45 } : opcoes);
      oficina.opcoes = { ...oficina.opcoes, locate: (modulo: URL) => (modulo.href.endsWith('/edital.worker.js') ? TRAVA : new URL(modulo.href.replace('/src/', '/dist/'))) };
    });
    cliente = await app.createCliente();
  });
  afterAll(() => app.close());

  const analisar = async (...nomes: string[]): Promise<Resposta> => {
    const { payload, headers } = await createFormulario([...nomes.map((nome, i) => ['arquivos', i ? Buffer.from(`Documento ${nome} do processo.\nSegunda linha.`) : nome.includes('bom') ? EDITAL : Buffer.from(`EDITAL ${nome}\nSegunda linha.`), nome] as const), ['empresa', EMPRESA], ['agora', AGORA]]);
    const { corpo } = await pedir(app, cliente, 'POST', '/v1/analises', { payload, cabecalhos: headers });
    return acompanhar(app, cliente, corpo.id, 60_000);
  };

  it('ends, and its state says tempo_esgotado', async () => {
    const { corpo } = await analisar('trava.txt');
    expect(corpo).toMatchObject({ estado: 'falhou', tentativas: 1, erro: { codigo: 'tempo_esgotado' } });
  }, 90_000);

  it('goes on with the documents that can be read, and lists the one that cannot', async () => {
    const { corpo } = await analisar('bom.pdf', 'trava.txt', 'enche.txt');
    expect(corpo).toMatchObject({ estado: 'concluida', tentativas: 1 });
    const { texto } = await pedir(app, cliente, 'GET', `/v1/analises/${corpo.id}/relatorio`);
    for (const dito of ['trava.txt', 'enche.txt', 'interrompid', 'memória demais']) expect(texto).toContain(dito);
  }, 90_000);

  it('ends when it is the extraction that hangs, and the next job is done', async () => {
    const { corpo } = await analisar('bom extrai.pdf');
    expect(corpo).toMatchObject({ estado: 'falhou', tentativas: 1, erro: { codigo: 'tempo_esgotado' } });
    expect((await analisar('bom outra.pdf')).corpo).toMatchObject({ estado: 'concluida' });
  }, 90_000);
});
