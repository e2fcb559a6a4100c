import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { AnalisesModule, EstagiosAnalise } from '../../src/analises/analises.module.js';
import { ConfigModule } from '../../src/config/index.js';
import { EditaisModule, EditaisService, EstagiosEdital } from '../../src/editais/editais.module.js';
import { OficinaModule, OficinaService } from '../../src/oficina/oficina.module.js';
import { EstagiosRelatorio, RelatoriosModule } from '../../src/relatorios/relatorios.module.js';

describe('the modules of the stages', () => {
  it('share one workshop, that closes with the application', async () => {
    const app = await Test.createTestingModule({ imports: [ConfigModule, OficinaModule, EditaisModule, AnalisesModule, RelatoriosModule] }).compile();
    await app.init();
    for (const servico of [EditaisService, EstagiosEdital, EstagiosAnalise, EstagiosRelatorio]) expect(app.get(servico)).toBeInstanceOf(servico);
    const oficina = app.get(OficinaService);
    expect(oficina.stats()).toMatchObject({ threads: 0, emCurso: 0, naFila: 0, concluidas: 0 });
    await app.close();
    await expect(app.get(EstagiosEdital).reunir([])).rejects.toMatchObject({ codigo: 'oficina_fechada' });
  });
});
