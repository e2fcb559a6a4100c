import { z } from 'zod';
import { ROTAS_SINC } from './domain/janela.js';
import type { Completude } from './domain/resumo.js';
import { MAX_PENDENTES, type EstadoSincronizacao } from './estado.service.js';

const instante = z.iso.datetime().meta({ description: 'Instante ISO 8601 em UTC.' });
const dia = z.iso.date().meta({ description: 'Dia de Brasília, AAAA-MM-DD.' });
const rota = z.enum(ROTAS_SINC).meta({ description: 'A lista do PNCP: publicacao (novas), atualizacao (o que mudou), proposta (recebendo propostas).' });
const modalidade = z.int().meta({ description: 'Número da modalidade no PNCP: 6 é pregão eletrônico, 8 é dispensa…' });
const uf = z.string().nullable().meta({ description: 'Sigla do estado; null: todos, pedidos juntos.' });

const completudeSchema = z.object({
  rota, modalidade, uf, de: dia, ate: dia,
  dias: z.int().meta({ description: 'Dias pedidos.' }), diasCompletos: z.int().meta({ description: 'Dias em que está provado que veio tudo.' }),
  completude: z.number().min(0).max(1).meta({ description: 'diasCompletos ÷ dias, arredondado para baixo: 1 só quando nada falta.' }),
  registros: z.int().meta({ description: 'Soma dos totais que o PNCP informou em cada janela.' }),
  janelas: z.object({ fechadas: z.int(), abertas: z.int(), lacunas: z.int() }).meta({ description: 'Pedaços do período: provados completos, por ler, e os que não puderam ser lidos inteiros.' }),
  lidaEm: instante.nullable().meta({ description: 'Momento da lista mais nova provada completa; null: nenhuma ainda.' }),
  idadeS: z.int().nullable().meta({ description: 'Segundos desde lidaEm.' }),
}).meta({ id: 'CompletudeSincronizacao', description: 'Quão completa e quão nova é a lista de uma modalidade.' });

const execucaoSchema = z.object({
  tipo: z.enum(['janelas', 'complementos']).meta({ description: 'janelas: as listas; complementos: itens e arquivos.' }),
  motivo: z.string().meta({ description: 'agenda, agenda_funda ou comando.' }), estado: z.enum(['executando', 'concluida', 'interrompida', 'falhou']),
  iniciadaEm: instante, terminadaEm: instante.nullable(), erro: z.string().nullable().meta({ description: 'Código do que a encerrou; null quando terminou ou foi parada a pedido.' }),
  numeros: z.record(z.string(), z.int()).meta({ description: 'O que fez até agora: janelas, fechadas, lacunas, paginas, falhas, registros, novas, mudadas, invalidos, complementos, itens, arquivos, semComplemento.' }),
}).meta({ id: 'ExecucaoSincronizacao', description: 'Uma sincronização em curso ou terminada.' });

const lacunaSchema = z.object({
  rota, modalidade, uf, de: dia, ate: dia, erro: z.string().meta({ description: 'Por que não pôde ser lida inteira: pagina_falha, lista_instavel, partes_nao_somam…' }),
  vezes: z.int().meta({ description: 'Quantas vezes já terminou assim.' }), proximaEm: instante.meta({ description: 'Quando se tenta de novo.' }),
}).meta({ id: 'LacunaSincronizacao', description: 'O que falta: pode haver licitações que não vieram.' });

/** `GET /v1/sincronizacao`. */
export const sincronizacaoSchema = z.object({
  ativa: z.boolean().meta({ description: 'Se este processo sincroniza sozinho (ALICIT_SINCRONIZA=1).' }),
  lidaEm: instante.nullable(), idadeS: z.int().nullable().meta({ description: 'Segundos desde a leitura mais nova de qualquer lista; null: nenhuma.' }),
  completude: z.array(completudeSchema),
  lacunas: z.object({ total: z.int(), primeiras: z.array(lacunaSchema).meta({ description: 'As dos dias mais novos, até 50.' }) }),
  complementos: z.array(z.object({ parte: z.enum(['itens', 'arquivos']), pendentes: z.int().meta({ description: `Licitações por buscar, contadas até ${MAX_PENDENTES} no total.` }), comErro: z.int().meta({ description: 'Das pendentes, as que já falharam ou que o PNCP ainda não tem.' }) })),
  erros: z.array(z.object({ codigo: z.string(), vezes: z.int(), em: instante.meta({ description: 'A última vez.' }) })).meta({ description: 'Das últimas dez execuções, do mais recente ao mais antigo.' }),
  execucoes: z.array(execucaoSchema).meta({ description: 'As últimas dez, da mais nova à mais antiga.' }),
}).meta({ id: 'Sincronizacao', description: 'O estado da cópia das licitações do PNCP.' });
export type SincronizacaoJson = z.infer<typeof sincronizacaoSchema>;

const toCompletude = ({ lidaEm, janelas, ...c }: Completude) => ({ ...c, janelas: { ...janelas }, lidaEm: lidaEm?.toISOString() ?? null });

export const toSincronizacaoJson = (e: EstadoSincronizacao, agora: Date): SincronizacaoJson => ({
  ativa: e.ativa, lidaEm: e.lidaEm?.toISOString() ?? null, idadeS: e.lidaEm && Math.max(0, Math.round((agora.getTime() - e.lidaEm.getTime()) / 1000)),
  completude: e.completude.map(toCompletude),
  lacunas: { total: e.lacunas.total, primeiras: e.lacunas.primeiras.map((l) => ({ ...l, proximaEm: l.proximaEm.toISOString() })) },
  complementos: [...e.complementos],
  erros: Object.entries(e.erros).map(([codigo, x]) => ({ codigo, ...x })).sort((a, b) => (a.em > b.em ? -1 : 1)),
  execucoes: e.execucoes.map((x) => ({ ...x, numeros: x.numeros as Record<string, number>, iniciadaEm: x.iniciadaEm.toISOString(), terminadaEm: x.terminadaEm?.toISOString() ?? null })),
});
