import { palavra, TITULO_CAMPO } from '../editais/index.js';
import type { Desfecho, Dimensao, EstadoLicitacao, GrupoHabilitacao, Portao, ResultadoRegra, StatusRequisito } from '../analises/index.js';
import type { Tom } from './bloco.js';

export { palavra, TITULO_CAMPO };

export const DESFECHO: Readonly<Record<Desfecho, { titulo: string; frase: string; tom: Tom }>> = {
  GO: { titulo: 'PARTICIPAR', frase: 'A empresa pode participar e vale a pena.', tom: 'bom' },
  GO_CONDICIONADO: { titulo: 'PARTICIPAR COM CONDIÇÕES', frase: 'A empresa pode participar se cumprir, no prazo, o que está listado abaixo.', tom: 'atencao' },
  NAO_RECOMENDADO: { titulo: 'NÃO RECOMENDADO', frase: 'A empresa pode participar, mas os dados não recomendam: decisão da diretoria.', tom: 'ruim' },
  IMPUGNAR_E_REAVALIAR: { titulo: 'IMPUGNAR E REAVALIAR', frase: 'Uma exigência contrária à lei exclui a empresa, e o prazo para impugnar está aberto.', tom: 'atencao' },
  PENDENTE: { titulo: 'PENDENTE', frase: 'A resposta às perguntas abaixo pode mudar a decisão.', tom: 'neutro' },
  NO_GO: { titulo: 'NÃO PARTICIPAR', frase: 'Um impedimento confirmado exclui a empresa.', tom: 'ruim' },
};
export const ESTADO: Readonly<Record<EstadoLicitacao, string>> = { ABERTA: 'Aberta', SUSPENSA: 'Suspensa', ENCERRADA: 'Encerrada', REVOGADA: 'Revogada', ANULADA: 'Anulada', DESCONHECIDO: 'Estado não informado' };
export const RESULTADO: Readonly<Record<ResultadoRegra, { titulo: string; tom: Tom }>> = {
  violado: { titulo: 'contraria a lei', tom: 'ruim' }, indicio: { titulo: 'indício', tom: 'atencao' }, ok: { titulo: 'regular', tom: 'bom' }, nao_aferivel: { titulo: 'não aferível', tom: 'neutro' },
};
export const STATUS: Readonly<Record<StatusRequisito, { titulo: string; tom: Tom }>> = {
  atende: { titulo: 'atende', tom: 'bom' }, nao_atende: { titulo: 'não atende', tom: 'ruim' }, falta_dado: { titulo: 'falta informar', tom: 'neutro' },
  a_providenciar: { titulo: 'a providenciar', tom: 'atencao' }, a_esclarecer: { titulo: 'a esclarecer com o órgão', tom: 'atencao' },
};
export const GRUPO: Readonly<Record<GrupoHabilitacao, string>> = {
  juridica: 'Jurídica', fiscal: 'Fiscal', trabalhista: 'Trabalhista', social: 'Social', economica: 'Econômico-financeira', tecnica: 'Técnica', declaracao: 'Declarações', proposta: 'Com a proposta',
};
/** What each gate is about: a title that stands whether it opened or not. */
export const ASSUNTO_PORTAO: Readonly<Record<string, string>> = {
  E1: 'Prazo', E2: 'Sanções', E3: 'Impedimentos do art. 14', E4: 'Reserva a ME/EPP', E5: 'Objeto e ramo da empresa', E6: 'Atestados, registros e licenças', E7: 'Patrimônio, capital e índices',
  E8: 'Preço mínimo e valor máximo', E9: 'Tempo para a proposta', E10: 'Margem',
};
export const PORTAO: Readonly<Record<Portao['resultado'], { titulo: string; tom: Tom }>> = {
  passou: { titulo: 'passou', tom: 'bom' }, reprovado: { titulo: 'reprovado', tom: 'ruim' }, condicionado: { titulo: 'com condição', tom: 'atencao' }, pendente: { titulo: 'pendente', tom: 'neutro' }, nao_aferivel: { titulo: 'não aferível', tom: 'neutro' },
};
export const DIMENSAO: Readonly<Record<Dimensao['id'], string>> = {
  aderencia: 'Aderência ao objeto', habilitacao: 'Habilitação e documentos', economico: 'Econômico-financeiro', prazo: 'Prazo e capacidade', competicao: 'Competição e preço', risco: 'Risco contratual', legalidade: 'Legalidade do edital',
};
