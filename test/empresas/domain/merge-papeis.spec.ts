import { describe, expect, it } from '@jest/globals';
import { judgeTitular } from '../../../src/empresas/domain/alcance.js';
import type { Empresa, TipoDocumentoEmpresa } from '../../../src/empresas/domain/empresa.js';
import { feedPerfil } from '../../../src/empresas/domain/feed-perfil.js';
import { fillDados, toDocumentoEmpresa, withLeitura } from '../../../src/empresas/domain/fill-dados.js';
import type { LeituraDocumento } from '../../../src/empresas/domain/leitura-documento.js';
import { mergeGuardados } from '../../../src/empresas/domain/merge-guardados.js';
import { mergePapeis } from '../../../src/empresas/domain/merge-papeis.js';
import { situacaoDe } from '../../../src/empresas/domain/situacao-documento.js';
import { AURORA, FILIAL, OUTRA } from '../../support/papeis/empresa.js';

const HOJE = '2026-11-23';
const papel = (tipo: TipoDocumentoEmpresa, resto: Partial<LeituraDocumento> = {}): LeituraDocumento => ({
  tipo, titulo: tipo, titular: { nome: AURORA.nome, cnpj: AURORA.cnpj, raiz: '11222333' }, emissor: null, numero: null, emissao: '2026-11-01', validade: { ate: '2027-01-30', regra: 'impressa', motivo: 'x' }, uf: null, municipio: null, resultado: null, codigoControle: null,
  valores: {}, evidencias: { validade: { documento: 'a.pdf', pagina: 1, trecho: 'Válida até 30/01/2027.' } }, faltam: {}, confianca: 0.9, origem: 'nativo', paginas: { primeira: 1, ultima: 1 }, avisos: [], ...resto,
});
const de = (cnpj: string | null, raiz = cnpj?.slice(0, 8) ?? null) => ({ titular: { nome: 'X', cnpj, raiz } });
const PERFIL: Empresa = { cnpj: AURORA.cnpj, descricao: 'x' };

describe('whose paper it is', () => {
  it.each<[TipoDocumentoEmpresa, string | null, string | null, boolean, string]>([
    ['cnd_federal', AURORA.cnpj, null, true, 'do_titular'], ['cnd_federal', FILIAL.cnpj, null, true, 'filial_abrangida'], ['cndt', FILIAL.cnpj, null, true, 'filial_abrangida'], ['crf_fgts', FILIAL.cnpj, null, true, 'filial_abrangida'],
    ['cnd_estadual', FILIAL.cnpj, null, false, 'de_outra_filial'], ['cnd_municipal', FILIAL.cnpj, null, false, 'de_outra_filial'], ['licenca', FILIAL.cnpj, null, false, 'de_outra_filial'], ['cartao_cnpj', FILIAL.cnpj, null, false, 'de_outra_filial'],
    ['cnd_estadual', null, '11222333', true, 'do_titular'], ['cnd_federal', OUTRA.cnpj, null, false, 'de_outra_empresa'], ['cnd_estadual', null, '11444777', false, 'de_outra_empresa'], ['cnd_federal', null, null, true, 'sem_cnpj'],
  ])('%s of %s (root %s): counts %s, %s', (tipo, cnpj, raiz, conta, codigo) => {
    expect(judgeTitular(papel(tipo, de(cnpj, raiz ?? cnpj?.slice(0, 8) ?? null)), AURORA.cnpj)).toMatchObject({ conta, codigo });
  });
  it('a rule that was not checked in an official text says so', () => {
    expect(judgeTitular(papel('crf_fgts', de(FILIAL.cnpj)), AURORA.cnpj).motivo).toMatch(/fonte a conferir/);
    expect(judgeTitular(papel('cnd_federal', de(FILIAL.cnpj)), AURORA.cnpj).motivo).not.toMatch(/fonte a conferir/);
  });
});

