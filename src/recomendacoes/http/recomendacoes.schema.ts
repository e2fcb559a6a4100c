import { z } from 'zod';
import { MOTIVOS, RETORNOS } from '../ordenar/tipos.js';

const texto = z.string().nullable();
const instante = z.string().nullable().meta({ description: 'Instante ISO 8601; null: não se sabe.' });

export const licitacaoRecomendadaSchema = z.object({
  numeroControlePNCP: z.string(), objeto: texto, orgao: texto, orgaoCnpj: texto, unidade: texto, uf: texto, municipio: texto, codigoIbge: texto.meta({ description: 'Do município, no IBGE; null: não se sabe.' }),
  modalidadeId: z.int().nullable().meta({ description: 'Código do PNCP.' }), modalidade: texto, valor: texto.meta({ description: 'Estimado, em R$, decimal em texto; null: não se sabe, e `valorMotivo` diz por quê.' }),
  valorMotivo: z.enum(['sigiloso', 'nao_informado']).nullable(), publicacao: instante, aberturaPropostas: instante, encerramentoPropostas: instante,
  situacao: z.enum(['aberta', 'encerrada', 'suspensa', 'revogada', 'anulada']).meta({ description: 'No momento da lista.' }),
  link: z.string().meta({ description: 'Página no PNCP.' }), linkOrigem: texto.meta({ description: 'Página no portal de origem.' }), relacionadas: z.array(z.string()).meta({ description: 'Outros números que são, provavelmente, a mesma licitação: só esta aparece.' }),
}).meta({ id: 'LicitacaoRecomendada', description: 'A licitação, pelo registro do PNCP.' });

const parte = (limites: string) => z.number().meta({ description: `Pontos somados aos 80 do tópico, ${limites}.` });
const partesSchema = z.object({ regiao: parte('de −5 a 5'), valor: parte('de −4 a 4'), meEpp: parte('de −5 a 3'), prazo: parte('de −3 a 0'), retorno: parte('de −8 a 8') })
  .meta({ id: 'PartesDoScore', description: 'score = topico ÷ 100 × (80 + a soma das partes).' });

const razaoSchema = z.object({
  tipo: z.enum(['produto', 'descricao', 'cnae', 'regiao', 'valor', 'me_epp', 'prazo', 'retorno']), codigo: z.string().meta({ description: 'Estável; novos podem aparecer.' }), texto: z.string(),
  pontos: z.number().nullable().meta({ description: 'Quanto soma aos 80 do tópico; null nas razões do próprio tópico.' }),
  produto: texto.optional().meta({ description: 'O que da empresa casou.' }), trecho: texto.optional().meta({ description: 'As palavras da licitação, como estão lá.' }), item: z.int().nullable().optional().meta({ description: 'Número do item onde estão; null: no objeto.' }),
}).meta({ id: 'RazaoDaRecomendacao', description: 'Por que combina, ou por que combina menos.' });

export const recomendacaoSchema = z.object({
  licitacao: licitacaoRecomendadaSchema, score: z.number().meta({ description: 'De 0 a 100.' }), topico: z.number().meta({ description: 'Quanto o assunto combina, de 0 a 100.' }), partes: partesSchema,
  razoes: z.array(razaoSchema), alertas: z.array(z.object({ codigo: z.string(), mensagem: z.string() }).meta({ id: 'AlertaDaRecomendacao', description: 'O que olhar antes de tudo.' })),
  excluida: z.boolean().meta({ description: 'Uma palavra que a empresa exclui está nela.' }), exclusoes: z.array(z.object({ palavra: z.string(), trecho: z.string(), exclui: z.boolean().meta({ description: 'false: só é citada de passagem.' }) }).meta({ id: 'ExclusaoDaRecomendacao', description: 'Uma palavra que a empresa exclui, e onde está.' })),
  distanciaKm: z.number().nullable().meta({ description: 'Da empresa, ou do município pedido, em linha reta; null: não se sabe.' }),
  retorno: z.object({ retorno: z.enum(RETORNOS), motivo: z.enum(MOTIVOS).nullable() }).meta({ id: 'RetornoDado', description: 'O que a empresa disse dela.' }).nullable(),
}).meta({ id: 'Recomendacao', description: 'Uma licitação que combina com a empresa, e por quê.' });
export type RecomendacaoJson = z.infer<typeof recomendacaoSchema>;
export type RazaoJson = z.infer<typeof razaoSchema>;

export const recomendacoesSchema = z.object({
  itens: z.array(recomendacaoSchema), proximo: z.string().nullable().meta({ description: 'Cursor da próxima página; null na última.' }),
  total: z.int().meta({ description: 'Quantas há, com estes filtros.' }), agora: z.iso.datetime().meta({ description: 'O momento da lista.' }), calculadaEm: z.iso.datetime().meta({ description: 'Quando os casamentos desta empresa foram calculados por inteiro; as licitações que chegaram depois já estão na lista.' }),
  cortada: z.boolean().meta({ description: 'Há mais do que as que se guardam por empresa: as de menor score ficaram de fora.' }), semMunicipio: z.int().meta({ description: 'Fora da lista por não se saber o município delas; veja o parâmetro semMunicipio.' }),
}).meta({ id: 'Recomendacoes', description: 'As licitações que combinam com a empresa, da melhor à pior.' });
export type RecomendacoesJson = z.infer<typeof recomendacoesSchema>;
