import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BancoDeTeste } from '../support/postgres.js';
import { usoDe } from '../../src/modelos/domain/saude.js';
import { startOpenAiServer, type OpenAiServer } from '../support/openai-server/index.js';
import { startServidorHttp } from '../support/servidor-http.js';
import { CHAVE, createContexto, createPergunta, readStream, openBancoDeModelos, openProcesso, textOf, until, type ProcessoDeTeste } from './apoio.js';

describe('calls of models', () => {
  let banco: BancoDeTeste;
  let servidor: OpenAiServer;
  let um: ProcessoDeTeste;
  let outro: ProcessoDeTeste;
  beforeAll(async () => {
    banco = await openBancoDeModelos();
    servidor = await startOpenAiServer({ chave: CHAVE, responder: (p) => ({ texto: `ouvi: ${p.mensagens.at(-1)!.texto}` }), ritmo: { esperaMs: 20, penduradaMs: 3000, lentidaoMs: 50 } });
    [um, outro] = await Promise.all([openProcesso(banco.url, servidor.url), openProcesso(banco.url, servidor.url)]);
  });
  afterAll(async () => {
    await Promise.all([um.close(), outro.close(), servidor.close()]);
    await banco.drop();
  });
  beforeEach(() => {
    servidor.clear();
    servidor.setLatencia(0);
  });

  const asked = async (fazer: () => Promise<unknown>): Promise<number> => {
    const antes = servidor.ledger.length;
    await fazer();
    return servidor.ledger.length - antes;
  };
  const codigoDe = async (feita: PromiseLike<unknown>): Promise<unknown> => await feita.then(() => 'ok', (e: { codigo?: string; detalhes?: Record<string, unknown>; name: string }) => ({ codigo: e.codigo ?? e.name, ...e.detalhes }));

  it('answers, writes down what it cost, and answers the same again without asking', async () => {
    const contexto = createContexto();
    const feito = await um.modelos.chat(contexto).doGenerate(createPergunta('qual o prazo?'));
    expect(textOf(feito.content)).toBe('ouvi: qual o prazo?');
    expect(contexto.feitas).toMatchObject([{ finalidade: 'pergunta', modelo: 'gpt-5-mini', deCache: false, reserva: false, tentativas: 1 }]);
    expect(contexto.feitas[0]!.tokensEntrada).toBeGreaterThan(0);
    expect(Number(contexto.feitas[0]!.custoUsd)).toBeGreaterThan(0);
    expect(await asked(async () => {
      for (const p of [um, outro]) expect(textOf((await p.modelos.chat(contexto).doGenerate(createPergunta('qual o prazo?'))).content)).toBe('ouvi: qual o prazo?');
      expect((await readStream(outro.modelos.chat(contexto), 'qual o prazo?')).map((p) => p.type)).toEqual(['stream-start', 'text-start', 'text-delta', 'text-end', 'finish']);
    })).toBe(0);
    expect(contexto.feitas.slice(1)).toMatchObject([{ deCache: true, custoUsd: '0' }, { deCache: true }, { deCache: true }]);
    const linhas = await um.fonte.query('select finalidade, tentativas, desfecho, tokens_entrada from alicit.modelo_chamada where trabalho_id = $1', [contexto.trabalhoId]);
    expect(linhas).toEqual([{ finalidade: 'pergunta', tentativas: 1, desfecho: 'ok', tokens_entrada: contexto.feitas[0]!.tokensEntrada }]);
  });

  it('pays once for equal calls at once, in one process and in two', async () => {
    servidor.setLatencia(150);
    const contexto = createContexto();
    expect(await asked(() => Promise.all([um, um, um, outro, outro].map((p) => p.modelos.chat(contexto).doGenerate(createPergunta('ao mesmo tempo')))))).toBe(1);
    expect(contexto.feitas.filter((c) => !c.deCache)).toHaveLength(1);
  });

  it('asks again for another organisation, prompt version or question', async () => {
    expect(await asked(async () => {
      for (const c of [createContexto(), createContexto({ versaoPrompt: '2' })]) await um.modelos.chat(c).doGenerate(createPergunta('a mesma'));
      await um.modelos.chat(createContexto()).doGenerate(createPergunta('a mesma!'));
    })).toBe(3);
  });

  it.each(['limite_segundos', 'limite_ms', 'erro_500', 'erro_502_html', 'erro_503', 'conexao_cortada'] as const)('asks again after %s', async (falha) => {
    servidor.script({ rota: 'chat', texto: `depois de ${falha}` }, falha);
    const contexto = createContexto();
    expect(textOf((await um.modelos.chat(contexto).doGenerate(createPergunta(`depois de ${falha}`))).content)).toContain(falha);
    expect(contexto.feitas).toMatchObject([{ tentativas: 2 }]);
  });

  it('makes vectors of length 1, once for each text, whoever asks', async () => {
    const contexto = createContexto({ finalidade: 'trechos' });
    const textos = ['garantia de execução', 'prazo de entrega', 'garantia de execução'];
    const vetores = await um.modelos.embed(textos, contexto);
    expect(vetores).toHaveLength(3);
    expect(vetores[0]).toBe(vetores[2]);
    for (const v of vetores) expect(Math.hypot(...v)).toBeCloseTo(1, 5);
    expect(servidor.ledger.at(-1)).toMatchObject({ rota: 'embeddings', textos: 2 });
    expect(await asked(async () => {
      const [a] = await outro.modelos.embed(['prazo de entrega'], contexto);
      expect(a).toEqual(vetores[1]);
    })).toBe(0);
  });

  it('says that the key was refused, and never shows it', async () => {
    const errado = await openProcesso(banco.url, servidor.url, { OPENAI_API_KEY: 'sk-errada-999999999999', ALICIT_MODEL_FALLBACK: 'gpt-4o-mini' });
    expect(await asked(async () => expect(await codigoDe(errado.modelos.chat(createContexto()).doGenerate(createPergunta('chave')))).toEqual({ codigo: 'modelo_indisponivel', causa: 'chave_recusada' }))).toBe(0);
    expect(errado.modelos.ultima).toMatchObject({ erro: 'chave_recusada' });
    expect(usoDe(errado.modelos.ultima)).toMatchObject({ estado: 'chave_invalida', latenciaMs: expect.any(Number), ultimoSucesso: null, desmentivel: true });
    expect(usoDe(um.modelos.ultima)).toMatchObject({ estado: 'ok', ultimoSucesso: expect.any(Date) });
    await errado.close();
  });

  it.each([['recusa', false], ['filtro_de_conteudo', false], ['recusa', true]] as const)('a refusal (%s, in a stream: %s) is told as one, and not asked for again', async (falha, emFluxo) => {
    const texto = `recusa ${falha} ${String(emFluxo)}`;
    servidor.script({ texto }, falha);
    const contexto = createContexto();
    const modelo = um.modelos.chat(contexto);
    for (let vez = 0; vez < 2; vez++) expect(await codigoDe(emFluxo ? modelo.doStream(createPergunta(texto)) : modelo.doGenerate(createPergunta(texto)))).toEqual({ codigo: 'modelo_recusou' });
    expect(servidor.ledger.filter((l) => l.corpo?.includes(texto))).toHaveLength(1);
    expect(contexto.feitas).toMatchObject([{ deCache: false }, { deCache: true }]);
    await um.fonte.query(`update alicit.modelo_resposta set criado_em = now() - interval '25 hours' where recusada`);
    expect(textOf((await modelo.doGenerate(createPergunta(texto))).content)).toContain(texto);
  });

  it.each(['cortada_no_meio', 'corpo_truncado', 'json_invalido', 'erro_no_stream', 'mensagem_vazia'] as const)('a stream that ends badly (%s) is asked for again; nothing of it was given', async (falha) => {
    const contexto = createContexto();
    servidor.script({ texto: falha }, falha);
    const partes = await readStream(um.modelos.chat(contexto), falha);
    expect(partes.map((p) => (p.type === 'text-delta' ? p.delta : '')).join('')).toBe(`ouvi: ${falha}`);
    expect(contexto.feitas).toMatchObject([{ tentativas: 2 }]);
  });

  it.each([
    ['cortada_no_meio', 'resposta_cortada', 3], ['json_invalido', 'resposta_invalida', 3], ['html_200', 'resposta_invalida', 3], ['erro_500', 'erro_servidor', 3], ['sem_credito', 'sem_credito', 1], ['contexto_excedido', 'pedido_recusado', 1], ['limite_sem_espera', 'limite', 3],
  ] as const)('%s that does not pass is %s after %d requests, told without a word of the server', async (falha, causa, pedidos) => {
    const processo = await openProcesso(banco.url, servidor.url);
    servidor.script({ vezes: Infinity }, falha);
    const contexto = createContexto();
    const erro = await Promise.resolve(processo.modelos.chat(contexto).doGenerate(createPergunta(`nunca ${falha}`))).catch((e: unknown) => e as Error);
    expect(erro).toMatchObject({ codigo: 'modelo_indisponivel', detalhes: { causa } });
    expect(JSON.stringify([erro, (erro as Error).stack, (erro as Error).cause])).not.toMatch(/sk-|Bearer|nunca|The server had|quota/);
    expect(servidor.ledger.filter((l) => l.corpo?.includes(`nunca ${falha}`))).toHaveLength(pedidos);
    expect(await um.fonte.query('select desfecho, tentativas from alicit.modelo_chamada where trabalho_id = $1', [contexto.trabalhoId])).toEqual([{ desfecho: causa, tentativas: pedidos }]);
    expect(await um.fonte.query('select 1 from alicit.modelo_resposta where resposta is null')).toEqual([]);
    await processo.close();
  });

  it('speaks the other protocol (responses) the same: whole, in a stream, refused, cut; nothing stays at the provider', async () => {
    const com = await openProcesso(banco.url, servidor.url, { ALICIT_MODEL_API: 'responses' });
    const contexto = createContexto();
    const modelo = com.modelos.chat(contexto);
    expect(textOf((await modelo.doGenerate(createPergunta('inteira r'))).content)).toBe('ouvi: inteira r');
    servidor.script({ texto: 'em fluxo r' }, 'cortada_no_meio');
    expect((await readStream(modelo, 'em fluxo r')).map((p) => (p.type === 'text-delta' ? p.delta : '')).join('')).toBe('ouvi: em fluxo r');
    for (const emFluxo of [false, true]) {
      servidor.script({ texto: `recusa r ${String(emFluxo)}` }, 'recusa');
      expect(await codigoDe(emFluxo ? modelo.doStream(createPergunta('recusa r true')) : modelo.doGenerate(createPergunta('recusa r false')))).toEqual({ codigo: 'modelo_recusou' });
    }
    expect(contexto.feitas.map((c) => c.tentativas)).toEqual([1, 2, 1, 1]);
    expect(servidor.ledger.at(-1)).toMatchObject({ rota: 'responses' });
    expect(JSON.parse(servidor.ledger.at(-1)!.corpo!)).toMatchObject({ store: false });
    await com.close();
  });

  it('does not wait longer for a server than a request may take: the fallback is asked at once', async () => {
    const limitado = await startServidorHttp((r) => r.writeHead(429, { 'content-type': 'application/json', 'retry-after': '3600' }).end('{"error":{"message":"espere"}}'));
    const com = await openProcesso(banco.url, `${limitado.url}/v1`, { ALICIT_MODEL_FALLBACK: 'gpt-4o-mini' });
    const inicio = Date.now();
    expect(await codigoDe(com.modelos.chat(createContexto()).doGenerate(createPergunta('limitada')))).toEqual({ codigo: 'modelo_indisponivel', causa: 'limite', tentarEmS: 3600 });
    expect(limitado.recebidos.map((p) => (JSON.parse(p.corpo) as { model: string }).model)).toEqual(['gpt-5-mini', 'gpt-4o-mini']);
    expect(Date.now() - inicio).toBeLessThan(2000);
    await Promise.all([com.close(), limitado.fechar()]);
  });

  it('takes no answer without end, and follows no redirect', async () => {
    const enorme = await startServidorHttp((r, { url }) => {
      if (url!.endsWith('/embeddings')) return void r.writeHead(307, { location: 'http://127.0.0.1:9/v1/embeddings' }).end();
      r.writeHead(200, { 'content-type': 'application/json' });
      r.on('error', () => undefined);
      r.end(`{"choices":[{"message":{"content":"${'x'.repeat(5 * 1024 * 1024)}"}}]}`);
    });
    const com = await openProcesso(banco.url, `${enorme.url}/v1`, { ALICIT_MODEL_TENTATIVAS: '1' });
    expect(await codigoDe(com.modelos.chat(createContexto()).doGenerate(createPergunta('enorme')))).toEqual({ codigo: 'modelo_indisponivel', causa: 'resposta_grande' });
    expect(await codigoDe(com.modelos.embed(['desviado'], createContexto()))).toMatchObject({ codigo: 'modelo_indisponivel' });
    await Promise.all([com.close(), enorme.fechar()]);
  });

  it('never gives what one server said as said by another of the same host', async () => {
    const vizinho = await startOpenAiServer({ responder: () => ({ texto: 'sou outro' }) });
    const com = await openProcesso(banco.url, vizinho.url);
    for (const [p, dito] of [[um, 'ouvi: quem é?'], [com, 'sou outro']] as const) {
      expect(textOf((await p.modelos.chat(createContexto()).doGenerate(createPergunta('quem é?'))).content)).toBe(dito);
      await p.modelos.embed(['de quem é?'], createContexto());
    }
    expect(vizinho.ledger.map((l) => l.rota)).toEqual(['chat', 'embeddings']);
    expect(com.modelos.espaco).not.toBe(um.modelos.espaco);
    await Promise.all([com.close(), vizinho.close()]);
  });

  it('JSON cut by its length is asked again, then asked of the fallback, then told as cut; the model is not left alone for it', async () => {
    const com = await openProcesso(banco.url, servidor.url, { ALICIT_MODEL_DISJUNTOR_FALHAS: '2', ALICIT_MODEL_FALLBACK: 'gpt-4o-mini' });
    const ask = (texto: string, contexto = createContexto()) => com.modelos.chat(contexto).doGenerate(createPergunta(texto, { responseFormat: { type: 'json' } }));
    servidor.script({ rota: 'chat', texto: 'cortado', vezes: Infinity }, (p) => ({ texto: p.modelo === 'gpt-5-mini' ? '{"a":' : '{"a":1}', ...(p.modelo === 'gpt-5-mini' ? { fim: 'length' as const } : {}) }));
    const contexto = createContexto();
    expect(textOf((await ask('cortado', contexto)).content)).toBe('{"a":1}');
    expect(contexto.feitas).toMatchObject([{ reserva: true, tentativas: 4 }]);
    servidor.clear();
    servidor.script({ rota: 'chat', vezes: Infinity }, () => ({ texto: '{"a":', fim: 'length' }));
    const erro = await Promise.resolve(ask('sempre')).catch((e: unknown) => e as Error);
    expect(erro).toMatchObject({ codigo: 'modelo_indisponivel', detalhes: { causa: 'resposta_cortada' }, message: expect.stringContaining('cortada') });
    // Text that is no JSON may be cut: whoever asked sees it.
    expect(textOf((await com.modelos.chat(createContexto()).doGenerate(createPergunta('prosa'))).content)).toBe('{"a":');
    await com.close();
  });

  it('bounds how many are asked at once, and how many wait', async () => {
    servidor.setLatencia(100);
    const com = await openProcesso(banco.url, servidor.url, { ALICIT_MODEL_CONCORRENCIA: '2', ALICIT_MODEL_FILA: '1' });
    const antes = servidor.ledger.length;
    const feitas = await Promise.all(Array.from({ length: 5 }, (_, i) => codigoDe(com.modelos.chat(createContexto()).doGenerate(createPergunta(`vaga ${String(i)}`)))));
    expect(feitas.filter((f) => f === 'ok')).toHaveLength(3);
    expect(feitas.filter((f) => f !== 'ok')).toEqual(Array.from({ length: 2 }, () => ({ codigo: 'modelo_indisponivel', causa: 'fila_cheia' })));
    expect(servidor.ledger).toHaveLength(antes + 3);
    await com.close();
  });

  it('asks the fallback when the principal failed for good, and keeps its answer by the name of the principal', async () => {
    const com = await openProcesso(banco.url, servidor.url, { ALICIT_MODEL_FALLBACK: 'gpt-4o-mini' });
    servidor.script({ modelo: 'gpt-5-mini', vezes: Infinity }, 'erro_503');
    const contexto = createContexto();
    expect(textOf((await com.modelos.chat(contexto).doGenerate(createPergunta('à reserva'))).content)).toBe('ouvi: à reserva');
    expect(contexto.feitas).toMatchObject([{ modelo: 'gpt-4o-mini', reserva: true, tentativas: 4, deCache: false }]);
    servidor.clear();
    expect(await asked(() => Promise.resolve(um.modelos.chat(contexto).doGenerate(createPergunta('à reserva'))))).toBe(0);
    expect(contexto.feitas[1]).toMatchObject({ modelo: 'gpt-4o-mini', reserva: true, deCache: true });
    await com.close();
  });

  it('leaves a model alone after failures in a row', async () => {
    const com = await openProcesso(banco.url, servidor.url, { ALICIT_MODEL_DISJUNTOR_FALHAS: '3', ALICIT_MODEL_DISJUNTOR_S: '60' });
    servidor.script({ vezes: Infinity }, 'erro_500');
    expect(await codigoDe(com.modelos.chat(createContexto()).doGenerate(createPergunta('cai')))).toMatchObject({ causa: 'erro_servidor' });
    expect(await asked(async () => expect(await codigoDe(com.modelos.chat(createContexto()).doGenerate(createPergunta('cai de novo')))).toMatchObject({ causa: 'disjuntor_aberto' }))).toBe(0);
    expect(await com.metricas.registro.getSingleMetricAsString('alicit_modelos_disjuntor')).toContain('{modelo="gpt-5-mini"} 2');
    await com.close();
  });

  it('gives up a request that hangs', async () => {
    const com = await openProcesso(banco.url, servidor.url, { ALICIT_MODEL_TEMPO_S: '1', ALICIT_MODEL_TENTATIVAS: '1' });
    servidor.script({}, 'pendurada');
    expect(await codigoDe(com.modelos.chat(createContexto()).doGenerate(createPergunta('pendurada')))).toMatchObject({ causa: 'tempo_esgotado' });
    await com.close();
  });

  it('an abort stops the request and gives the question back', async () => {
    servidor.setLatencia(2000);
    const fim = new AbortController();
    const contexto = createContexto({ sinal: fim.signal });
    const feita = codigoDe(um.modelos.chat(contexto).doGenerate(createPergunta('desisto')));
    await until(() => servidor.ledger.some((l) => l.corpo?.includes('desisto')));
    fim.abort();
    expect(await feita).toEqual({ codigo: 'AbortError' });
    servidor.setLatencia(0);
    expect(textOf((await outro.modelos.chat(createContexto()).doGenerate(createPergunta('desisto'))).content)).toBe('ouvi: desisto');
    await until(async () => (await um.fonte.query<unknown[]>(`select 1 from alicit.modelo_chamada where trabalho_id = $1 and desfecho = 'cancelada'`, [contexto.trabalhoId])).length === 1);
  });

  it('who gives up does not stop another who waits for the same', async () => {
    servidor.setLatencia(200);
    const fim = new AbortController();
    const desiste = codigoDe(um.modelos.chat(createContexto({ sinal: fim.signal })).doGenerate(createPergunta('juntos')));
    const fica = um.modelos.chat(createContexto()).doGenerate(createPergunta('juntos'));
    await until(() => servidor.ledger.some((l) => l.corpo?.includes('juntos')));
    fim.abort();
    expect(await desiste).toEqual({ codigo: 'AbortError' });
    expect(textOf((await fica).content)).toBe('ouvi: juntos');
    expect(servidor.ledger.filter((l) => l.corpo?.includes('juntos'))).toHaveLength(1);
  });

  it.each(['vetor_vazio', 'vetor_zero', 'vetor_infinito', 'vetor_nan', 'vetores_a_menos'] as const)('vectors that cannot be used (%s) are asked for again', async (falha) => {
    servidor.script({ rota: 'embeddings' }, falha);
    const contexto = createContexto({ finalidade: 'trechos' });
    expect(await um.modelos.embed([`um ${falha}`, `dois ${falha}`], contexto)).toHaveLength(2);
    expect(contexto.feitas).toMatchObject([{ tentativas: 2, tokensSaida: 0 }]);
  });

  it('vectors keep the order asked, whatever the order answered; of another size than told they are refused', async () => {
    const textos = ['primeiro', 'segundo', 'terceiro'];
    servidor.script({ rota: 'embeddings' }, 'vetores_fora_de_ordem');
    const juntos = await um.modelos.embed(textos, createContexto());
    const outros = await openProcesso(banco.url, servidor.url, { ALICIT_EMBEDDING_DIMENSOES: '64' });
    await um.fonte.query('delete from alicit.modelo_embedding');
    for (const [i, t] of textos.entries()) expect((await outro.modelos.embed([t], createContexto()))[0]).toEqual(juntos[i]);
    expect((await outros.modelos.embed(['primeiro'], createContexto()))[0]).toHaveLength(64);
    servidor.script({ rota: 'embeddings', vezes: Infinity }, 'vetor_curto');
    expect(await codigoDe(outros.modelos.embed(['quarto'], createContexto()))).toMatchObject({ causa: 'dimensao_inesperada' });
    await outros.close();
  });

  it('the same texts at once, in two processes, are paid for once; in batches of the size told', async () => {
    servidor.setLatencia(100);
    const [a, b] = await Promise.all([0, 0].map(() => openProcesso(banco.url, servidor.url, { ALICIT_EMBEDDING_LOTE: '4' })));
    const textos = Array.from({ length: 10 }, (_, i) => `lote ${String(i)}`);
    const antes = servidor.ledger.length;
    const [x, y, z] = await Promise.all([a!.modelos.embed(textos, createContexto()), b!.modelos.embed([...textos].reverse(), createContexto()), a!.modelos.embed(textos.slice(0, 5), createContexto())]);
    const pedidos = servidor.ledger.slice(antes);
    expect(pedidos.reduce((soma, l) => soma + l.textos, 0)).toBe(10);
    expect(Math.max(...pedidos.map((l) => l.textos))).toBeLessThanOrEqual(4);
    expect(x).toEqual([...y].reverse());
    expect(z).toEqual(x.slice(0, 5));
    await Promise.all([a!.close(), b!.close()]);
  });

  it('through faults by chance, everything is answered or told, nothing is held or claimed after, and no less is written down than was charged', async () => {
    const com = await openProcesso(banco.url, servidor.url, { ALICIT_MODEL_TENTATIVAS: '4', ALICIT_MODEL_DISJUNTOR_FALHAS: '1000', ALICIT_MODEL_CONCORRENCIA: '4' });
    const antes = servidor.ledger.length;
    servidor.set({ probabilidade: 0.35, semente: 7, nomes: ['limite_ms', 'limite_sem_espera', 'erro_500', 'erro_503', 'conexao_cortada', 'cortada_no_meio', 'corpo_truncado', 'html_200', 'vetor_nan', 'vetores_fora_de_ordem', 'mensagem_vazia'] });
    const contexto = createContexto();
    const contextos = Array.from({ length: 30 }, () => createContexto({ versaoPrompt: 'acaso' }));
    const feitas = await Promise.all([
      ...contextos.map((c, i) => codigoDe(i % 2 ? readStream(com.modelos.chat(c), `acaso ${String(i)}`) : com.modelos.chat(c).doGenerate(createPergunta(`acaso ${String(i)}`)))),
      ...Array.from({ length: 10 }, (_, i) => codigoDe(com.modelos.embed([`acaso a${String(i)}`, `acaso b${String(i)}`], contexto))),
    ]);
    servidor.set(0);
    const mal = feitas.filter((f) => f !== 'ok');
    expect(mal.length).toBeLessThan(6);
    for (const f of mal) expect(f).toMatchObject({ codigo: 'modelo_indisponivel' });
    expect(await um.fonte.query('select 1 from alicit.modelo_reserva union all select 1 from alicit.modelo_resposta where resposta is null union all select 1 from alicit.modelo_embedding where vetor is null')).toEqual([]);
    const cobrados = servidor.ledger.slice(antes).filter((l) => l.status === 200).reduce((soma, l) => soma + l.promptTokens + l.completionTokens, 0);
    const [{ anotados }] = await um.fonte.query<[{ anotados: number }]>('select sum(tokens_entrada + tokens_saida)::int as anotados from alicit.modelo_chamada where trabalho_id = any($1)', [[...contextos, contexto].map((c) => c.trabalhoId)]);
    expect(anotados).toBeGreaterThanOrEqual(cobrados * 0.95);
    await com.close();
  });
});
