import { describe, expect, it } from '@jest/globals';
import { CAUSAS, type Causa } from '../../src/modelos/domain/falha.js';
import { usoDe } from '../../src/modelos/domain/saude.js';

const EM = new Date('2026-11-23T12:00:00Z');
const ANTES = new Date('2026-11-23T11:00:00Z');
const de = (erro: Causa | null, terminada = false) => usoDe({ em: EM, ms: 120, erro, terminada, ultimoSucesso: erro === null ? EM : ANTES })!;

describe('what the last request says of the models’ server', () => {
  it('nothing, without one', () => expect(usoDe(null)).toBeNull());

  it.each<[Causa | null, string, boolean]>([
    [null, 'ok', false], ['chave_recusada', 'chave_invalida', true], ['sem_credito', 'limite', false], ['limite', 'limite', false], ['rede', 'indisponivel', true], ['erro_servidor', 'indisponivel', false],
    ['tempo_esgotado', 'indisponivel', false], ['resposta_invalida', 'indisponivel', false], ['resposta_cortada', 'indisponivel', false], ['modelo_desconhecido', 'degradado', false], ['dimensao_inesperada', 'degradado', false],
    ['pedido_recusado', 'ok', false], ['resposta_grande', 'ok', false],
  ])('%s: %s', (causa, estado, desmentivel) => expect(de(causa)).toEqual({ estado, erro: estado === 'ok' ? null : causa, em: EM, latenciaMs: 120, ultimoSucesso: estado === 'ok' ? EM : ANTES, desmentivel }));

  it('an answer the model itself ended is of a server that works', () => expect(de('resposta_cortada', true)).toMatchObject({ estado: 'ok', erro: null }));
  it('every cause has a meaning', () => expect(CAUSAS.every((c) => de(c).em === EM)).toBe(true));
});