describe('how a document stands', () => {
  it.each<[object, string]>([
    [{ validade: '2027-01-30' }, 'vigente'], [{ validade: '2026-12-08' }, 'vence_em_breve'], [{ validade: HOJE }, 'vence_em_breve'], [{ validade: '2026-11-22' }, 'vencida'], [{ validade: null }, 'nao_vence'], [{}, 'sem_validade'], [{ validade: '2027-01-30', resultado: 'positiva' }, 'positiva'],
    [{ validade: '2027-01-30', resultado: 'positiva_com_efeitos_de_negativa' }, 'vigente'],
  ])('%j: %s', (d, situacao) => expect(situacaoDe(d, HOJE)).toBe(situacao));
});

describe('the data of a document', () => {
  it('come from the paper, with its proof', () => {
    expect(toDocumentoEmpresa(papel('cnd_municipal', { uf: 'PR', municipio: 'Curitiba', resultado: 'negativa', numero: '12' }))).toEqual({
      tipo: 'cnd_municipal', descricao: 'cnd_municipal nº 12', emissao: '2026-11-01', validade: '2027-01-30', uf: 'PR', municipio: 'Curitiba', resultado: 'negativa', prova: { documento: 'a.pdf', pagina: 1, trecho: 'Válida até 30/01/2027.' },
    });
    expect(toDocumentoEmpresa(papel('certidao_falencia', { validade: { ate: null, regra: 'do_edital', motivo: '' }, uf: 'PR' }))).not.toHaveProperty('validade');
    expect(toDocumentoEmpresa(papel('contrato_social', { validade: { ate: null, regra: 'nao_vence', motivo: '' } }))).toMatchObject({ validade: null });
  });
  it('given by the person win; each difference is told', () => {
    const { dados, avisos } = fillDados({ tipo: 'cnd_federal', validade: '2027-03-01', emissao: '2026-11-01' }, papel('cnd_federal', { resultado: 'positiva' }));
    expect(dados).toMatchObject({ validade: '2027-03-01', emissao: '2026-11-01', resultado: 'positiva' });
    expect(avisos.map((a) => a.codigo)).toEqual(['diverge_validade']);
    expect(avisos[0]!.mensagem).toBe('Vale a validade informada (01/03/2027); o documento diz 30/01/2027. Página 1: “Válida até 30/01/2027.”');
  });
  it('of another kind than the paper take nothing from it', () => {
    const { dados, avisos } = fillDados({ tipo: 'cndt' }, papel('cnd_federal'));
    expect([dados, avisos.map((a) => a.codigo)]).toEqual([{ tipo: 'cndt' }, ['diverge_tipo']]);
  });
  it('a changed date leaves a positive certidão positive; a stated result wins', () => {
    const positiva = papel('cnd_federal', { resultado: 'positiva' });
    expect(withLeitura({ tipo: 'cnd_federal', validade: '2027-05-05' }, positiva)).toMatchObject({ resultado: 'positiva', validade: '2027-05-05' });
    expect(withLeitura({ tipo: 'cnd_federal', resultado: 'negativa' }, positiva).resultado).toBe('negativa');
    expect(withLeitura({ tipo: 'cndt' }, positiva)).toEqual({ tipo: 'cndt' });
  });
});

const cadastro = { nomeFantasia: null, porte: 'epp' as const, naturezaJuridica: '206-2 - Sociedade Empresária Limitada', cnaes: ['47.51-2-01'], atividadePrincipal: null, endereco: null, situacao: 'ATIVA', dataAbertura: '1998-05-12', capitalSocial: null };
const balanco = (exercicio: number, pl: string) => papel('balanco', { valores: { balanco: { exercicio, sped: false, contas: { ativoCirculante: null, realizavelLongoPrazo: null, ativoTotal: null, passivoCirculante: null, exigivelLongoPrazo: null, patrimonioLiquido: pl, receita: null }, indicesCalculados: { liquidezGeral: '1.2', solvenciaGeral: null, liquidezCorrente: '2', endividamento: null }, indicesImpressos: { liquidezGeral: '9', solvenciaGeral: '1.7', liquidezCorrente: null, endividamento: null } } } });
const asPapeis = (...leituras: LeituraDocumento[]) => leituras.map((leitura, i) => ({ arquivo: `${i}.pdf`, leitura }));

