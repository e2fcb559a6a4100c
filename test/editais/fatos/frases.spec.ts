import { describe, expect, it } from '@jest/globals';
import { readFatos } from '../../../src/editais/fatos/index.js';
import { editalCom } from '../../support/edital-com.js';
import type { Frase } from '../../support/frase.js';
import { textoDe } from '../../support/texto-edital.js';
import { CONTRATO } from './frases/contrato.js';
import { DISPUTA } from './frases/disputa.js';
import { CRITICOS } from './frases/criticos.js';
import { DIFICEIS } from './frases/dificeis.js';
import { ENTES_E_PRAZOS } from './frases/entes-e-prazos.js';
import { ESTRUTURAS } from './frases/estruturas.js';
import { FOLHAS_DE_DADOS } from './frases/folhas-de-dados.js';
import { FOLHA_E_REMISSAO } from './frases/folha-e-remissao.js';
import { HABILITACAO } from './frases/habilitacao.js';
import { IDENTIDADE } from './frases/identidade.js';
import { IDENTIFICACAO } from './frases/identificacao.js';
import { OUTROS_RITOS } from './frases/outros-ritos.js';

/** As a PDF breaks the lines of a paragraph. */
const wrap = (texto: string, largura: number): string =>
  texto.split('\n').map((linha) => linha.split(' ').reduce<string[]>((linhas, palavra) => {
    const atual = linhas.at(-1) ?? '';
    return atual && atual.length + palavra.length > largura ? [...linhas, palavra] : [...linhas.slice(0, -1), atual ? `${atual} ${palavra}` : palavra];
  }, ['']).join('\n')).join('\n');

const GRUPOS: readonly [string, readonly Frase[]][] = [['identification', IDENTIFICACAO], ['dispute', DISPUTA], ['qualification', HABILITACAO], ['contract', CONTRATO], ['hard ones', DIFICEIS], ['structures', ESTRUTURAS], ['critical', CRITICOS], ['who and when', IDENTIDADE], ['data sheets', FOLHAS_DE_DADOS], ['other rites', OUTROS_RITOS], ['bodies and terms', ENTES_E_PRAZOS], ['left to the sheet', FOLHA_E_REMISSAO]];

describe.each(GRUPOS)('phrasings in a whole notice: %s', (_, frases) => {
  it.each(frases.map((f) => [f[0], f[2] || (f[4]?.titulo ?? f[4]?.orgao ?? f[4]?.objeto ?? ''), f] as const))('%s: %s', (campo, _texto, [, lugar, texto, esperado, opcoes]) => {
    const paginas = editalCom(lugar, texto, opcoes);
    for (const lido of [paginas, paginas.map((p) => wrap(p, 64))]) {
      const { valor } = readFatos(textoDe(lido))[campo];
      expect(typeof valor === 'string' ? valor.toLowerCase() : valor).toEqual(typeof esperado === 'string' ? esperado.toLowerCase() : esperado);
    }
  });
});
