import { Command } from 'commander';
import type { ChavesService } from '../acesso/acesso.module.js';
import { MauUso, type ContextoCli } from './contexto.js';

const ORGANIZACAO = ['--organizacao <id>', 'id da organização (org_…)'] as const;
const GUARDE = 'Guarde a chave: ela não será mostrada de novo.';

interface OpcoesCriar { readonly organizacao: string; readonly nome: string; readonly escopos?: string; readonly expira?: string }

/** `chave criar|listar|rotacionar|revogar`: what the API does, for who has the machine. A key goes alone to stdout. */
export const chaveCommand = (ctx: ContextoCli): Command => {
  const open = async (): Promise<ChavesService> => {
    const { ChavesService } = await import('../acesso/acesso.module.js');
    return (await ctx.banco()).get(ChavesService);
  };
  return new Command('chave')
    .description('Cria, lista, rotaciona e revoga chaves de API, no banco do serviço.')
    .addCommand(
      new Command('criar')
        .description('Cria uma chave de API e a mostra uma única vez.')
        .requiredOption(...ORGANIZACAO)
        .requiredOption('--nome <nome>', 'para que serve a chave')
        .option('--escopos <lista>', 'escopos separados por vírgula; todos quando ausente')
        .option('--expira <instante>', 'quando deixa de valer (ISO 8601); sem isto não expira')
        .action(async ({ organizacao, nome, escopos, expira }: OpcoesCriar) => {
          const { ESCOPOS, novaChaveSchema } = await import('../acesso/acesso.module.js');
          const { parseDados } = await import('../http/index.js');
          const nova = parseDados(novaChaveSchema, { nome, escopos: escopos?.split(',').map((e) => e.trim()) ?? ESCOPOS, expiraEm: expira ?? null });
          const criada = await (await open()).create(organizacao, nova, 'operador');
          ctx.tell(`Chave ${criada.id} criada. ${GUARDE}`);
          ctx.print(`${criada.chave}\n`);
        }),
    )
    .addCommand(
      new Command('listar')
        .description('Lista as chaves de uma organização: prefixo, escopos, datas, último uso e estado.')
        .requiredOption(...ORGANIZACAO)
        .action(async ({ organizacao }: { organizacao: string }) => ctx.print(`${JSON.stringify(await (await open()).listTodas(organizacao), null, 1)}\n`)),
    )
    .addCommand(
      new Command('rotacionar')
        .description('Cria outra chave no lugar de uma; a antiga vale até o fim da sobreposição.')
        .argument('<id>', 'id da chave (chv_…)')
        .requiredOption(...ORGANIZACAO)
        .option('--sobreposicao <segundos>', 'por quanto tempo a antiga ainda vale: de 0 a 604800', '86400')
        .action(async (id: string, { organizacao, sobreposicao }: { organizacao: string; sobreposicao: string }) => {
          if (!/^\d{1,6}$/.test(sobreposicao) || Number(sobreposicao) > 604_800) throw new MauUso('mau_uso', `--sobreposicao espera segundos, de 0 a 604800; veio “${sobreposicao.slice(0, 20)}”.`);
          const nova = await (await open()).rotate(organizacao, id, Number(sobreposicao), 'operador');
          ctx.tell(`Chave ${nova.id} criada no lugar de ${id}. ${GUARDE}`);
          ctx.print(`${nova.chave}\n`);
        }),
    )
    .addCommand(
      new Command('revogar')
        .description('Faz uma chave deixar de valer, em até 5 segundos em todos os processos.')
        .argument('<id>', 'id da chave (chv_…)')
        .requiredOption(...ORGANIZACAO)
        .action(async (id: string, { organizacao }: { organizacao: string }) => {
          await (await open()).revoke(organizacao, id, 'operador');
          ctx.tell(`Chave ${id} revogada.`);
        }),
    );
};
