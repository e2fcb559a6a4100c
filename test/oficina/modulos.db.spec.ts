import { describe, expect, it } from '@jest/globals';
import { EstagiosAnalise } from '../../src/analises/analises.module.js';
import { EditaisService, EstagiosEdital } from '../../src/editais/editais.module.js';
import { OficinaService } from '../../src/oficina/oficina.module.js';
import { EstagiosRelatorio } from '../../src/relatorios/relatorios.module.js';
import { startApp } from '../support/app.js';

describe('the modules of the stages', () => {
  it('share one workshop, that closes with the application', async () => {
    const { app, close } = await startApp();
    for (const servico of [EditaisService, EstagiosEdital, EstagiosAnalise, EstagiosRelatorio]) expect(app.get(servico)).toBeInstanceOf(servico);
    const oficina = app.get(OficinaService);
    const editais = app.get(EstagiosEdital);
    expect(oficina.stats()).toMatchObject({ threads: 0, emCurso: 0, naFila: 0, concluidas: 0 });
    await close();
    await expect(editais.reunir([])).rejects.toMatchObject({ codigo: 'oficina_fechada' });
  });
});
