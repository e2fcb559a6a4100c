import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dossieExemplo } from '../support/openai-server/dossie-exemplo.ts';

const SCRIPT = join(process.cwd(), 'scripts', 'openai-simulador.mjs');

describe('npm run openai:simulador', () => {
  it('answers from what it is given and says what to set, until it is asked to stop', async () => {
    const processo = spawn(process.execPath, [SCRIPT, '--porta', '0', '--latencia', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let dito = '';
    try {
      for await (const parte of processo.stdout.iterator({ destroyOnReturn: false })) if ((dito += String(parte)).includes('Ctrl+C')) break;
      expect(dito).toMatch(/Aponte o ALICIT para cá:\n {2}OPENAI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/v1\n {2}OPENAI_API_KEY=qualquer\n/);
      const url = /OPENAI_BASE_URL=(\S+)/.exec(dito)![1]!;
      const r = await fetch(`${url}/chat/completions`, { method: 'POST', body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: dossieExemplo({ pergunta: 'Qual o prazo de entrega?' }) }] }) });
      expect(((await r.json()) as { choices: { message: { content: string } }[] }).choices[0]!.message.content).toContain('45 dias corridos');
    } finally {
      processo.stdout.on('data', (parte) => (dito += String(parte)));
      processo.kill('SIGTERM');
    }
    expect(await once(processo, 'exit')).toEqual([0, null]);
    expect(dito).toMatch(/1 pedido atendido, 0 com falha/);
  });

  it('says in Portuguese what is wrong', () => {
    const r = spawnSync(process.execPath, [SCRIPT, '--tipos', 'erro_500,nada'], { encoding: 'utf8' });
    expect([r.status, r.stderr.trim()]).toEqual([1, 'erro: --tipos <nomes> não aceita “erro_500,nada”: a falha nada não existe; veja as que há com --listar-falhas.']);
  });
});
