import { Command, CommanderError } from 'commander';
import { asErroPublico } from '../kernel/index.js';
import { MauUso, SAIDA, type CodigoSaida, type ContextoCli } from './contexto.js';
import { explainErro, speakPortugues } from './portugues.js';

/**
 * The commands in the order the help shows them; a new one is a file of its own and a line here. Each is loaded with what
 * it does only when it is asked for, by its name, or when all are shown.
 */
const COMANDOS: Readonly<Record<string, () => Promise<(ctx: ContextoCli) => Command>>> = {
  analisar: async () => (await import('./analisar.command.js')).analisarCommand,
  fatos: async () => (await import('./fatos.command.js')).fatosCommand,
  itens: async () => (await import('./itens.command.js')).itensCommand,
  exigencias: async () => (await import('./exigencias.command.js')).exigenciasCommand,
  buscar: async () => (await import('./buscar.command.js')).buscarCommand,
  perguntar: async () => (await import('./perguntar.command.js')).perguntarCommand,
  rascunho: async () => (await import('./rascunho.command.js')).rascunhoCommand,
  empresa: async () => (await import('./empresa.command.js')).empresaCommand,
  exemplo: async () => (await import('./exemplo.command.js')).exemploCommand,
  importar: async () => (await import('./importar.command.js')).importarCommand,
  sincronizar: async () => (await import('./sincronizar.command.js')).sincronizarCommand,
  sancoes: async () => (await import('./sancoes.command.js')).sancoesCommand,
  recomendar: async () => (await import('./recomendar.command.js')).recomendarCommand,
  reindexar: async () => (await import('./reindexar.command.js')).reindexarCommand,
  backup: async () => (await import('./backup.command.js')).backupCommand,
  restaurar: async () => (await import('./restaurar.command.js')).restaurarCommand,
  migrar: async () => (await import('./migrar.command.js')).migrarCommand,
  organizacao: async () => (await import('./organizacao.command.js')).organizacaoCommand,
  chave: async () => (await import('./chave.command.js')).chaveCommand,
  alerta: async () => (await import('./alerta.command.js')).alertaCommand,
  saude: async () => (await import('./saude.command.js')).saudeCommand,
};

/** The command a line begins with; all of them when it begins with none. */
const loadComandos = ([primeiro = '']: readonly string[]): Promise<((ctx: ContextoCli) => Command)[]> =>
  Promise.all((Object.hasOwn(COMANDOS, primeiro) ? [COMANDOS[primeiro]!] : Object.values(COMANDOS)).map((load) => load()));

/** Runs one command line (without node and script) and tells the exit code. */
export async function runPrograma(argv: readonly string[], ctx: Omit<ContextoCli, 'fail'> & { readonly versao: string }): Promise<CodigoSaida> {
  let codigo: CodigoSaida = SAIDA.feito;
  const completo: ContextoCli = { ...ctx, fail: () => (codigo = SAIDA.falhou) };
  const programa = speakPortugues(new Command('alicit').description('Lê editais de licitação e decide, com a prova na página.'))
    .version(ctx.versao, '-V, --version', 'mostra a versão')
    .helpCommand('ajuda [comando]', 'mostra a ajuda de um comando')
    .configureOutput({ writeOut: ctx.print, writeErr: () => undefined });
  for (const criar of await loadComandos(argv)) {
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