describe('the profile', () => {
  it('is filled where the person said nothing', () => {
    const { empresa, avisos } = feedPerfil(PERFIL, asPapeis(papel('cartao_cnpj', { uf: 'PR', municipio: 'Curitiba', valores: { cadastro } }), balanco(2024, '100.00'), balanco(2025, '200.00')));
    expect(empresa).toEqual({ ...PERFIL, razaoSocial: AURORA.nome, porte: 'epp', naturezaJuridica: cadastro.naturezaJuridica, dataAbertura: '1998-05-12', uf: 'PR', municipio: 'Curitiba', cnaes: ['47.51-2-01'], patrimonioLiquido: '200.00', balancos: [2025, 2024], indices: { liquidezGeral: '1.2', solvenciaGeral: '1.7', liquidezCorrente: '2' } });
    expect(avisos).toEqual([]);
  });
  it('keeps what the person said, and says where papers differ', () => {
    const { empresa, avisos } = feedPerfil({ ...PERFIL, porte: 'me', patrimonioLiquido: '200', naturezaJuridica: 'Sociedade Empresária Limitada', cnaes: ['62.09-1-00'] }, asPapeis(papel('cartao_cnpj', { valores: { cadastro } }), balanco(2025, '200.00')));
    expect(empresa).toMatchObject({ porte: 'me', patrimonioLiquido: '200', cnaes: ['62.09-1-00'] });
    expect(avisos.map((a) => a.ponteiro).sort()).toEqual(['/cnaes', '/porte']);
  });
  it('does not complete half of a seat with half of another', () => {
    const cartao = asPapeis(papel('cartao_cnpj', { uf: 'PR', municipio: 'Curitiba', valores: { cadastro } }));
    expect(feedPerfil({ ...PERFIL, uf: 'SC' }, cartao).empresa).not.toHaveProperty('municipio');
    expect(feedPerfil({ ...PERFIL, municipio: 'Curitiba' }, cartao).empresa.uf).toBe('PR');
  });
  it('takes nothing from papers of others', () => {
    expect(feedPerfil(PERFIL, asPapeis(papel('cartao_cnpj', { ...de(OUTRA.cnpj), valores: { cadastro } }))).empresa).toEqual(PERFIL);
  });
  it('the newest paper of a kind tells first', () => {
    const contrato = (emissao: string, capitalSocial: string) => papel('contrato_social', { emissao, valores: { sociedade: { ato: 'alteracao', consolidado: true, objeto: null, capitalSocial, socios: [], administradores: [], nire: null, registro: null } } });
    expect(feedPerfil(PERFIL, asPapeis(contrato('2020-01-01', '10.00'), contrato('2026-01-01', '30.00'))).empresa.capitalSocial).toBe('30.00');
  });
  it('of two of a kind both stand, and it is said which counts', () => {
    const r = mergePapeis(PERFIL, asPapeis(papel('cndt'), papel('cndt', { validade: { ate: '2027-05-01', regra: 'impressa', motivo: '' } }), papel('crf_fgts', de(OUTRA.cnpj))), HOJE);
    expect(r.empresa.documentos).toHaveLength(2);
    expect(r.papeis.map((p) => [p.situacao, p.documento !== null])).toEqual([['vigente', true], ['vigente', true], ['de_outro_titular', false]]);
    expect(r.avisos.map((a) => a.mensagem)).toEqual([expect.stringContaining('conta o que vale por mais tempo, 1.pdf')]);
  });
  it('as stored: documents of others are left out, readings feed', () => {
    const guardado = (leitura: LeituraDocumento) => ({ dados: toDocumentoEmpresa(leitura), leitura: { leitura, naoLido: null }, nomeArquivo: 'a.pdf' });
    const empresa = mergeGuardados(PERFIL, [guardado(papel('cartao_cnpj', { uf: 'PR', valores: { cadastro } })), guardado(papel('cndt', de(OUTRA.cnpj))), { dados: { tipo: 'cndt' }, leitura: null, nomeArquivo: null }]);
    expect([empresa.porte, empresa.documentos?.map((d) => d.tipo)]).toEqual(['epp', ['cartao_cnpj', 'cndt']]);
  });
});
