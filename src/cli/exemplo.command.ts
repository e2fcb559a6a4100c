import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { DESFECHO, formatInstante } from '../relatorios/index.js';
import { analisarArquivos, formatAnalise } from './analisar.command.js';
import type { ContextoCli } from './contexto.js';

const RAIZ = resolve(import.meta.dirname, '..', '..');
const EXEMPLOS = join(RAIZ, 'exemplos');
/** The example's session is in December 2026: it is always judged as if it were this day. */
const AGORA = '2026-11-23T10:00:00-03:00';

/** `exemplo`: the example edital and its errata for the example company; the decision on stdout, the HTML report on disk. */
export const exemploCommand = (ctx: ContextoCli): Command =>
  new Command('exemplo')
    .description('Analisa o edital de exemplo, mostra a decisão e grava o relatório HTML.')
    .option('--empresa <json>', 'outra empresa', join(EXEMPLOS, 'empresa.json'))
    .option('--saida <dir>', 'pasta do relatório', join(RAIZ, 'saida'))
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async ({ empresa, saida }: { empresa: string; saida: string }) => {
      const analise = await analisarArquivos(ctx, [join(EXEMPLOS, 'edital-exemplo.pdf'), join(EXEMPLOS, 'errata-exemplo.pdf')], { empresa, agora: AGORA });
      const pasta = ctx.saida(saida);
      mkdirSync(pasta, { recursive: true });
      const arquivo = join(pasta, 'relatorio-exemplo.html');
      writeFileSync(arquivo, formatAnalise(analise, 'html'));
      const { decisao: d, prazos, proximoPrazo } = analise;
      const prazo = prazos.find((p) => p.id === proximoPrazo);
      ctx.print([
        `DECISÃO: ${DESFECHO[d.desfecho].titulo} (${d.desfecho})`,
        DESFECHO[d.desfecho].frase,
        ...(prazo?.vinculante ? [`Próximo prazo fatal: ${prazo.titulo}, ${formatInstante(prazo.vinculante)}`] : []),
        '', 'Por quê:',
        ...d.motivos.map((m, i) => `${i + 1}. ${m.texto}${m.evidencia ? `\n   ${m.evidencia.documento}, p. ${m.evidencia.pagina}: “${m.evidencia.trecho}”` : ''}`),
        '', `Relatório: ${arquivo}`, `(julgado como se hoje fosse ${formatInstante(AGORA)}; o edital e a empresa são fictícios)`, '',
      ].join('\n'));
    });
