import { Decimal } from 'decimal.js';
import type { CellObject, Row } from 'write-excel-file/node';
import { formatDinheiro } from '../../../kernel/index.js';
import type { ConferenciaItens } from '../../domain/conferencia.js';
import type { ItemEdital } from '../../domain/item.js';
import { BENEFICIO, COLUNAS } from './colunas.js';
import { cleanTexto } from './texto-da-celula.js';
import { formatSessao, type TituloItens } from './titulo.js';

export interface ItensParaCotar {
  readonly titulo: TituloItens;
  readonly itens: readonly ItemEdital[];
  readonly conferencia: ConferenciaItens | null;
}

const CINZA = '#e8edf2';
/** Cells that the bidder fills in. */
const A_PREENCHER = '#fff9e0';
const DINHEIRO = '#,##0.00##';
/** A whole number with optional decimals would show a bare decimal comma. */
const formatoDaQuantidade = (q: string | null): string => (q?.includes('.') ? '#,##0.####' : '#,##0');
const BORDA = { borderStyle: 'thin', borderColor: '#b8c2cc' } as const;

/**
 * The items as a spreadsheet to quote on: what the edital says, blanks for brand and price, formulas for totals and for
 * the difference from the reference. Text of the edital is always text, whatever it begins with; numbers are numbers.
 * Nothing external. The library is loaded when first asked for.
 */
export async function itensToXlsx({ titulo, itens, conferencia }: ItensParaCotar): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const cabeca = headRows(titulo, conferencia);
  const corpo = bodyRows(itens, cabeca.length + 1);
  return writeXlsxFile([...cabeca, ...corpo], {
    sheet: 'Itens', columns: COLUNAS.map((c) => ({ width: c.largura })), stickyRowsCount: cabeca.length, stickyColumnsCount: 2, orientation: 'landscape',
  }, { fontFamily: 'Arial', fontSize: 10 }).toBuffer();
}

const texto = (t: string, estilo: Partial<CellObject> = {}): CellObject => ({ type: String, value: cleanTexto(t), ...estilo });
const formula = (f: string, format: string, estilo: Partial<CellObject> = {}): CellObject => ({ type: 'Formula', value: f, format, ...estilo });

function headRows({ orgao, edital, objeto, sessao }: TituloItens, c: ConferenciaItens | null): Row[] {
  const linha = (t: string, estilo: Partial<CellObject> = {}): Row => [texto(t, { ...estilo, columnSpan: COLUNAS.length, alignVertical: 'top' }), ...COLUNAS.slice(1).map(() => null)];
  return [
    linha('Itens para cotação', { fontWeight: 'bold', fontSize: 14, height: 24 }),
    linha([orgao && `Órgão: ${orgao}`, edital && `Edital: ${edital}`, sessao && `Sessão: ${formatSessao(sessao)}`].filter(Boolean).join('   ·   ') || 'Órgão e edital não encontrados nos documentos'),
    linha(objeto ? `Objeto: ${objeto.slice(0, 600)}` : 'Objeto não encontrado nos documentos', { wrap: true, height: 30 }),
    linha(sayConferencia(c), { textColor: c?.somaConfere === false || c?.naoConferem ? '#a12b2b' : '#33414e' }),
    COLUNAS.map((x) => texto(x.titulo, { fontWeight: 'bold', backgroundColor: CINZA, wrap: true, align: 'center', alignVertical: 'center', height: 32, ...BORDA })),
  ];
}

function sayConferencia(c: ConferenciaItens | null): string {
  if (!c) return 'Contas não conferidas.';
  const linhas = c.naoConferem ? `${c.naoConferem} de ${c.itens} linhas têm conta que não fecha (veja Observação)` : c.conferem ? `quantidade × unitário = total em ${c.conferem} de ${c.itens} linhas` : 'sem preços a conferir nas linhas';
  if (c.soma === null || c.total === null) return `Conferência: ${linhas}; soma sem total impresso com que comparar.`;
  return `Conferência: ${linhas}; a soma (${formatDinheiro(c.soma)}) ${c.somaConfere ? 'confere com' : 'NÃO confere com'} ${c.total.fonte === 'tabela' ? 'o total da tabela' : 'o valor estimado'} (${formatDinheiro(c.total.valor)}).`;
}

