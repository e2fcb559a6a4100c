#!/usr/bin/env node
// Writes the PDFs of exemplos/ from edital.mjs. The output is committed; run `npm run exemplos:gerar` after a change.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CAPA, CORPO, MINUTA, TR, linhasDaTabela } from './edital.mjs';
import { TOTAL, real } from './itens.mjs';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
const aqui = dirname(fileURLToPath(import.meta.url));
pdfmake.addFonts({ Helvetica: { normal: 'Helvetica', bold: 'Helvetica-Bold', italics: 'Helvetica-Oblique', bolditalics: 'Helvetica-BoldOblique' } });

const ORGAO = 'MUNICÍPIO DE SERRA CLARA DO NORTE';
const letra = (i) => String.fromCharCode(97 + i);
const tabelaItens = () => ({
  table: {
    headerRows: 1,
    widths: [26, '*', 30, 34, 62, 70, 72],
    body: [
      ['Item', 'Descrição', 'Unid.', 'Qtde.', 'Valor unit. máx. (R$)', 'Valor total (R$)', 'Participação'].map((t) => ({ text: t, bold: true, fontSize: 8 })),
      ...linhasDaTabela().map((l) => l.map((t, i) => ({ text: t, fontSize: 8, alignment: i > 2 && i < 6 ? 'right' : 'left' }))),
      [{ text: 'VALOR TOTAL ESTIMADO', colSpan: 5, bold: true, fontSize: 8 }, {}, {}, {}, {}, { text: real(TOTAL), fontSize: 8, bold: true, alignment: 'right' }, ''],
    ],
  },
  margin: [0, 4, 0, 8],
});

/** Numbered sections: "5. DO …", "5.1. …", "a) …". */
function secoes(lista, numerar = true) {
  return lista.flatMap(([titulo, clausulas], s) => {
    let n = 0;
    return [
      { text: numerar ? `${s + 1}. ${titulo}` : titulo, bold: true, margin: [0, 10, 0, 4] },
      ...clausulas.flatMap((c) => {
        if (c.tabela) return [tabelaItens()];
        const [texto, subitens] = Array.isArray(c) ? c : [c, []];
        n += 1;
        const prefixo = numerar ? `${s + 1}.${n}. ` : `${n}. `;
        return [
          { text: prefixo + texto, alignment: 'justify', margin: [0, 0, 0, 5] },
          ...subitens.map((t, i) => ({ text: `${letra(i)}) ${t}`, alignment: 'justify', margin: [18, 0, 0, 4] })),
        ];
      }),
    ];
  });
}

const titulo = (texto, quebra = 'before') => ({ text: texto, bold: true, fontSize: 13, alignment: 'center', margin: [0, 0, 0, 10], ...(quebra ? { pageBreak: quebra } : {}) });
const base = (rodape, content) => ({
  pageSize: 'A4',
  pageMargins: [62, 70, 62, 60],
  defaultStyle: { font: 'Helvetica', fontSize: 11.5, lineHeight: 1.5 },
  info: { title: rodape, author: 'Projeto ALICIT (documento fictício)', creationDate: new Date('2026-11-16T12:00:00Z') },
  header: { text: `${ORGAO}\nCNPJ 98.412.077/0001-73`, alignment: 'center', fontSize: 9, margin: [0, 24, 0, 0] },
  footer: (p, n) => ({ text: `${rodape} – Página ${p} de ${n}`, alignment: 'center', fontSize: 8, margin: [0, 20, 0, 0] }),
  content,
});

