import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/index.js';

const COMPLETO = { ALICIT_EMAIL_REMETENTE: 'avisos@exemplo.com.br', ALICIT_URL_PUBLICA: 'https://alicit.exemplo.com.br' };
const smtp = (url: string) => parseConfig({ ...COMPLETO, SMTP_URL: url }, '/x').email.smtp!;

describe('the mail server', () => {
  it('is none unless given', () => expect(parseConfig({}, '/x').email).toMatchObject({ smtp: null, remetente: null, concorrencia: 2, porMinuto: 60, tempoMs: 20_000 }));
  it.each([
    ['smtp://u%40e:p%25%3A@mail.exemplo.com:2525', { host: 'mail.exemplo.com', porta: 2525, seguro: false, exigeTls: true, usuario: 'u@e' }, 'p%:'],
    ['smtps://u:p@mail.exemplo.com', { porta: 465, seguro: true, exigeTls: false }, 'p'], ['smtp://mail.exemplo.com/', { porta: 587, exigeTls: false, usuario: null }, undefined],
    ['smtp://u:p@127.0.0.1:25', { host: '127.0.0.1', exigeTls: false }, 'p'], ['smtp://[::1]:25', { host: '::1' }, undefined],
  ])('%s', (url, esperado, senha) => {
    expect(smtp(url)).toMatchObject(esperado);
    expect(smtp(url).senha?.reveal()).toBe(senha);
  });
  it('its password is not shown', () => expect(JSON.stringify(parseConfig({ ...COMPLETO, SMTP_URL: 'smtp://u:Q7w8e9@h' }, '/x'))).not.toContain('Q7w8e9'));
  it.each(['http://h', 'smtp://', 'smtp://u@h', 'smtp://u:Q7w8%zz@h', 'smtp://u:Q7w8@h?logger=true', 'smtp://u:Q7w8@h/caminho'])('refuses %s without repeating it', (url) => {
    const ler = (): unknown => smtp(url);
    expect(ler).toThrow(expect.objectContaining({ codigo: 'config_invalida', message: expect.stringContaining('SMTP_URL') }));
    expect(ler).not.toThrow(/Q7w8/);
  });
  it.each(Object.keys(COMPLETO))('needs %s', (variavel) => expect(() => parseConfig({ ...COMPLETO, [variavel]: '', SMTP_URL: 'smtp://h' }, '/x')).toThrow(expect.objectContaining({ message: expect.stringContaining(`${variavel} é obrigatória com SMTP_URL`) })));
});
