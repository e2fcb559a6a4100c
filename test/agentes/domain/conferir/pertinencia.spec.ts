import { describe, expect, it } from '@jest/globals';
import { conferir, createBaseDeConferencia } from '../../../../src/agentes/domain/conferir/index.js';

const PAGINAS = [
  '8. DA VIGÊNCIA\n8.1. A ata vigorará por 12 (doze) meses, contados da publicação.\n8.2. A visita técnica ao depósito é facultativa.',
  '9. DA DISPUTA\n9.1. Iniciada a etapa competitiva, os licitantes encaminharão lances pelo sistema.\n9.2. É vedada a participação de empresas em consórcio.',
];
const base = createBaseDeConferencia({
  documentos: [{ nome: 'edital.pdf', totalPaginas: 2, paginas: PAGINAS.map((texto, i) => ({ numero: i + 1, texto })) }] as never,
  conhecidos: [{ rotulo: 'Vigência', valor: '12 meses', campo: 'vigencia_contrato', paraQue: 'fato', texto: 'A ata vigorará por 12 (doze) meses, contados da publicação.' }, { rotulo: 'Visita técnica', valor: 'facultativa', campo: 'visita_tecnica', paraQue: 'fato', texto: 'A visita técnica ao depósito é facultativa.' }],
  decisao: null, agora: '2026-11-23',
});
const run = (texto: string, pagina: number, trecho: string) => conferir({ texto, tipo: 'observacao', citacoes: [{ documento: 'edital.pdf', pagina, trecho }] }, base);

describe('a quote speaks of the claim', () => {
  it.each([
    ['Vigência, segundo o edital: 12 meses.', 1, 'A ata vigorará por 12 (doze) meses, contados da publicação.'],
    ['A visita técnica é facultativa.', 1, 'A visita técnica ao depósito é facultativa.'],
    ['O edital não aceita consórcio.', 2, 'É vedada a participação de empresas em consórcio.'],
  ] as const)('%s', (texto, pagina, trecho) => expect(run(texto, pagina, trecho)).toMatchObject({ ok: true }));

  it.each([
    ['Vigência, segundo o edital: 12 meses.', 2, 'os licitantes encaminharão lances pelo sistema.'],
    ['A visita técnica é facultativa.', 2, 'É vedada a participação de empresas em consórcio.'],
  ] as const)('true by the rules, and not where the quote stands: %s', (texto, pagina, trecho) => expect(run(texto, pagina, trecho)).toMatchObject({ ok: false, motivo: 'sem_apoio' }));
});
