import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { indisponivel } from '../../src/kernel/index.js';
import type { Analise, Parecer } from '../../src/analises/index.js';
import { EstagiosAgentes } from '../../src/agentes/estagios/estagios-agentes.js';
import { acompanhar, ate, EMPRESA, enviar, pedir } from '../analises/apoio.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { responderHonesto, startOpenAiServer, type LinhaLedger, type OpenAiServer } from '../support/openai-server/index.js';

describe('an analysis with agents', () => {
  let modelo: OpenAiServer;
  let app: AppDeTeste;
  let cliente: Cliente;
  let n = 0;
  /** What the rules say of companies like these. */
  let limpa: Analise;
  beforeAll(async () => {
    modelo = await startOpenAiServer({ responder: responderHonesto });
    app = await startApp({ OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: modelo.url, ALICIT_MODEL_ESPERA_MS: '1', ALICIT_MODEL_TENTATIVAS: '1', ALICIT_MODEL_DISJUNTOR_FALHAS: '1000' });
    cliente = await app.createCliente();
  });
  afterEach(() => modelo.clear());
  afterAll(async () => {
    await app.close();
    await modelo.close();
  });

  /** A company that was not seen before: no kept answer fits it. */
  const outraEmpresa = (): string => JSON.stringify({ ...(JSON.parse(EMPRESA) as object), descricao: `Revenda de equipamentos de informática, unidade ${++n}.` });
  const relatorio = async (id: string): Promise<Analise> => JSON.parse((await pedir(app, cliente, 'GET', `/v1/analises/${id}/relatorio`)).texto) as Analise;
  const analisar = async (empresa: string): Promise<{ readonly id: string; readonly analise: Analise; readonly parecer: Parecer; readonly chamadas: readonly LinhaLedger[] }> => {
    const antes = modelo.ledger.length;
    const { corpo: { id } } = await enviar(app, cliente, { empresa });
    expect((await acompanhar(app, cliente, id)).corpo).toMatchObject({ estado: 'concluida', erro: null });
    const analise = await relatorio(id);
    return { id, analise, parecer: analise.parecer!, chamadas: modelo.ledger.slice(antes) };
  };
  const soRegras = ({ parecer: _p, usouModelo: _u, ...resto }: Analise): unknown => resto;
  const afirmacoes = (p: Parecer): string[] => [...p.agentes.flatMap((a) => a.afirmacoes), ...p.sintese].map((a) => a.texto);

  it('an honest model: every agent speaks, quotes stand, the rules’ part is the rules’', async () => {
    const empresa = outraEmpresa();
    const { id, analise, parecer, chamadas } = await analisar(empresa);
    limpa = analise;
    expect(analise.usouModelo).toBe(true);
    expect(parecer).toMatchObject({ estado: 'completo', motivo: null, alertas: [] });
    for (const a of parecer.agentes) expect(a.afirmacoes.length).toBeGreaterThanOrEqual(3);
    expect(parecer.sintese.length).toBeGreaterThan(0);
    const chats = chamadas.filter((c) => c.rota === 'chat');
    expect(chats.length).toBeLessThanOrEqual(6);
    expect(chats.reduce((s, c) => s + c.promptTokens, 0)).toBeLessThan(40_000);
    const dosAgentes = (lista: Parecer['uso']['porChamada']): typeof lista => lista.filter((c) => /^(?:agente_|relator)/.test(c.finalidade));
    expect(dosAgentes(parecer.uso.porChamada)).toHaveLength(chats.length);
    expect(dosAgentes(parecer.uso.porChamada).reduce((s, c) => s + c.tokensEntrada, 0)).toBe(chats.reduce((s, c) => s + c.promptTokens, 0));
    expect(parecer.uso.porChamada.every((c) => c.versaoPrompt !== undefined && c.modelo.length > 0)).toBe(true);
    // The same request is answered with the same analysis; the judgement is byte for byte what it is without a model.
    expect((await enviar(app, cliente, { empresa })).corpo).toMatchObject({ id, reaproveitada: true });
    const [julgado] = await app.fonte.query<{ trabalho: string }[]>(`select trabalho from alicit.analise_etapa where analise_id = $1 and etapa = 'julgar'`, [id]);
    const [linha] = await app.fonte.query<{ resultado: Buffer }[]>('select resultado from alicit.trabalho where chave = $1', [julgado!.trabalho]);
    expect(JSON.stringify(soRegras(JSON.parse(gunzipSync(linha!.resultado).toString('utf8')) as Analise))).toBe(JSON.stringify(soRegras(analise)));
    const md = (await pedir(app, cliente, 'GET', `/v1/analises/${id}/relatorio?formato=md`)).texto;
    expect(md).toMatch(/## Parecer dos agentes\n\n\*\*Escrito por um modelo de linguagem \(.*\) sobre os fatos e trechos conferidos; não altera a decisão\.\*\*/);
    expect(md).toContain('### Síntese dos agentes (modelo de linguagem');
  });

  it('a second company pays no vectors, and prompts hold no clock', async () => {
    const { chamadas, parecer } = await analisar(outraEmpresa());
    expect(chamadas.filter((c) => c.rota === 'embeddings')).toEqual([]);
    expect(parecer.estado).toBe('completo');
    for (const c of chamadas) expect(c.corpo).not.toMatch(/createdAt|ana_[0-9A-Z]{26}|org_[0-9A-Z]{26}/);
  });

  it.each(['citacao_inventada', 'valor_inventado'] as const)('a model that errs (%s): what is false reaches nobody, is counted, and changes no number', async (falha) => {
    modelo.script({ rota: 'chat', vezes: Infinity }, falha);
    const { analise, parecer, chamadas } = await analisar(outraEmpresa());
    expect(chamadas.filter((c) => c.rota === 'chat').length).toBeLessThanOrEqual(9);
    const descartadas = parecer.agentes.flatMap((a) => a.descartadas).reduce((s, d) => s + d.quantas, 0);
    expect(descartadas).toBeGreaterThan(0);
    for (const t of afirmacoes(parecer)) expect(t).not.toMatch(/654\.321,09|48\.731,90/);
    expect(analise.decisao).toEqual(limpa.decisao);
    expect(parecer.score.regras).toBe(limpa.decisao.score);
  });

  it('one agent down: the others go on, the report says who is missing, and the next request tries again', async () => {
    const empresa = outraEmpresa();
    modelo.script({ rota: 'chat', texto: 'Você é o agente jurídico', vezes: Infinity }, 'erro_500');
    const { id, analise, parecer } = await analisar(empresa);
    expect(parecer).toMatchObject({ estado: 'parcial', agentes: expect.arrayContaining([expect.objectContaining({ agente: 'juridico', estado: 'falhou', motivo: expect.any(String), afirmacoes: [] })]) });
    expect(parecer.agentes.filter((a) => a.estado === 'feito')).toHaveLength(3);
    expect(analise.usouModelo).toBe(true);
    modelo.clear();
    const depois = await analisar(empresa);
    expect(depois.id).not.toBe(id);
    expect(depois.parecer.estado).toBe('completo');
    // Only what was missing is paid: the agent, and the relator when what it reads was never read.
    expect(depois.chamadas.length).toBeLessThanOrEqual(2);
    expect(depois.chamadas[0]!.corpo).toContain('Você é o agente jurídico');
    expect((await enviar(app, cliente, { empresa })).corpo).toMatchObject({ id: depois.id, reaproveitada: true });
  });

  it('the model down: the rules alone, saying so', async () => {
    modelo.script({ rota: 'chat', vezes: Infinity }, 'erro_500');
    const { id, analise, parecer } = await analisar(outraEmpresa());
    expect(analise).toMatchObject({ usouModelo: false, decisao: { desfecho: expect.any(String) } });
    expect(parecer).toMatchObject({ estado: 'indisponivel', motivo: expect.stringMatching(/tente de novo/), sintese: [] });
    expect(parecer.score.comModelo).toBe(parecer.score.regras);
    const md = (await pedir(app, cliente, 'GET', `/v1/analises/${id}/relatorio?formato=md`)).texto;
    expect(md).toContain('Os agentes não puderam ser ouvidos nesta análise');
    expect(md).toContain('nada do que está neste relatório foi escrito por modelo de linguagem');
  });

  it('answers cut by their length: agents fail with words for it, never as a failure of ours', async () => {
    modelo.script({ rota: 'chat', vezes: Infinity }, 'json_truncado');
    const { analise, parecer } = await analisar(outraEmpresa());
    expect(parecer).toMatchObject({ estado: 'indisponivel', sintese: [], motivo: expect.stringContaining('chegou cortada') });
    expect(JSON.stringify(analise)).not.toContain('Falha interna');
    for (const a of parecer.agentes) expect(a).toMatchObject({ estado: 'falhou', motivo: expect.stringContaining('chegou cortada') });
  });

  it('a run that stops after its calls goes on without paying one again', async () => {
    const estagios = app.app.get(EstagiosAgentes, { strict: false });
    const anexar = estagios.anexar.bind(estagios);
    let vezes = 0;
    estagios.anexar = (...a) => (vezes++ ? anexar(...a) : Promise.reject(indisponivel('arquivos_indisponiveis', 'O disco falhou.')));
    try {
      const { id, parecer, chamadas } = await analisar(outraEmpresa());
      expect((await pedir(app, cliente, 'GET', `/v1/analises/${id}`)).corpo['tentativas']).toBe(2);
      expect(new Set(chamadas.map((c) => c.impressao)).size).toBe(chamadas.length);
      expect(parecer).toMatchObject({ estado: 'completo', uso: { chamadas: 0, custoUsd: '0' } });
      expect(parecer.uso.deCache).toBeGreaterThanOrEqual(chamadas.length);
    } finally {
      estagios.anexar = anexar;
    }
  });

  it('a cancelled run stops its calls', async () => {
    modelo.script({ rota: 'chat', vezes: Infinity }, { texto: 'tarde demais', latenciaMs: 60_000 });
    const antes = modelo.ledger.length;
    const { corpo: { id } } = await enviar(app, cliente, { empresa: outraEmpresa() });
    await ate(() => Promise.resolve(modelo.ledger.slice(antes).filter((c) => c.rota === 'chat').length), (abertas) => abertas === 4);
    expect((await pedir(app, cliente, 'GET', `/v1/analises/${id}`)).corpo).toMatchObject({ estado: 'executando', etapa: 'aconselhar', progresso: 80 });
    expect((await pedir(app, cliente, 'POST', `/v1/analises/${id}/cancelar`)).status).toBe(200);
    await ate(() => Promise.resolve(modelo.ledger.slice(antes).filter((c) => c.rota === 'chat')), (l) => l.every((c) => c.abortado), 8000);
    expect(await app.fonte.query(`select 1 from alicit.trabalho where analise_id = $1 and chave like 'aconselhar:%'`, [id])).toEqual([]);
  });

  it('an erased analysis takes its prompts and its opinion with it', async () => {
    const { id } = await analisar(outraEmpresa());
    const guardado = (): Promise<unknown[]> => app.fonte.query(`select chave from alicit.trabalho where analise_id = $1 and etapa = 'aconselhar'`, [id]);
    expect((await guardado()).length).toBe(2);
    expect((await pedir(app, cliente, 'DELETE', `/v1/analises/${id}`)).status).toBe(204);
    expect(await guardado()).toEqual([]);
  });

  // The last of all: the model does not come back.
  it('the model dying between two answers: what was answered stays, the rest says why', async () => {
    const fica = (agente: string): void => void modelo.script({ rota: 'chat', texto: `Você é o agente ${agente}`, vezes: Infinity }, async (p) => ({ ...(await responderHonesto(p)), latenciaMs: 60_000 }));
    fica('jurídico');
    fica('financeiro');
    const antes = modelo.ledger.length;
    const { corpo: { id } } = await enviar(app, cliente, { empresa: outraEmpresa() });
    const chats = (): LinhaLedger[] => modelo.ledger.slice(antes).filter((c) => c.rota === 'chat');
    await ate(() => Promise.resolve(chats()), (l) => l.filter((c) => c.fim !== null).length >= 2 && l.filter((c) => c.fim === null).length === 2);
    await modelo.close();
    expect((await acompanhar(app, cliente, id)).corpo).toMatchObject({ estado: 'concluida', erro: null });
    const { parecer, usouModelo, decisao } = await relatorio(id);
    expect({ usouModelo, desfecho: decisao.desfecho }).toEqual({ usouModelo: true, desfecho: limpa.decisao.desfecho });
    expect(parecer).toMatchObject({ estado: 'parcial', sintese: [], motivo: expect.stringMatching(/provedor de modelos|cortada/) });
    expect(parecer!.motivo).toContain('A síntese não foi escrita.');
    expect(parecer!.motivo).not.toContain('Falha interna');
    for (const a of parecer!.agentes) {
      const morto = a.agente === 'juridico' || a.agente === 'financeiro';
      expect(a).toMatchObject({ estado: morto ? 'falhou' : 'feito', motivo: morto ? expect.stringMatching(/provedor de modelos|cortada/) : null });
      expect(a.afirmacoes.length > 0).toBe(!morto);
    }
  });
});
