import { AlignmentType, convertMillimetersToTwip, LevelFormat, LineRuleType, type IStylesOptions, type INumberingOptions, type ISectionPropertiesOptions, PageOrientation } from 'docx';

const FONTE = 'Arial';
const mm = convertMillimetersToTwip;
/** Half points. */
export const CORPO = 22;
const MENOR = 18;

/** Margins and size of an A4 page, in twentieths of a point. */
const A4 = { largura: mm(210), altura: mm(297) } as const;
const MARGENS = { top: mm(25), bottom: mm(20), left: mm(30), right: mm(20), header: mm(12), footer: mm(10) } as const;
const MARGENS_DEITADA = { top: mm(15), bottom: mm(15), left: mm(15), right: mm(15), header: mm(8), footer: mm(8) } as const;

/** The library turns width and height round by itself for a page on its side. */
export const pagina = (deitada: boolean): ISectionPropertiesOptions => ({
  page: { size: { width: A4.largura, height: A4.altura, orientation: deitada ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: deitada ? MARGENS_DEITADA : MARGENS },
});

/** Width between the margins. */
export const larguraUtil = (deitada: boolean): number => (deitada ? A4.altura - 2 * mm(15) : A4.largura - mm(50));

export const ESTILOS: IStylesOptions = {
  default: {
    document: { run: { font: FONTE, size: CORPO, language: { value: 'pt-BR', eastAsia: 'pt-BR', bidirectional: 'pt-BR' } }, paragraph: { spacing: { after: 120, line: 300, lineRule: LineRuleType.AUTO } } },
    heading1: { run: { font: FONTE, size: 28, bold: true, color: '000000' }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 }, keepNext: true } },
    heading2: { run: { font: FONTE, size: 24, bold: true, color: '000000' }, paragraph: { spacing: { before: 280, after: 120 }, keepNext: true } },
    heading3: { run: { font: FONTE, size: CORPO, bold: true, color: '000000' }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
  },
  paragraphStyles: [
    { id: 'Citacao', name: 'Citação de edital', basedOn: 'Normal', run: { size: 20 }, paragraph: { indent: { left: mm(20) }, alignment: AlignmentType.JUSTIFIED, spacing: { after: 120, line: 260 }, keepLines: true } },
    { id: 'Tabela', name: 'Texto de tabela', basedOn: 'Normal', run: { size: MENOR }, paragraph: { spacing: { after: 20, line: 240 } } },
    { id: 'Rodape', name: 'Rodapé', basedOn: 'Normal', run: { size: 16, color: '595959' }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0, line: 240 } } },
  ],
};

export const PARAGRAFOS = 'paragrafos';
export const LETRAS = 'letras';
export const PONTOS = 'pontos';

export const NUMERACAO: INumberingOptions = {
  config: [
    { reference: PARAGRAFOS, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 0, firstLine: 0 } } } }] },
    { reference: LETRAS, levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: mm(12), hanging: mm(7) } } } }] },
    { reference: PONTOS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: mm(8), hanging: mm(5) } } } }] },
  ],
};
