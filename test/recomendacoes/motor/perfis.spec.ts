import { describe, expect, it } from '@jest/globals';
import type { Empresa } from '../../../src/empresas/index.js';
import { compileTexto, packTexto, scorePontos, SEM_ESTATISTICA, unpackTexto } from '../../../src/recomendacoes/index.js';
import { assinar } from '../../../src/recomendacoes/motor/assinar.js';
import { choose } from '../../../src/recomendacoes/motor/calcular.js';
import { IndiceVivo } from '../../../src/recomendacoes/motor/indice-vivo.js';
import { beneficioDe } from '../../../src/recomendacoes/motor/me-epp.js';
import { perfilHash } from '../../../src/recomendacoes/motor/perfil-hash.js';
import { openPerfil, Perfis } from '../../../src/recomendacoes/motor/perfis.js';

const empresa = (descricao: string, ...produtos: string[]): Empresa => ({ cnpj: '11222333000181', descricao, produtos: produtos.map((p) => ({ descricao: p })), palavrasExcluidas: ['tapa-buraco'], uf: 'SP', ufsDeInteresse: ['MG'] });
const EMPRESAS = [
  empresa('Construtora de obras viárias', 'pavimentação asfáltica', 'drenagem pluvial'), empresa('Distribuidora', 'medicamentos', 'soro fisiológico'), empresa('Loja de brinquedos pedagógicos', 'ábacos de madeira', 'fantoches'), empresa('Oficina de afinação de pianos', 'afinação de pianos de cauda'), empresa('Transporte', 'transporte escolar', 'locação de vans'),
];
const OBJETOS = [
  'Pavimentação asfáltica de ruas', 'Aquisição de soro e medicamentos', 'Fantoches e ábacos para a educação infantil', 'Serviço de afinação de pianos', 'Contratação de transporte escolar', 'Aquisição de cadeiras', 'Operação tapa-buraco com recapeamento asfáltico', 'Registro de preços conforme edital', 'Obras de drenagem e calçamento', 'Locação de vans com motorista',
];

describe('profiles ready to be matched', () => {
  it('fold and open to the same', () => {
    for (const e of EMPRESAS) {
      const guardado = new Perfis(10).put('x', e);
      for (const objeto of OBJETOS) expect(scorePontos(openPerfil(guardado), compileTexto({ objeto }), SEM_ESTATISTICA)).toEqual(scorePontos(openPerfil(new Perfis(1).put('y', e)), unpackTexto(packTexto(compileTexto({ objeto }))), SEM_ESTATISTICA));
    }
  });

  it('share a key with every text that suits: what has none of them is not opened', () => {
    let casados = 0;
    for (const e of EMPRESAS) {
      const guardado = new Perfis(1).put('x', e);
      for (const objeto of OBJETOS) {
        const t = compileTexto({ objeto, itens: [{ descricao: objeto }] });
        if (scorePontos(openPerfil(guardado), t, SEM_ESTATISTICA).score <= 0) continue;
        casados++;
        const doTexto = new Set<number>([...t.ramos, ...t.ramosItens, ...t.palavras]);
        expect([objeto, e.descricao, guardado.chaves.some((c) => doTexto.has(c))]).toEqual([objeto, e.descricao, true]);
      }
    }
    expect(casados).toBeGreaterThan(5);
  });

  it('are kept so many, the oldest going first', () => {
    const perfis = new Perfis(2);
    for (const nome of ['a', 'b', 'c']) perfis.put(nome, EMPRESAS[0]!);
    expect(['a', 'b', 'c'].map((n) => perfis.get(n) !== undefined)).toEqual([false, true, true]);
  });

  it('have the name of what decides their matches, and of nothing else', () => {
    const [e] = EMPRESAS as [Empresa];
    expect(perfilHash({ ...e, razaoSocial: 'Outra', capitalSocial: '1', valorMin: '5' })).toBe(perfilHash(e));
    for (const mudanca of [{ descricao: 'outra' }, { produtos: [] }, { palavrasExcluidas: [] }, { porte: 'me' as const }, { uf: 'RJ' }, { ufsDeInteresse: [] }, { cnaes: ['4211-1/01'] }]) expect(perfilHash({ ...e, ...mudanca })).not.toBe(perfilHash(e));
  });
});

