import type { Command, CommanderError } from 'commander';

const TITULOS: Readonly<Record<string, string>> = { 'Usage:': 'Uso:', 'Options:': 'Opções:', 'Commands:': 'Comandos:', 'Arguments:': 'Argumentos:', 'Global Options:': 'Opções globais:' };

/** Makes commander speak Portuguese: titles of the help, names of its own options. Errors are told by `explainErro`. */
export function speakPortugues(comando: Command): Command {
  return comando
    .configureHelp({ styleTitle: (t) => TITULOS[t] ?? t, commandUsage: usage, subcommandTerm: (c) => `${c.name()} ${c.commands.length ? '<comando>' : c.usage().replaceAll('[options]', '[opções]')}`.trim() })
    .configureOutput({ writeErr: () => undefined })
    .helpOption('-h, --help', 'mostra esta ajuda')
    .exitOverride();
}

function usage(c: Command): string {
  const nomes: string[] = [];
  for (let k: Command | null = c; k; k = k.parent) nomes.unshift(k.name());
  return `${nomes.join(' ')} ${c.usage().replaceAll('[options]', '[opções]').replace('[command]', '<comando>')}`;
}

const ERROS: Readonly<Record<string, (oQue: string) => string>> = {
  'commander.unknownOption': (x) => `Opção desconhecida: ${x}.`,
  'commander.unknownCommand': (x) => `Comando desconhecido: ${x}.`,
  'commander.help': () => 'Falta dizer o que fazer.',
  'commander.missingArgument': (x) => `Falta o argumento ${x}.`,
  'commander.optionMissingArgument': (x) => `Falta o valor da opção ${x}.`,
  'commander.missingMandatoryOptionValue': (x) => `Falta a opção ${x}.`,
  'commander.excessArguments': () => 'Argumentos demais.',
  'commander.invalidArgument': (x) => `Valor inválido em ${x}.`,
  'commander.conflictingOption': (x) => `A opção ${x} não combina com outra que foi dada.`,
};

/** What commander found wrong, in Portuguese. */
export function explainErro(erro: CommanderError): string {
  const oQue = /'([^']+)'/.exec(erro.message)?.[1] ?? '';
  return `${ERROS[erro.code]?.(oQue) ?? 'Comando mal formado.'} Veja “alicit --help”.`;
}
