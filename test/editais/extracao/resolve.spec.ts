import { describe, expect, it } from '@jest/globals';
import { defineCampo, type Candidato } from '../../../src/editais/extracao/candidato.js';
import { resolveCampo } from '../../../src/editais/extracao/resolve.js';
import { textoDe } from '../../support/texto-edital.js';

const TEXTO = ['1.1. A validade da proposta será de 60 dias corridos.', '2.1. Repete-se: proposta válida por 60 dias corridos.', '3.1. Noutra parte consta o prazo de 90 dias corridos.', '4.1. Antigo modelo dizia 45 dias; outro, 30 dias; um terceiro, 15 dias; e há 10 dias.'].join('\n');
const em = (trecho: string): { inicio: number; fim: number } => ({ inicio: TEXTO.indexOf(trecho), fim: TEXTO.indexOf(trecho) + trecho.length });
const read = (candidatos: readonly Candidato<number>[]) => resolveCampo(defineCampo<'validade_proposta_dias'>({ campo: 'validade_proposta_dias', read: () => candidatos }), { t: textoDe(TEXTO), lidos: {} });

describe('resolveCampo', () => {
  it('counts agreement by clause: two expressions that match one sentence are one witness', () => {
    const um = { valor: 60, ...em('validade da proposta será de 60 dias'), peso: 0.8 };
    const mesmo = { valor: 60, ...em('proposta será de 60 dias corridos'), peso: 0.8 };
    const outro = { valor: 60, ...em('proposta válida por 60 dias'), peso: 0.8 };
    expect([read([um]), read([um, mesmo]), read([um, outro])].map((f) => f.valor !== null && f.confianca)).toEqual([0.8, 0.8, 0.83]);
  });

  it('tells a contradiction from readings that lost clearly, and keeps three of these', () => {
    const fato = read([
      { valor: 60, ...em('validade da proposta será de 60 dias'), peso: 0.9 }, { valor: 90, ...em('prazo de 90 dias corridos'), peso: 0.8 },
      { valor: 45, ...em('modelo dizia 45 dias'), peso: 0.5 }, { valor: 30, ...em('outro, 30 dias'), peso: 0.45 }, { valor: 15, ...em('um terceiro, 15 dias'), peso: 0.4 },
      { valor: 10, ...em('e há 10 dias'), peso: 0.39 }, { valor: 7, ...em('Antigo modelo'), peso: 0.1 },
    ]);
    expect(fato).toMatchObject({ valor: 60, alternativas: [{ valor: 90, confianca: 0.8 }], preteridas: [{ valor: 45, confianca: 0.5, pagina: 1 }, { valor: 30 }, { valor: 15 }] });
    expect(fato).toHaveProperty('preteridas.length', 3);
  });

  it('has no runners-up to show when there are none', () => {
    expect(read([{ valor: 60, ...em('validade da proposta será de 60 dias'), peso: 0.9 }])).not.toHaveProperty('preteridas');
  });
});
