import { z } from 'zod';

const periodoSchema = z.object({
  desde: z.iso.date().meta({ description: 'Primeiro dia, em UTC.' }),
  chamadas: z.int().meta({ description: 'Feitas a modelos, também as que falharam. O que já estava guardado não conta.' }),
  tokensEntrada: z.int(),
  tokensSaida: z.int(),
  custoUsd: z.string().meta({ description: 'Em dólares, das chamadas cujo preço se conhece.' }),
  chamadasSemPreco: z.int().meta({ description: 'Chamadas a modelos cujo preço não se conhece (ALICIT_PRECO_*): não estão em `custoUsd`.' }),
}).meta({ id: 'UsoDeModelosNoPeriodo', description: 'Chamadas a modelos de um período.' });

export const usoDeModelosSchema = z.object({
  configurado: z.boolean().meta({ description: 'Se há um modelo configurado; sem ele, tudo funciona por regras e por palavras.' }),
  hoje: periodoSchema,
  mes: periodoSchema,
  orcamento: z.object({
    limite: z.int().meta({ description: 'Tokens por dia (ALICIT_ORCAMENTO_ORGANIZACAO).' }),
    usado: z.int().meta({ description: 'Hoje. Um token de vetor conta como um décimo.' }),
    restante: z.int(),
    renovaEm: z.iso.datetime().meta({ description: 'Meia-noite UTC.' }),
  }).meta({ id: 'OrcamentoDeModelos', description: 'O orçamento da organização para hoje.' }),
}).meta({ id: 'UsoDeModelos', description: 'O que a organização usou de modelos, e quanto ainda pode usar hoje.' });

export type UsoDeModelos = z.infer<typeof usoDeModelosSchema>;
