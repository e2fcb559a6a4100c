import { Command } from 'commander';
import type { ContextoCli } from './contexto.js';

/** `organizacao criar --nome`, `organizacao listar`. */
export const organizacaoCommand = (ctx: ContextoCli): Command =>
  new Command('organizacao')
    .description('Cria e lista organizações, no banco do serviço.')
    .addCommand(
      new Command('criar')
        .description('Cria uma organização e mostra, uma única vez, a primeira chave de API dela.')
        .requiredOption('--nome <nome>', 'nome da organização')
        .action(async ({ nome }: { nome: string }) => {
          const [{ ChavesService, nomeOrganizacaoSchema }, { parseDados }] = await Promise.all([import('../acesso/acesso.module.js'), import('../http/index.js')]);
          const valido = parseDados(nomeOrganizacaoSchema, nome, 'nome_invalido');
          const { id, chave } = await (await ctx.banco()).get(ChavesService).createOrganizacao(valido);
          ctx.tell(`Organização ${id} criada. Guarde a chave: ela não será mostrada de novo.`);
          ctx.print(`${chave}\n`);
        }),
    )
    .addCommand(
      new Command('listar').description('Lista as organizações.').action(async () => {
        const { OrganizacoesService } = await import('../acesso/acesso.module.js');
        ctx.print(`${JSON.stringify(await (await ctx.banco()).get(OrganizacoesService).listTodas(), null, 1)}\n`);
      }),
    );
