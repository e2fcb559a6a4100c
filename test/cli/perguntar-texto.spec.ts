import { describe, expect, it } from '@jest/globals';
import { renderResposta } from '../../src/cli/perguntar.command.js';

const base = { pergunta: 'Qual o prazo?', resposta: '30 dias', encontrado: true, confianca: 0.9, citacoes: [], trechos: [], modelo: null };
const last = (parte: { readonly modelo?: string; readonly motivoSemModelo?: string | null }): string => renderResposta({ ...base, ...parte }).trimEnd().split('\n').at(-1)!;

describe('an answer as text', () => {
  it.each([
    [{}, '  30 dias'],
    [{ modelo: 'principal', motivoSemModelo: null }, '  Modelo: principal'],
    [{ motivoSemModelo: 'O modelo falhou.' }, '  Sem modelo: O modelo falhou.'],
    [{ modelo: 'principal', motivoSemModelo: 'Pode faltar algo.' }, '  Modelo principal: Pode faltar algo.'],
    [{ motivoSemModelo: null }, '  O modelo foi consultado e também não achou resposta.'],
  ])('tells whose words they are: %j', (parte, linha) => expect(last(parte)).toBe(linha));
});
