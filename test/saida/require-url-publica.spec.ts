import { describe, expect, it } from '@jest/globals';
import { requireUrlPublica, type MotivoUrl } from '../../src/saida/index.js';

const PUBLICO = { permitePrivado: false };
const LOCAL = { permitePrivado: true };
const recusa = (motivo: MotivoUrl): unknown => expect.objectContaining({ tipo: 'invalido', codigo: 'endereco_nao_permitido', detalhes: { motivo } });

describe('requireUrlPublica', () => {
  it.each(['https://exemplo.com.br/alicit', 'https://exemplo.com.br:8443/x?y=1', 'https://8.8.8.8/', 'https://exemplo.com.br:80/', 'https://exemplo.com.br.:1025/', 'https://[2606:4700:4700::1111]/', 'https://licitação.example.com/'])('accepts %s', (url) => {
    expect(requireUrlPublica(url, PUBLICO)).toBeInstanceOf(URL);
  });

  it.each<[MotivoUrl, string]>([
    ['url_invalida', ''],
    ['url_invalida', 'exemplo.com.br/x'],
    ['url_invalida', '/relativo'],
    ['url_invalida', 'https://'],
    ['url_invalida', 'https://999.1.1.1/'],
    ['url_invalida', `https://exemplo.com.br/${'a'.repeat(2048)}`],
    ['esquema', 'http://exemplo.com.br/'],
    ['esquema', 'ftp://exemplo.com.br/'],
    ['esquema', 'gopher://exemplo.com.br/'],
    ['credenciais', 'https://usuario:senha@exemplo.com.br/'],
    ['credenciais', 'https://usuario@exemplo.com.br/'],
    ['credenciais', 'https://exemplo.com.br@127.0.0.1/'],
    ['porta', 'https://exemplo.com.br:22/'],
    ['porta', 'https://exemplo.com.br:25/'],
    ['porta', 'https://exemplo.com.br:1024/'],
    ['porta', 'https://exemplo.com.br:0/'],
    ['nome_local', 'https://localhost/'],
    ['nome_local', 'https://LOCALHOST.:8443/'],
    ['nome_local', 'https://postgres:5432/'],
    ['nome_local', 'https://api.localhost/'],
    ['nome_local', 'https://impressora.local/'],
    ['nome_local', 'https://metadata.google.internal/'],
    ['nome_local', 'https://alicit.default.svc.cluster.local/'],
    ['endereco_privado', 'https://127.0.0.1/'],
    ['endereco_privado', 'https://127.1/'],
    ['endereco_privado', 'https://2130706433/'],
    ['endereco_privado', 'https://0x7f000001/'],
    ['endereco_privado', 'https://0177.0.0.1/'],
    ['endereco_privado', 'https://0x7f.1/'],
    ['endereco_privado', 'https://①②⑦.0.0.1/'],
    ['endereco_privado', 'https://127.0.0.1./'],
    ['endereco_privado', 'https://0/'],
    ['endereco_privado', 'https://169.254.169.254/latest/meta-data/'],
    ['endereco_privado', 'https://192.168.1.1:8443/'],
    ['endereco_privado', 'https://[::1]/'],
    ['endereco_privado', 'https://[::]/'],
    ['endereco_privado', 'https://[::ffff:127.0.0.1]/'],
    ['endereco_privado', 'https://[::ffff:a9fe:a9fe]/'],
    ['endereco_privado', 'https://[64:ff9b::7f00:1]/'],
    ['endereco_privado', 'https://[fe80::1]/'],
  ])('refuses (%s) %s', (motivo, url) => {
    expect(() => requireUrlPublica(url, PUBLICO)).toThrow(recusa(motivo) as Error);
  });

  it.each(['http://127.0.0.1:3001/', 'http://localhost:3001/', 'http://[::1]:3001/', 'https://192.168.0.10/', 'http://receptor:8080/'])('with private ones allowed, accepts %s', (url) => {
    expect(requireUrlPublica(url, LOCAL)).toBeInstanceOf(URL);
  });

  it.each<[MotivoUrl, string]>([
    ['endereco_privado', 'http://169.254.169.254/'],
    ['endereco_privado', 'http://0.0.0.0/'],
    ['credenciais', 'http://a:b@127.0.0.1/'],
    ['porta', 'http://127.0.0.1:22/'],
    ['esquema', 'ws://127.0.0.1/'],
    ['url_invalida', 'file:///etc/passwd'],
  ])('even then refuses (%s) %s', (motivo, url) => {
    expect(() => requireUrlPublica(url, LOCAL)).toThrow(recusa(motivo) as Error);
  });

  it('does not repeat the address, which may carry a secret', () => {
    try {
      requireUrlPublica('https://10.0.0.1/segredo-no-caminho', PUBLICO);
    } catch (erro) {
      expect(`${(erro as Error).message}${JSON.stringify(erro)}`).not.toContain('segredo');
    }
    expect.assertions(1);
  });
});
