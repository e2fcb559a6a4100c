import { z } from 'zod';
import { envelope, id, instante, link } from './payload-base.js';

const texto = (maximo: number) => z.string().max(maximo);
const dia = z.iso.date();

/** The tender an aviso speaks of: what people need to know which one it is. Nulls: unknown. */
const licitacaoDoAvisoSchema = z
  .object({
    licitacaoId: id.nullable().describe('Quando a organização guarda esta licitação.'),
    numeroControlePNCP: texto(60).nullable(),
    objeto: texto(500).nullable(), orgao: texto(200).nullable(), municipio: texto(100).nullable(), uf: texto(2).nullable(), modalidade: texto(60).nullable(),
    valorEstimado: texto(40).nullable().describe('Decimal, em reais; nulo quando desconhecido ou sigiloso.'),
    encerramentoPropostas: texto(40).nullable(),
  })
  .meta({ id: 'LicitacaoDoAviso', description: 'A licitação de que o aviso fala.' });

const porTipo = {
  recomendacao: { score: z.number().min(0).max(1).describe('O quanto o objeto casa com a empresa, de 0 a 1.'), motivos: z.array(texto(300)).max(5).describe('Por quê: o que da empresa casou com que palavras.') },
  prazo: {
    prazo: z
      .object({
        id: z.enum(['impugnacao', 'esclarecimento', 'propostas', 'sessao']), titulo: texto(100), vinculante: instante,
        fonte: z.enum(['edital', 'pncp', 'estimado']).describe('De onde vem a data; estimado: contada pela lei a partir da data do PNCP, confira no edital.'),
        onde: texto(300).nullable().describe('Documento e página.'), dispositivo: texto(100).nullable(),
        diasUteisRestantes: z.int().min(0),
      })
      .meta({ id: 'PrazoDoAviso', description: 'O prazo que se aproxima.' }),
  },
  certidao: {
    certidao: z.object({ tipo: texto(60), titulo: texto(120), validade: dia }).meta({ id: 'CertidaoDoAviso', description: 'A certidão que vence antes.' }),
    exigidaEm: dia.describe('Quando a licitação deve pedi-la.'),
  },
  mudanca: {
    mudancas: z.array(z.object({ campo: texto(60), titulo: texto(100), antes: texto(400).nullable(), depois: texto(400).nullable() }).meta({ id: 'MudancaDoAviso', description: 'Um campo que mudou, em textos prontos para mostrar.' })).min(1).max(50),
  },
} as const;
const avisoDe = <T extends keyof typeof porTipo>(tipo: T) => ({ tipo: z.literal(tipo), licitacao: licitacaoDoAvisoSchema, ...porTipo[tipo] });

/** What an aviso tells, by kind, without the ids and links of the event that carries it. */
export const avisoDadosSchema = z
  .discriminatedUnion('tipo', [
    z.object(avisoDe('recomendacao')).meta({ id: 'AvisoRecomendacao', description: 'Uma licitação que serve à empresa.' }), z.object(avisoDe('prazo')).meta({ id: 'AvisoPrazo', description: 'Um prazo perto.' }),
    z.object(avisoDe('certidao')).meta({ id: 'AvisoCertidao', description: 'Uma certidão que vence antes de ser pedida.' }), z.object(avisoDe('mudanca')).meta({ id: 'AvisoMudanca', description: 'Uma licitação que mudou.' }),
  ])
  .meta({ id: 'AvisoDados', description: 'O que se avisa, por tipo.' });
export type AvisoDados = z.infer<typeof avisoDadosSchema>;

const NOMES = { recomendacao: 'Recomendacao', prazo: 'Prazo', certidao: 'Certidao', mudanca: 'Mudanca' } as const;
const aviso = <T extends keyof typeof porTipo>(tipo: T, description: string) => {
  const dados = z.object({ avisoId: id, empresaId: id, ...avisoDe(tipo), links: z.object({ historico: link }) }).meta({ id: `EventoAviso${NOMES[tipo]}Dados`, description: 'O que se avisa, e a quem.' });
  return z.object({ ...envelope, tipo: z.literal(`aviso.${tipo}`), dados }).meta({ id: `EventoAviso${NOMES[tipo]}`, description });
};

/** The events that carry them, one for each kind. */
export const avisos = [
  aviso('recomendacao', 'Chegou uma licitação que serve a uma empresa.'), aviso('prazo', 'Um prazo de uma licitação acompanhada ou analisada está perto.'),
  aviso('certidao', 'Uma certidão da empresa vence antes de uma licitação pedi-la.'), aviso('mudanca', 'Uma licitação acompanhada ou analisada mudou.'),
] as const;