const edital = base('Edital do Pregão Eletrônico nº 031/2026 – documento fictício', [
  { text: 'EDITAL DE LICITAÇÃO', bold: true, fontSize: 18, alignment: 'center', margin: [0, 60, 0, 12] },
  { text: 'PREGÃO ELETRÔNICO Nº 031/2026', bold: true, fontSize: 16, alignment: 'center' },
  { text: 'SISTEMA DE REGISTRO DE PREÇOS', alignment: 'center', margin: [0, 2, 0, 2] },
  { text: 'Processo Administrativo nº 114/2026', alignment: 'center', margin: [0, 0, 0, 24] },
  ...CAPA.map(([r, v]) => ({ stack: [{ text: r, bold: true }, v], margin: [0, 0, 0, 8] })),
  { text: 'Este edital é fictício: município, números e empresas foram inventados para demonstrar o ALICIT.', italics: true, fontSize: 9, margin: [0, 14, 0, 0] },
  titulo('EDITAL DO PREGÃO ELETRÔNICO Nº 031/2026'),
  { text: 'O MUNICÍPIO DE SERRA CLARA DO NORTE, pessoa jurídica de direito público interno, inscrito no CNPJ sob o nº 98.412.077/0001-73, por meio da Secretaria Municipal de Administração, sediada na Praça da Matriz, nº 100, torna público que realizará licitação, na modalidade PREGÃO, na forma ELETRÔNICA, para registro de preços, nos termos da Lei nº 14.133, de 1º de abril de 2021, da Lei Complementar nº 123, de 14 de dezembro de 2006, do Decreto Municipal nº 2.318, de 2023, e das demais normas aplicáveis, conforme as condições estabelecidas neste Edital.', alignment: 'justify' },
  ...secoes(CORPO),
  { text: 'Serra Clara do Norte, 16 de novembro de 2026.', margin: [0, 16, 0, 20] },
  { text: 'Helena Prado Vasques\nSecretária Municipal de Administração', alignment: 'center' },
  titulo('ANEXO I – TERMO DE REFERÊNCIA'),
  ...secoes(TR),
  titulo('ANEXO II – MODELO DE PROPOSTA DE PREÇOS'),
  'Ao Município de Serra Clara do Norte. Pregão Eletrônico nº 031/2026.',
  'Razão social: ______________________  CNPJ: ______________________',
  { table: { widths: ['auto', '*', 'auto', 'auto', 'auto'], body: [['Item', 'Descrição, marca e modelo', 'Qtde.', 'Valor unitário', 'Valor total'], ['____', '____________', '____', 'R$ ______', 'R$ ______']] }, margin: [0, 10, 0, 10] },
  'Validade da proposta: ______ (____________) dias.',
  'Declaramos que nos preços propostos estão inclusos todos os custos.',
  titulo('ANEXO III – MODELO DE DECLARAÇÕES'),
  'A empresa ______________________, inscrita no CNPJ nº ______________________, DECLARA, sob as penas da lei:',
  ...['que não emprega menor de 18 anos em trabalho noturno, perigoso ou insalubre e não emprega menor de 16 anos, salvo na condição de aprendiz, a partir de 14 anos (art. 7º, XXXIII, da Constituição);', 'que cumpre a reserva de cargos prevista em lei para pessoa com deficiência e para reabilitado da Previdência Social;', 'que a proposta compreende a integralidade dos custos para atendimento dos direitos trabalhistas;', 'que, no ano-calendário de realização da licitação, não celebrou contratos com a Administração Pública cujos valores somados extrapolem a receita bruta máxima admitida para enquadramento como empresa de pequeno porte.'].map((t, i) => ({ text: `${letra(i)}) ${t}`, margin: [18, 4, 0, 0] })),
  titulo('ANEXO IV – MINUTA DA ATA DE REGISTRO DE PREÇOS E DO CONTRATO'),
  'ATA DE REGISTRO DE PREÇOS Nº ____/2026',
  ...secoes(MINUTA, false),
]);

const errata = base('Errata nº 1 ao Pregão Eletrônico nº 031/2026 – documento fictício', [
  titulo('ERRATA Nº 1', null),
  { text: 'EDITAL DO PREGÃO ELETRÔNICO Nº 031/2026', bold: true, alignment: 'center', margin: [0, 0, 0, 12] },
  'O Município de Serra Clara do Norte torna pública a retificação do Edital do Pregão Eletrônico nº 031/2026, nos seguintes termos:',
  { text: '1. Na folha de rosto,', margin: [0, 10, 0, 0] },
  'ONDE SE LÊ: "DATA DA SESSÃO PÚBLICA: Dia 10/12/2026 às 09h00min (horário de Brasília)"',
  'LEIA-SE: "DATA DA SESSÃO PÚBLICA: Dia 15/12/2026 às 09h00min (horário de Brasília)"',
  { text: '2. Na folha de rosto,', margin: [0, 10, 0, 0] },
  'ONDE SE LÊ: "RECEBIMENTO DAS PROPOSTAS: Até as 08h30min do dia 10/12/2026"',
  'LEIA-SE: "RECEBIMENTO DAS PROPOSTAS: Até as 08h30min do dia 15/12/2026"',
  { text: '3. No item 4.1 do Anexo I – Termo de Referência,', margin: [0, 10, 0, 0] },
  'ONDE SE LÊ: "O prazo de entrega dos bens é de 30 (trinta) dias"',
  'LEIA-SE: "O prazo de entrega dos bens é de 20 (vinte) dias"',
  { text: 'As demais condições permanecem inalteradas.', margin: [0, 12, 0, 20] },
  { text: 'Serra Clara do Norte, 20 de novembro de 2026.', margin: [0, 0, 0, 16] },
  { text: 'Helena Prado Vasques\nSecretária Municipal de Administração', alignment: 'center' },
]);

for (const [nome, definicao] of [['edital-exemplo.pdf', edital], ['errata-exemplo.pdf', errata]]) {
  const bytes = await pdfmake.createPdf(definicao).getBuffer();
  writeFileSync(join(aqui, '..', nome), bytes);
  console.log(nome, bytes.length);
}
