import { describe, expect, it } from '@jest/globals';
import { Vagas } from '../../src/perguntas/vagas.js';

/** Something that ends when it is told to. */
const open = () => {
  let end: () => void = () => undefined;
  const fim = new Promise<void>((pronto) => (end = pronto));
  return { fim, end: () => end() };
};
const codigo = (erro: { codigo?: string }): string | undefined => erro.codigo;

describe('questions at once', () => {
  it('are bounded by key and by process, and give their place back however they end', async () => {
    const vagas = new Vagas();
    const p = open();
    const daChave = [1, 2, 3, 4].map(() => vagas.use('a', () => p.fim));
    expect(await vagas.use('a', async () => 'ok').catch(codigo)).toBe('perguntas_demais');
    expect(await vagas.use('b', async () => 'ok')).toBe('ok');
    const outras = Array.from({ length: 28 }, (_, i) => vagas.use(`c${i}`, () => p.fim));
    expect([vagas.emCurso, await vagas.use('b', async () => 'ok').catch(codigo)]).toEqual([32, 'perguntas_demais']);
    p.end();
    await Promise.all([...daChave, ...outras]);
    await expect(vagas.use('a', () => Promise.reject(new Error('falhou')))).rejects.toThrow('falhou');
    expect([vagas.emCurso, await vagas.use('a', async () => 'ok')]).toEqual([0, 'ok']);
  });
});