describe('the index of open texts', () => {
  const texto = (numero: string, objeto: string, revisao: number, encerramento: number | null = null) => ({ numero, revisao, uf: 'SP', encerramento, compilado: packTexto(compileTexto({ objeto })) });
  const find = (indice: IndiceVivo, e = EMPRESAS[0]!) => indice.search(openPerfil(new Perfis(1).put('x', e)), SEM_ESTATISTICA, { minimo: 0.35, top: 100 }).map((a) => `${a.numero}${a.excluida ? ' excluida' : ''}`).sort();

  it('has the newest of each text, tells what a word excludes, and forgets what closed', () => {
    const indice = new IndiceVivo();
    indice.add([texto('a', 'Pavimentação asfáltica de ruas', 1, 50), texto('b', 'Operação tapa-buraco com recapeamento asfáltico', 2), texto('c', 'Aquisição de cadeiras', 3)]);
    expect(find(indice)).toEqual(['a', 'b excluida']);
    indice.add([texto('c', 'Pavimentação asfáltica de avenidas', 4), texto('b', 'Aquisição de cadeiras', 5)]);
    expect(find(indice)).toEqual(['a', 'c']);
    indice.clean(51);
    expect([find(indice), indice.total, indice.revisao, indice.has('a'), indice.has('c')]).toEqual([['c'], 2, 5, false, true]);
    expect(indice.count().textos).toBe(2);
  });

  it('is read again from nothing when most of it is gone', () => {
    const indice = new IndiceVivo();
    indice.add(Array.from({ length: 1100 }, (_, i) => texto(`n${i}`, 'Cadeiras', i + 1, i < 600 ? 10 : 100)));
    indice.clean(20);
    expect([indice.total, indice.revisao]).toEqual([0, 0]);
  });
});

describe('what is kept of a company', () => {
  const achado = (numero: string, topico: number, uf: string | null = null, excluida = false) => ({ numero, topico, uf, excluida, revisao: 1 });
  const limites = { limites: { maxPorEmpresa: 2 } } as Parameters<typeof choose>[2];
  it('is the best, by topic and place; the excluded have a place of their own', () => {
    const perfil = { uf: 'SP', ufsDeInteresse: ['MG'] };
    const { ficam, cortada, corte } = choose([achado('a', 0.5), achado('b', 0.5, 'MG'), achado('c', 0.5, 'AM'), achado('x', 0.9, null, true), achado('y', 0.8, null, true)], perfil, limites);
    expect([ficam.map((f) => f.numero), cortada, corte]).toEqual([['b', 'a', 'x'], true, 0.5]);
    expect(choose([achado('a', 0.5)], perfil, limites)).toMatchObject({ cortada: false, corte: 0 });
  });
});

describe('what tenders are compared by', () => {
  const sign = (objeto: string) => assinar(compileTexto({ objeto }), SEM_ESTATISTICA);
  it('is what is bought, whoever buys it', () => {
    const [a, b, c] = [sign('Pavimentação asfáltica de ruas'), sign('Contratação de empresa para pavimentação asfáltica da avenida'), sign('Aquisição de medicamentos')];
    expect(a.filter((p) => b.includes(p)).length).toBeGreaterThan(a.filter((p) => c.includes(p)).length);
    expect(sign('')).toEqual([]);
    expect(a.every((n) => Number.isInteger(n) && n >= -(2 ** 31) && n < 2 ** 31)).toBe(true);
  });
});

describe('what items reserve to ME/EPP', () => {
  const de = (...b: (string | null)[]) => beneficioDe(b.map((beneficio) => ({ beneficio })));
  it.each([[[], null], [[null], null], [['exclusiva_me_epp', 'exclusiva_me_epp'], 'exclusiva'], [['exclusiva_me_epp', 'sem_beneficio'], 'parcial'], [['exclusiva_me_epp', null], 'parcial'], [['cota_reservada'], 'parcial'], [['sem_beneficio', 'nao_se_aplica'], 'nenhuma'], [['subcontratacao_me_epp'], 'nenhuma']] as const)('%j: %s', (beneficios, esperado) => expect(de(...beneficios)).toBe(esperado));
});
