import { VERSOES_LEITURA } from '../estagios/chave-leitura.js';
import type { EstadoLeitura } from '../leituras/leituras.service.js';
import type { LeituraApi } from './leitura.schema.js';

type EmAndamento = Extract<EstadoLeitura, { readonly andamento: unknown }>['andamento'];

/** Where a reading is and how much of each document it covers. Pure. */
export function toLeituraApi(licitacaoId: string, e: EstadoLeitura, aConfirmar: number): LeituraApi {
  const vazia: LeituraApi = {
    licitacaoId, estado: e.estado, chaveLeitura: null, andamento: null, erro: null, documentos: [], naoLidos: [], duplicados: [], emVigor: null, avisos: [], aConfirmar, versoes: VERSOES_LEITURA,
  };
  if (e.estado === 'falhou') return { ...vazia, erro: e.erro };
  if (e.estado === 'na_fila' || e.estado === 'lendo') return { ...vazia, andamento: toAndamento(e.andamento) };
  if (e.estado !== 'pronta') return vazia;
  const { pronta: { chave, leitura, coberturas }, classes } = e;
  const porHash = new Map(coberturas.map((c) => [c.sha256, c]));
  return {
    ...vazia, chaveLeitura: chave, versoes: leitura.versoes, avisos: [...leitura.avisos], duplicados: leitura.duplicados.map(({ nome, igualA }) => ({ nome, igualA })),
    documentos: leitura.documentos.map(({ nome, sha256, tipo, bytes, classe, motivo, usado, paginas, paginasLidas, ocr }) => ({
      nome, sha256, tipo, bytes, classe, motivo, corrigida: Object.hasOwn(classes, sha256), usado, paginas, paginasLidas, paginasSemTexto: [...(porHash.get(sha256)?.semTexto ?? [])], paginasIlegiveis: [...(porHash.get(sha256)?.ilegiveis ?? [])], ocr: ocr ? { paginas: [...ocr.paginas], confianca: ocr.confianca } : null,
    })),
    naoLidos: leitura.naoLido.map(({ documento, codigo, motivo, paginas }) => ({ documento, codigo, motivo, paginas: paginas ? [...paginas] : null })),
    emVigor: leitura.emVigor && { documento: leitura.emVigor.documento, motivo: leitura.emVigor.motivo, mudancas: leitura.emVigor.mudancas.map(({ campo, de, para, evidenciaDe, evidenciaPara }) => ({ campo, de, para, evidenciaDe, evidenciaPara })) },
  };
}

export const toAndamento = ({ etapa, feitos, total, ocr }: EmAndamento): NonNullable<LeituraApi['andamento']> => ({ etapa, feitos, total, ocr: ocr && { feitas: ocr.feitas, total: ocr.total } });
