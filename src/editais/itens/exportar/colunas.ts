import type { ItemEdital } from '../../domain/item.js';

export const BENEFICIO: Readonly<Record<NonNullable<ItemEdital['beneficio']>, string>> = {
  exclusiva_me_epp: 'Exclusiva ME/EPP', cota_reservada: 'Cota reservada ME/EPP', ampla: 'Ampla',
};

/** Columns of the quotation sheet, in order, with their widths in characters. The letters are those of the spreadsheet. */
export const COLUNAS = [
  { letra: 'A', titulo: 'Lote', largura: 7 },
  { letra: 'B', titulo: 'Item', largura: 8 },
  { letra: 'C', titulo: 'Descrição', largura: 60 },
  { letra: 'D', titulo: 'Unidade', largura: 14 },
  { letra: 'E', titulo: 'Quantidade', largura: 13 },
  { letra: 'F', titulo: 'Valor unitário de referência', largura: 17 },
  { letra: 'G', titulo: 'Valor total de referência', largura: 18 },
  { letra: 'H', titulo: 'Marca/Modelo', largura: 20 },
  { letra: 'I', titulo: 'Preço unitário', largura: 15 },
  { letra: 'J', titulo: 'Preço total', largura: 17 },
  { letra: 'K', titulo: 'Diferença %', largura: 12 },
  { letra: 'L', titulo: 'Página', largura: 8 },
  { letra: 'M', titulo: 'Participação', largura: 20 },
  { letra: 'N', titulo: 'Observação', largura: 44 },
] as const;
