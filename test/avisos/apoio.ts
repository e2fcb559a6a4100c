import type { AvisoDados, LicitacaoDoAviso } from '../../src/avisos/domain/aviso.js';

export const LICITACAO: LicitacaoDoAviso = {
  licitacaoId: null, numeroControlePNCP: '11222333000181-1-000007/2026', objeto: 'Aquisição de cadeiras escolares', orgao: 'Município de Exemplo', municipio: 'São Paulo', uf: 'SP', modalidade: 'Pregão eletrônico',
  valorEstimado: '15000.50', encerramentoPropostas: '2026-03-20T09:00:00-03:00',
};
export const recomendacao = (mudanca: Partial<LicitacaoDoAviso> = {}, score = 0.87): AvisoDados => ({ tipo: 'recomendacao', licitacao: { ...LICITACAO, ...mudanca }, score, motivos: ['“cadeira escolar” casa com “cadeiras escolares” no objeto'] });
export const prazo = (mudanca: Partial<LicitacaoDoAviso> = {}, vinculante = '2026-03-16T23:59:59-03:00'): AvisoDados => ({
  tipo: 'prazo', licitacao: { ...LICITACAO, ...mudanca }, prazo: { id: 'impugnacao', titulo: 'Limite para impugnar o edital', vinculante, fonte: 'edital', onde: 'edital.pdf, página 4', dispositivo: 'art. 164 da Lei 14.133/2021', diasUteisRestantes: 2 },
});
export const certidao = (): AvisoDados => ({ tipo: 'certidao', licitacao: LICITACAO, certidao: { tipo: 'cndt', titulo: 'CNDT', validade: '2026-03-10' }, exigidaEm: '2026-03-20' });
export const mudanca = (): AvisoDados => ({ tipo: 'mudanca', licitacao: LICITACAO, mudancas: [{ campo: 'situacao', titulo: 'Situação', antes: 'divulgada', depois: 'suspensa' }] });

/** Text that tries to be markup, a header, a terminal command or a broken character. */
export const HOSTIL = 'Cadeiras <script>alert(1)</script> & "aspas"\r\nBcc: outro@exemplo.com.br\u0000\u001b[31m\u202e ]]> \ud800';
