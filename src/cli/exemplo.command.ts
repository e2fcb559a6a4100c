import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { indisponivel } from '../kernel/index.js';
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
      const arquivo = join(pasta, 'relatorio-exemplo.html');
      write(arquivo, formatAnalise(analise, 'html'));
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

/** @throws AlicitError `saida_nao_gravada`: as in the image, whose root is read-only */
function write(arquivo: string, texto: string): void {
  try {
    mkdirSync(dirname(arquivo), { recursive: true });
    writeFileSync(arquivo, texto);
  } catch (erro) {
    throw indisponivel('saida_nao_gravada', `O relatório não pôde ser gravado (${(erro as NodeJS.ErrnoException).code ?? 'erro de escrita'}): indique em --saida uma pasta em que este usuário possa escrever.`);
  }
}
