import { z } from 'zod';
import type { Dia } from '../kernel/index.js';
import { idadeEmDias, isRecente } from './domain/idade.js';
import { CADASTROS, type ConsultaSancoes, type FonteSancoes, type SancaoRegistrada } from './domain/sancao.js';
import type { EstadoCadastro } from './sancoes.service.js';

const texto = z.string().nullable();
const dia = z.string().nullable().meta({ description: 'Dia (AAAA-MM-DD); null: não se sabe.' });
const SITUACOES = ['atual', 'antigo', 'nao_importado'] as const;
const situacao = z.enum(SITUACOES).meta({ description: 'antigo: passou dos dias de `maxDias` e já não prova que nada consta; nao_importado: não se sabe nada deste cadastro.' });
const idade = { data: dia.meta({ description: 'O dia do arquivo publicado pelo Portal da Transparência.' }), idadeDias: z.int().nullable(), situacao };
const cadastro = z.enum(CADASTROS).meta({ description: 'ceis: inidôneas e suspensas; cnep: empresas punidas.' });
const maxDias = z.int().meta({ description: 'Dias em que um cadastro importado vale como prova (ALICIT_SANCOES_DIAS).' });

const fonteSchema = z.object({ cadastro, ...idade }).meta({ id: 'FonteSancoes', description: 'Um cadastro e a idade dos seus dados.' });
const sancaoSchema = z.object({
  cadastro, codigo: texto, cnpj: z.string(), nome: texto, categoria: z.string(), tipo: z.enum(['impedimento', 'inidoneidade', 'suspensao']).nullable(),
  efeito: z.enum(['impede', 'nao_impede', 'desconhecido']).meta({ description: 'Se a sanção impede de licitar; desconhecido: categoria que não foi classificada, a conferir.' }),
  alcance: z.enum(['todos', 'ente', 'ente_ao_menos', 'uniao', 'orgao', 'indefinido']).meta({ description: 'Perante quem: todos os entes; o ente que a aplicou; ao menos ele; a União e certames com recurso federal; o órgão que a aplicou; o cadastro não diz.' }),
  fundamento: texto.meta({ description: 'A lei reconhecida na fundamentação.' }), maxMeses: z.int().nullable().meta({ description: 'O maior prazo dessa lei, em meses.' }), abrangencia: texto.meta({ description: 'Como publicada.' }), fundamentacao: texto.meta({ description: 'Como publicada.' }),
  orgao: z.string(), esfera: z.enum(['federal', 'estadual', 'municipal']).nullable(), uf: texto, municipio: texto.meta({ description: 'Lido do nome do órgão.' }), inicio: dia, fim: dia.meta({ description: 'null: o cadastro não dá fim.' }), comPrazo: z.boolean().meta({ description: 'A categoria diz que há prazo: sem `fim`, ele é desconhecido.' }),
  publicacao: dia, transito: dia, processo: texto, valorMulta: texto,
}).meta({ id: 'SancaoRegistrada', description: 'Uma sanção de pessoa jurídica, como publicada e como classificada.' });

export const consultaSancoesSchema = z.object({
  cnpj: z.string(), fontes: z.array(fonteSchema), maxDias, registros: z.array(sancaoSchema).meta({ description: 'Deste CNPJ.' }), daRaiz: z.array(sancaoSchema).meta({ description: 'De outros estabelecimentos da mesma empresa.' }),
}).meta({ id: 'ConsultaSancoes', description: 'O que CEIS e CNEP dizem de uma empresa, e de quando são os dados.' });

export const cadastrosSancoesSchema = z.object({
  maxDias, cadastros: z.array(z.object({
    cadastro, ...idade, importadoEm: z.iso.datetime().nullable(), linhas: z.int(), sancoes: z.int().meta({ description: 'De pessoas jurídicas; só elas são guardadas.' }), pessoasFisicas: z.int().meta({ description: 'Linhas de pessoas físicas: contadas e descartadas.' }),
    recusadas: z.record(z.string(), z.int()).meta({ description: 'Linhas não lidas, por motivo.' }), desconhecidas: z.record(z.string(), z.int()).meta({ description: 'Linhas por categoria que não foi classificada.' }),
  }).meta({ id: 'CadastroSancoes', description: 'Um cadastro, como foi importado.' })),
}).meta({ id: 'CadastrosSancoes', description: 'O estado dos cadastros de sanções.' });

export type ConsultaSancoesJson = { readonly cnpj: string; readonly fontes: readonly (Idade & { readonly cadastro: FonteSancoes['cadastro'] })[]; readonly maxDias: number; readonly registros: readonly SancaoRegistrada[]; readonly daRaiz: readonly SancaoRegistrada[] };
interface Idade { readonly data: Dia | null; readonly idadeDias: number | null; readonly situacao: (typeof SITUACOES)[number] }

function toIdade(maxDias: number, fonte: FonteSancoes | undefined, hoje: Dia): Idade {
  if (!fonte) return { data: null, idadeDias: null, situacao: 'nao_importado' };
  return { data: fonte.data, idadeDias: idadeEmDias(fonte, hoje), situacao: isRecente({ maxDias }, fonte, hoje) ? 'atual' : 'antigo' };
}

/** Each register is there, imported or not. */
export const toConsulta = (cnpj: string, c: ConsultaSancoes | null, { maxDias, hoje }: { readonly maxDias: number; readonly hoje: Dia }): ConsultaSancoesJson => ({
  cnpj, maxDias, fontes: CADASTROS.map((x) => ({ cadastro: x, ...toIdade(maxDias, c?.fontes.find((f) => f.cadastro === x), hoje) })), registros: c?.registros ?? [], daRaiz: c?.daRaiz ?? [],
});

export const toCadastros = (estados: readonly EstadoCadastro[], { maxDias, hoje }: { readonly maxDias: number; readonly hoje: Dia }): z.infer<typeof cadastrosSancoesSchema> => ({
  maxDias,
  cadastros: CADASTROS.map((x) => {
    const e = estados.find((y) => y.cadastro === x);
    return {
      cadastro: x, ...toIdade(maxDias, e, hoje), importadoEm: e?.importadoEm.toISOString() ?? null, linhas: e?.linhas ?? 0, sancoes: e?.sancoes ?? 0, pessoasFisicas: e?.pessoasFisicas ?? 0,
      recusadas: e?.recusadas ?? {}, desconhecidas: e?.desconhecidas ?? {},
    };
  }),
});
