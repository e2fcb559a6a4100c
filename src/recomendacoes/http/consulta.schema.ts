import { DateTime } from 'luxon';
import { z } from 'zod';
import { paginacaoDe } from '../../http/index.js';
import { FUSO } from '../../kernel/index.js';
import type { Estado } from '../ordenar/tipos.js';

const UFS = 'AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO';
const ESTADOS = 'aberta|encerrada|suspensa|revogada|anulada';

/** `a,b,c`, each of them one of these. */
const lista = (um: string, esperado: string) => z.string().max(200).regex(new RegExp(`^(?:${um})(?:,(?:${um}))*$`), esperado);
const dinheiro = z.string().regex(/^\d{1,13}(?:\.\d{1,4})?$/, 'esperado um valor em reais, como 150000 ou 150000.50');
const sim = z.enum(['true', 'false']).transform((v) => v === 'true');
/** An instant; without offset it is Brasília's. `fim`: a day alone counts to its last second. */
const instante = (fim: boolean) =>
  z.string().max(40).transform((texto, ctx) => {
    const d = DateTime.fromISO(texto, { zone: FUSO });
    if (d.isValid && d.year >= 1990 && d.year <= 2200) return (fim && /^\d{4}-\d{2}-\d{2}$/.test(texto) ? d.endOf('day') : d).toMillis();
    ctx.addIssue({ code: 'custom', message: 'esperado um dia ou um instante ISO 8601, como 2026-11-23 ou 2026-11-23T10:00:00-03:00' });
    return z.NEVER;
  });

/** `?…` of the recommendations. */
export const recomendacoesQuery = paginacaoDe('rec').extend({
  agora: instante(false).optional().meta({ description: 'Momento simulado (ISO 8601; sem fuso, o de Brasília): a lista como seria nele. Ausente: agora. As páginas seguintes usam o da primeira.' }),
  uf: lista(UFS, 'esperadas siglas separadas por vírgula, como SC,PR').transform((v) => v.split(',')).optional().meta({ description: 'UFs, separadas por vírgula.' }),
  municipio: z.string().regex(/^\d{7}$/, 'esperado o código do IBGE, de 7 dígitos').optional().meta({ description: 'Código do IBGE: só neste município, ou a até `km` dele.' }),
  km: z.coerce.number().min(0).max(5000).optional().meta({ description: 'Raio em linha reta; sem `municipio`, em volta do da empresa.' }),
  semMunicipio: sim.optional().meta({ description: 'Com `municipio` ou `km`: true mostra também as de município desconhecido, que de outro modo só são contadas.' }),
  modalidade: lista('\\d{1,2}', 'esperados códigos do PNCP separados por vírgula, como 6,8').transform((v) => v.split(',').map(Number)).optional().meta({ description: 'Códigos de modalidade do PNCP, separados por vírgula (6: pregão eletrônico).' }),
  valorMin: dinheiro.optional().meta({ description: 'Valor estimado mínimo, em R$. As de valor desconhecido ficam, a menos que `comValor=true`.' }),
  valorMax: dinheiro.optional().meta({ description: 'Valor estimado máximo, em R$.' }),
  comValor: sim.optional().meta({ description: 'true: só as que dizem o valor.' }),
  encerraDe: instante(false).optional().meta({ description: 'Recebem propostas até este dia ou instante, ou depois dele.' }),
  encerraAte: instante(true).optional().meta({ description: 'Recebem propostas até, no máximo, este dia ou instante.' }),
  situacao: lista(ESTADOS, 'esperadas situações separadas por vírgula, como aberta,suspensa').transform((v) => v.split(',') as Estado[]).optional().meta({ description: 'aberta (o padrão), encerrada (recentemente), suspensa, revogada, anulada; separadas por vírgula.' }),
  incluirExcluidas: sim.optional().meta({ description: 'true: mostra, no fim, as que uma palavra da empresa exclui, e a palavra.' }),
  incluirDescartadas: sim.optional().meta({ description: 'true: mostra também aquelas de que a empresa disse `nao_interessa`.' }),
  minimo: z.coerce.number().min(0).max(100).optional().meta({ description: 'Score mínimo, de 0 a 100.' }),
});
export type RecomendacoesQuery = z.infer<typeof recomendacoesQuery>;
