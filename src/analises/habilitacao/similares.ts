import { fold } from '../../kernel/index.js';

const COMUNS = new Set([
  'para', 'com', 'dos', 'das', 'contratacao', 'empresa', 'especializada', 'especializado', 'prestacao', 'servico', 'servicos', 'aquisicao', 'fornecimento', 'registro', 'precos', 'eventual', 'futura', 'municipio', 'municipal',
  'secretaria', 'atender', 'conforme', 'especificacoes', 'termo', 'referencia', 'edital', 'anexo', 'execucao', 'objeto', 'presente', 'licitacao', 'pelo', 'pela', 'meses', 'prazo', 'incluindo', 'materiais', 'material', 'mao', 'obra', 'obras',
  'estado', 'publica', 'publico', 'demais', 'necessidades', 'demanda', 'sistema', 'unidade', 'unidades', 'item', 'itens', 'lote', 'valor', 'total', 'sobre', 'entre', 'atestado', 'capacidade', 'tecnica', 'engenharia', 'diversos', 'geral',
]);
/** Letters that make the stem: "pavimentação" and "pavimentos" meet. */
const RADICAL = 6;

/** Stems of the words that say something, folded. */
export const radicais = (texto: string): ReadonlySet<string> =>
  new Set(fold(texto).split(/[^a-z0-9]+/).filter((p) => p.length >= 4 && !COMUNS.has(p)).map((p) => p.slice(0, RADICAL)));

/** Number of stems two texts share. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}
