import { Command, Option } from 'commander';
import { diaNoDeslocamento } from '../kernel/index.js';
import { CADASTROS, type Cadastro } from '../sancoes/index.js';
import type { ContextoCli } from './contexto.js';

const hojeEmBrasilia = (): string => diaNoDeslocamento(new Date().toISOString(), '-03:00')!;

/** `sancoes importar ARQUIVO`, `sancoes consultar CNPJ`. */
export const sancoesCommand = (ctx: ContextoCli): Command =>
  new Command('sancoes')
    .description('Importa o CEIS e o CNEP do Portal da Transparência e consulta as sanções de uma empresa.')
    .addCommand(
      new Command('importar')
        .description('Importa o CSV do CEIS ou do CNEP, ou o ZIP em que o Portal o entrega. Ele toma o lugar do anterior por inteiro, ou nada muda. Só pessoas jurídicas são guardadas.')
        .argument('<arquivo>', 'CSV ou ZIP, como 20261120_CEIS.zip')
        .addOption(new Option('--cadastro <cadastro>', 'o cadastro, quando o arquivo não diz').choices(CADASTROS))
        .option('--data <dia>', 'dia do arquivo (AAAA-MM-DD), quando o nome não diz')
        .option('--forcar', 'aceita um arquivo mais antigo, muito menor que o anterior ou com muitas linhas ilegíveis')
        .action(async (arquivo: string, { cadastro, data, forcar }: { cadastro?: Cadastro; data?: string; forcar?: boolean }) => {
          const [{ ImportacaoService }, { CONFIG }] = await Promise.all([import('../sancoes/sancoes.module.js'), import('../config/index.js')]);
          const banco = await ctx.banco();
          const { maxBytesTotal } = banco.get<{ reunir: { maxBytesTotal: number } }>(CONFIG).reunir;
          const feita = await banco.get(ImportacaoService).importar({ arquivo: ctx.entrada(arquivo), cadastro, data, forcar: forcar ?? false, hoje: hojeEmBrasilia(), maxBytes: maxBytesTotal });
          ctx.tell(`${feita.cadastro.toUpperCase()} de ${feita.data}: ${feita.sancoes} sanções de empresas em ${feita.linhas} linhas; ${feita.pessoasFisicas} de pessoas físicas, descartadas.`);
          if (Object.keys(feita.recusadas).length) ctx.tell('Há linhas que não puderam ser lidas: veja “recusadas”.');
          if (Object.keys(feita.desconhecidas).length) ctx.tell('Há categorias que não foram classificadas: viram alerta, nunca bloqueio; veja “desconhecidas”.');
          ctx.print(`${JSON.stringify(feita, null, 1)}\n`);
        }),
    )
    .addCommand(
      new Command('consultar')
        .description('Mostra o que o CEIS e o CNEP importados dizem de um CNPJ, e de quando são os dados.')
        .argument('<cnpj>', 'CNPJ, com ou sem pontuação')
        .action(async (cnpj: string) => {
          const [{ SancoesService, toConsulta }, { stripCnpj }] = await Promise.all([import('../sancoes/sancoes.module.js'), import('../kernel/index.js')]);
          const sancoes = (await ctx.banco()).get(SancoesService);
          const consulta = toConsulta(stripCnpj(cnpj), await sancoes.consult(cnpj), { maxDias: sancoes.diasDeValidade, hoje: hojeEmBrasilia() });
          for (const { cadastro, situacao } of consulta.fontes) {
            if (situacao === 'nao_importado') ctx.tell(`O ${cadastro.toUpperCase()} não foi importado: nada se sabe por ele.`);
            if (situacao === 'antigo') ctx.tell(`Os dados do ${cadastro.toUpperCase()} são antigos: importe os atuais.`);
          }
          ctx.print(`${JSON.stringify(consulta, null, 1)}\n`);
        }),
    );
