import { describe, expect, it } from '@jest/globals';
import { chaveJulgamento, VERSOES_JULGAMENTO, type BaseDoJulgamento } from '../../src/analises/index.js';
import { openEstagios } from '../support/estagios.js';
import { empresaCom, licitacaoCom } from '../support/fatos.js';

describe('the key of a judgement', () => {
  const base: BaseDoJulgamento = { chaveLeitura: 'k', empresa: empresaCom(), licitacao: null };
  const correcao = { alvo: 'requisito', id: 'x', exigido: false, motivo: 'sim', autor: 'Ana', em: '2026-11-23T10:00:00-03:00' } as const;
  const espera = { alvo: 'fato', id: 'cor_1', campo: 'objeto', valor: 'x', motivo: 'sim', autor: 'Ana', em: '2026-11-23T10:00:00-03:00', leituraHash: 'h', leituraEntao: { campo: 'objeto', valor: null, ausencia: 'nao_encontrado' }, pergunta: 'vale?' } as const;
  it.each<[string, BaseDoJulgamento, boolean]>([
    ['the same again', { ...base, empresa: { ...empresaCom() }, correcoes: [] }, true],
    ['the reading', { ...base, chaveLeitura: 'j' }, false],
    ['the company', { ...base, empresa: empresaCom({ capitalSocial: '1.00' }) }, false],
    ['the record of PNCP', { ...base, licitacao: licitacaoCom({}) }, false],
    ['the registers of sanctions', { ...base, sancoes: { fontes: [{ cadastro: 'ceis', data: '2026-11-20' }], maxDias: 30, registros: [], daRaiz: [] } }, false],
    ['a correction', { ...base, correcoes: [correcao] }, false],
    ['a correction that waits', { ...base, aConfirmar: [espera] }, false],
    ['a version', { ...base, versoes: { ...VERSOES_JULGAMENTO, relatorio: '2' } }, false],
  ])('%s', (_, outra, mesma) => expect(chaveJulgamento(outra) === chaveJulgamento(base)).toBe(mesma));

  it('holds every version that decides', () => expect(Object.keys(VERSOES_JULGAMENTO).sort()).toEqual(['analise', 'fatos', 'leitor', 'regras']));
});

describe('the stage of judgement', () => {
  it('refuses a set without an edital', async () => {
    const e = openEstagios();
    const conjunto = await e.edital.reunir(e.write({ 'recado.txt': 'Bom dia, segue em anexo o que foi combinado.' }));
    await expect(e.analise.julgar({ conjunto, empresa: empresaCom(), licitacao: null, agora: '2026-11-23T10:00:00-03:00' })).rejects.toMatchObject({ codigo: 'sem_edital' });
    await e.close();
  });
});
