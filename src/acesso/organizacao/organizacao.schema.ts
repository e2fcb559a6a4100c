import { z } from 'zod';

const quantos = z.int().min(0);
/** As shown by the API and typed to confirm: no control characters, one line. */
export const nomeOrganizacaoSchema = z.string().trim().min(1, 'diga um nome').max(200).regex(/^\P{Cc}*$/u, 'o nome não pode ter quebras de linha').transform((n) => n.normalize('NFC'));

export const organizacaoSchema = z
  .object({
    id: z.string(),
    nome: z.string(),
    criadaEm: z.iso.datetime(),
    uso: z.object({
      empresas: quantos, licitacoes: quantos, analises: quantos, webhooks: quantos, chavesAtivas: quantos,
      arquivos: quantos.meta({ description: 'Arquivos diferentes: o mesmo conteúdo conta uma vez.' }),
      bytesArquivos: quantos,
    }).meta({ id: 'UsoDaOrganizacao', description: 'Quanto a organização usa, agora.' }),
  })
  .meta({ id: 'Organizacao', description: 'A organização da chave que pede, e quanto ela guarda.' });
export type OrganizacaoJson = z.infer<typeof organizacaoSchema>;

export const mudancaOrganizacaoSchema = z.object({ nome: nomeOrganizacaoSchema }).meta({ id: 'MudancaDeOrganizacao', description: 'O que muda na organização.' });
export const confirmacaoSchema = z.object({ confirmar: z.string().max(400).meta({ description: 'O nome da organização, como está em GET /v1/organizacao.' }) }).meta({ id: 'ConfirmacaoDeExclusao', description: 'A confirmação de que tudo deve ser apagado.' });