/** Rows of the items, a total after each lot and at the end. `primeira`: number, in the sheet, of the first row. */
function bodyRows(itens: readonly ItemEdital[], primeira: number): Row[] {
  const rows: Row[] = [];
  const subtotais: number[] = [];
  const comLotes = new Set(itens.map((i) => i.lote)).size > 1;
  let inicio = primeira;
  itens.forEach((item, k) => {
    rows.push(itemRow(item, primeira + rows.length));
    const fim = primeira + rows.length - 1;
    if (!comLotes || itens[k + 1]?.lote === item.lote) return;
    rows.push(totalRow(`Total do lote ${item.lote ?? '(sem número)'}`, (l) => `SUM(${l}${inicio}:${l}${fim})`));
    subtotais.push(primeira + rows.length - 1);
    inicio = primeira + rows.length;
  });
  const ultima = primeira + rows.length - 1;
  if (itens.length) rows.push(totalRow('Total geral', (l) => (subtotais.length ? chunkSoma(subtotais.map((n) => `${l}${n}`)) : `SUM(${l}${primeira}:${l}${ultima})`)));
  return rows;
}

/** SUM takes 255 arguments at most. */
function chunkSoma(celulas: readonly string[]): string {
  const partes: string[] = [];
  for (let i = 0; i < celulas.length; i += 200) partes.push(`SUM(${celulas.slice(i, i + 200).join(',')})`);
  return partes.join('+');
}

function itemRow(i: ItemEdital, n: number): Row {
  const base: Partial<CellObject> = { alignVertical: 'top', ...BORDA };
  const numero = (v: string | null, format: string): CellObject => (v === null ? { ...base } : { ...base, type: Number, value: Number(v), format });
  const vezes = periodos(i);
  return [
    texto(i.lote ?? '', { ...base, align: 'center' }), texto(i.numero, { ...base, align: 'center' }), texto(i.descricao, { ...base, wrap: true }), texto(i.unidade ?? '', base),
    numero(i.quantidade, formatoDaQuantidade(i.quantidade)), numero(i.valorUnitario, DINHEIRO), numero(i.valorTotal, DINHEIRO),
    { ...base, backgroundColor: A_PREENCHER }, { ...base, backgroundColor: A_PREENCHER },
    i.quantidade === null ? { ...base } : formula(`IF(I${n}="","",ROUND(E${n}*I${n}${vezes === 1 ? '' : `*${vezes}`},2))`, DINHEIRO, base),
    i.valorUnitario === null ? { ...base } : formula(`IF(I${n}="","",I${n}/F${n}-1)`, '0.0%', base),
    { ...base, type: Number, value: i.evidencia.pagina, align: 'center' }, texto(i.beneficio ? BENEFICIO[i.beneficio] : '', base), texto(i.nota ?? '', { ...base, wrap: true }),
  ];
}

/** How many times quantity × unit price the printed total covers (months); 1 when it does not say. */
function periodos({ quantidade, valorUnitario, valorTotal, confere }: ItemEdital): number {
  if (!confere || quantidade === null || valorUnitario === null || valorTotal === null) return 1;
  return Math.max(1, new Decimal(valorTotal).div(new Decimal(quantidade).times(valorUnitario)).round().toNumber());
}

function totalRow(rotulo: string, soma: (letra: string) => string): Row {
  const estilo: Partial<CellObject> = { fontWeight: 'bold', backgroundColor: CINZA, ...BORDA };
  return COLUNAS.map(({ letra }) => (letra === 'C' ? texto(rotulo, estilo) : letra === 'G' || letra === 'J' ? formula(soma(letra), DINHEIRO, estilo) : { ...estilo }));
}
