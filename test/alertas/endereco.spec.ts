import { describe, expect, it } from '@jest/globals';
import { explainRecusa } from '../../src/alertas/endereco.js';
import { parseConfig } from '../../src/config/index.js';

const recusa = (url: string, permite = '0'): string | null => explainRecusa(parseConfig({ ALERTA_WEBHOOK_URL: url, ALICIT_WEBHOOK_PERMITE_PRIVADO: permite }, '.'));

describe('explainRecusa', () => {
  it('an address that may be used, and none at all, are not refused', () => {
    expect([recusa('https://hooks.slack.com/services/T0/B0/segredo'), recusa('http://10.0.0.5/segredo', '1'), explainRecusa(parseConfig({}, '.'))]).toEqual([null, null, null]);
  });
  it.each(['http://10.0.0.5/segredo', 'https://10.0.0.5/segredo', 'http://alertas.exemplo.com.br/segredo', 'https://grafana/segredo'])('%s without permission is refused at the start, its secret unsaid', (url) => {
    const texto = recusa(url);
    expect(texto).toContain('ALICIT_WEBHOOK_PERMITE_PRIVADO=1');
    expect(texto).toContain('ALERTA_WEBHOOK_URL');
    expect(texto).not.toContain('segredo');
  });
  it('a port nobody may use says so', () => expect(recusa('https://exemplo.com.br:22/segredo')).toContain('porta'));
});
