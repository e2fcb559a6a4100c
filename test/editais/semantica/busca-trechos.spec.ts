import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/config/index.js';
import { BuscaTrechosService } from '../../../src/editais/editais.module.js';
import type { ConjuntoPedido } from '../../../src/editais/index.js';
import type { EstagiosEdital } from '../../../src/editais/estagios/estagios-edital.js';
import type { ModelosService } from '../../../src/modelos/modelos.module.js';
import type { VetoresService } from '../../../src/vetores/vetores.module.js';

const conjunto = (nome = 'edital.pdf'): ConjuntoPedido => ({ documentos: [{ nome, sha256: 'a'.repeat(64), tipo: 'pdf', bytes: 10 }], naoLido: [] });

function create({ ligado = true, pronta = true, vizinhas = [[{ id: '3-4', nota: 0.9 }]] as readonly (readonly { id: string; nota: number }[])[] | null, ambiente = {} as Record<string, string>, espaco = 'servidor|modelo|', falha = false } = {}) {
  const feito = { colecoes: [] as string[], contextos: [] as unknown[], vetores: [] as string[][], buscas: [] as { perguntas: readonly string[]; porSentido: unknown }[] };
  const estagios = {
    buscar: (_p: ConjuntoPedido, perguntas: readonly string[], { porSentido }: { porSentido: unknown }) => (feito.buscas.push({ perguntas, porSentido }), Promise.resolve(perguntas.map(() => []))),
    passagens: () => Promise.resolve([{ id: '0-2', texto: 'um' }]),
  } as unknown as EstagiosEdital;
  const vetores = {
    ligado,
    ensure: async (colecao: string, textos: () => Promise<unknown>, contexto: unknown) => (feito.colecoes.push(colecao), feito.contextos.push(contexto), await textos(), pronta),
    nearest: () => Promise.resolve(vizinhas),
  } as unknown as VetoresService;
  const modelos = { espaco, embed: (textos: readonly string[], c: { finalidade: string }) => (feito.vetores.push([c.finalidade, ...textos]), falha ? Promise.reject(new Error('fora')) : Promise.resolve([])) } as unknown as ModelosService;
  return { feito, busca: new BuscaTrechosService(estagios, vetores, modelos, parseConfig(ambiente, '/')) };
}
const contexto = { organizacaoId: 'org', trabalhoId: 'ana' };

describe('BuscaTrechosService', () => {
  it('hands the order by meaning to the search by words', async () => {
    const { feito, busca } = create();
    await busca.search(conjunto(), [' qual o prazo? '], { top: 3, contexto });
    expect(feito.buscas).toEqual([{ perguntas: ['qual o prazo?'], porSentido: [['3-4']] }]);
    expect(feito.contextos).toEqual([expect.objectContaining({ organizacaoId: 'org', trabalhoId: feito.colecoes[0], finalidade: 'trechos' })]);
  });

  it.each([['no model', { ligado: false }], ['vectors that could not be made', { pronta: false }], ['a store that does not answer', { vizinhas: null }]])('goes on by words alone: %s', async (_n, como) => {
    const { feito, busca } = create(como);
    await busca.search(conjunto(), ['qual o prazo?'], { top: 3, contexto });
    expect(feito.buscas).toEqual([{ perguntas: ['qual o prazo?'], porSentido: null }]);
  });

  it('names the vectors by documents, classes and model, not by who asks', async () => {
    const nomes = async (pedido: ConjuntoPedido, como = {}): Promise<string> => {
      const { feito, busca } = create(como);
      await busca.index(pedido, contexto);
      return feito.colecoes[0]!;
    };
    const igual = await nomes(conjunto());
    expect(igual).toMatch(/^trechos\.[0-9a-f]{40}$/);
    expect(await nomes(conjunto())).toBe(igual);
    const outras = [await nomes(conjunto('outro.pdf')), await nomes({ ...conjunto(), classes: { ['a'.repeat(64)]: 'tr' } }), await nomes(conjunto(), { espaco: 'servidor|outro|' }), await nomes(conjunto(), { ambiente: { ALICIT_MAX_PAGINAS: '3' } })];
    expect(new Set([igual, ...outras]).size).toBe(5);
  });

  it.each([false, true])('prepares a set with the questions that will be asked of it, each once; failing there fails nothing (%s)', async (falha) => {
    const { feito, busca } = create({ falha });
    busca.expect(['qual o prazo?', 'qual a multa?']);
    busca.expect(['qual a multa?']);
    expect(await busca.prepare(conjunto(), contexto)).toBe(true);
    expect(feito.vetores).toEqual([['consulta', 'qual o prazo?', 'qual a multa?']]);
    expect(feito.colecoes).toHaveLength(1);
  });

  it('refuses an empty question before anything is paid for', async () => {
    const { feito, busca } = create();
    await expect(busca.search(conjunto(), ['  '], { top: 3, contexto })).rejects.toMatchObject({ codigo: 'pergunta_invalida' });
    expect(feito.colecoes).toEqual([]);
  });
});
