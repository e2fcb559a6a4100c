import { Command, CommanderError } from 'commander';
import { asErroPublico } from '../kernel/index.js';
import { analisarCommand } from './analisar.command.js';
import { buscarCommand } from './buscar.command.js';
import { chaveCommand } from './chave.command.js';
import { MauUso, SAIDA, type CodigoSaida, type ContextoCli } from './contexto.js';
import { empresaCommand } from './empresa.command.js';
import { exemploCommand } from './exemplo.command.js';
import { exigenciasCommand } from './exigencias.command.js';
import { fatosCommand } from './fatos.command.js';
import { importarCommand } from './importar.command.js';
import { itensCommand } from './itens.command.js';
import { organizacaoCommand } from './organizacao.command.js';
import { explainErro, speakPortugues } from './portugues.js';
import { recomendarCommand } from './recomendar.command.js';

/** The commands in the order the help shows them; a new one is a file of its own and a line here. */
const COMANDOS: readonly ((ctx: ContextoCli) => Command)[] = [analisarCommand, fatosCommand, itensCommand, exigenciasCommand, buscarCommand, recomendarCommand, empresaCommand, exemploCommand, importarCommand, organizacaoCommand, chaveCommand];

/** Runs one command line (without node and script) and tells the exit code. */
export async function runPrograma(argv: readonly string[], ctx: Omit<ContextoCli, 'fail'>): Promise<CodigoSaida> {
  let codigo: CodigoSaida = SAIDA.feito;
  const completo: ContextoCli = { ...ctx, fail: () => (codigo = SAIDA.falhou) };
  const programa = speakPortugues(new Command('alicit').description('Lê editais de licitação e decide, com a prova na página.'))
    .helpCommand('ajuda [comando]', 'mostra a ajuda de um comando')
    .configureOutput({ writeOut: ctx.print, writeErr: () => undefined });
  for (const criar of COMANDOS) {
    const comando = criar(completo);
    for (const c of [comando, ...comando.commands]) speakPortugues(c).configureOutput({ writeOut: ctx.print, writeErr: () => undefined });
    if (comando.commands.length) comando.helpCommand(false);
    programa.addCommand(comando);
  }
  if (!argv.length) {
    ctx.tell(programa.helpInformation());
    return SAIDA.mau_uso;
  }
  try {
    await programa.parseAsync(['node', 'alicit', ...argv]);
    return codigo;
  } catch (erro) {
    if (erro instanceof CommanderError) {
      if (erro.exitCode === 0) return SAIDA.feito;
      ctx.tell(explainErro(erro));
      return SAIDA.mau_uso;
    }
    const { codigo: nome, mensagem } = asErroPublico(erro);
    ctx.tell(`${nome}: ${mensagem}`);
    if (argv.includes('--verbose') && nome === 'erro_interno') ctx.tell(erro instanceof Error ? (erro.stack ?? String(erro)) : String(erro));
    return erro instanceof MauUso ? SAIDA.mau_uso : SAIDA.falhou;
  }
}
