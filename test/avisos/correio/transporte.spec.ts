import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TransporteService } from '../../../src/avisos/correio/transporte.service.js';
import { parseConfig } from '../../../src/config/index.js';
import { until } from '../../support/provedor.js';
import { startServidorSmtp, type ServidorSmtp } from '../../support/servidor-smtp.js';

const MENSAGEM = { id: 'msg_1', para: 'a@exemplo.com.br', assunto: 'Órgão\r\nBcc: outro@exemplo.com.br', texto: 'Olá, órgão', html: '<p>Olá, órgão</p>', descadastrar: null };

describe('the mail server', () => {
  let smtp: ServidorSmtp;
  const abertos: TransporteService[] = [];
  const open = (url: string | null, mudanca: object = {}): TransporteService => {
    const config = parseConfig({ ALICIT_EMAIL_REMETENTE: 'avisos@exemplo.com.br', ALICIT_URL_PUBLICA: 'https://alicit.exemplo.com.br:8443/x', ALICIT_EMAIL_TEMPO_S: '2', ...(url === null ? {} : { SMTP_URL: url }) }, '/x');
    const t = new TransporteService({ ...config, email: { ...config.email, smtp: config.email.smtp && { ...config.email.smtp, ...mudanca } } });
    abertos.push(t);
    return t;
  };
  const withSenha = (senha: string): string => smtp.url.replace('//', `//teste:${senha}@`);
  beforeAll(async () => {
    smtp = await startServidorSmtp('certa');
  });
  afterAll(async () => {
    for (const t of abertos) await t.onApplicationShutdown();
    await until(() => smtp.abertas === 0, 'as conexões fecharem');
    await smtp.close();
  });

  it('is not there: nothing is asked of it', async () => {
    const t = open(null);
    expect([t.configurado, await t.check(), await t.send(MENSAGEM)]).toEqual([false, { estado: 'nao_configurado', erro: null }, expect.objectContaining({ desfecho: 'tentar_de_novo' })]);
  });

  it('takes a message whose subject cannot become a header', async () => {
    const t = open(withSenha('certa'));
    expect([await t.check(), await t.send(MENSAGEM)]).toEqual([{ estado: 'ok', erro: null }, { desfecho: 'entregue' }]);
    const [{ mensagem }] = smtp.recebidas as [(typeof smtp.recebidas)[number]];
    expect([mensagem.subject, mensagem.text, mensagem.messageId, mensagem.headers.has('bcc'), mensagem.to!.value[0]!.address]).toEqual([expect.stringMatching(/^Órgão\s+Bcc: outro@exemplo\.com\.br$/), expect.stringContaining('Olá, órgão'), '<msg_1@alicit.exemplo.com.br>', false, 'a@exemplo.com.br']);
    expect(smtp.tentativas).toEqual(['a@exemplo.com.br']);
  });

  it('does not take our password: a matter of ours, not of the message', async () => {
    const t = open(withSenha('errada'));
    expect([await t.check(), await t.send(MENSAGEM)]).toEqual([{ estado: 'chave_invalida', erro: 'smtp_senha_recusada' }, expect.objectContaining({ desfecho: 'tentar_de_novo', codigo: 'smtp_senha_recusada' })]);
  });

  it('has no TLS where it is demanded: the password is not sent', async () => {
    const t = open(withSenha('certa'), { exigeTls: true });
    expect(await t.send(MENSAGEM)).toMatchObject({ desfecho: 'tentar_de_novo', enderecoRecusado: false });
    expect(smtp.recebidas).toHaveLength(1);
  });

  it('does not answer', async () => {
    const t = open('smtp://127.0.0.1:9');
    expect([(await t.check()).estado, await t.send(MENSAGEM)]).toEqual(['indisponivel', expect.objectContaining({ desfecho: 'tentar_de_novo', codigo: 'smtp_indisponivel' })]);
  });
});
