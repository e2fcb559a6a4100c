import { z } from 'zod';
import { evidenciaDoDocumentoSchema } from './leitura.schema.js';

const PORTES = ['mei', 'me', 'epp', 'demais'] as const;
const TIPOS_DOCUMENTO = ['cnd_federal', 'cnd_estadual', 'cnd_municipal', 'crf_fgts', 'cndt', 'certidao_falencia', 'contrato_social', 'cartao_cnpj', 'inscricao_estadual', 'inscricao_municipal', 'balanco', 'atestado', 'registro_conselho', 'certidao_simplificada', 'sicaf', 'licenca', 'outro'] as const;

/** How values are written: as answers give them, or as clients may send them. */
interface Escrita {
  readonly sufixo: '' | 'Entrada';
  /** Money, quantities, ratios. */
  readonly numero: z.ZodType<string | number>;
  readonly dia: z.ZodType<string>;
  readonly booleano: z.ZodType<boolean | string>;
  readonly textos: z.ZodType<string | string[]>;
  opcao(valores: readonly [string, ...string[]]): z.ZodType<string>;
}

const SAIDA: Escrita = {
  sufixo: '', numero: z.string().meta({ description: 'Decimal em texto, como "1860573.88".' }), dia: z.iso.date(), booleano: z.boolean(), textos: z.array(z.string()), opcao: (valores) => z.enum(valores),
};
/** As tolerant as `parseEmpresa` is. */
const ENTRADA: Escrita = {
  sufixo: 'Entrada', numero: z.union([z.string(), z.number()]).meta({ description: 'Número, ou texto como "R$ 1.000,00", "12,5%" ou "1000.00".' }),
  dia: z.string().meta({ description: '"2026-11-30" ou "30/11/2026".' }), booleano: z.union([z.boolean(), z.string()]).meta({ description: 'true, false, "sim" ou "não".' }),
  textos: z.union([z.array(z.string()), z.string()]).meta({ description: 'Lista, ou um texto separado por vírgulas.' }),
  opcao: (valores) => z.string().meta({ description: `Um destes, ou outro nome pelo qual é conhecido: ${valores.join(', ')}.` }),
};

const dadosDoDocumento = (e: Escrita) => ({
  tipo: e.opcao(TIPOS_DOCUMENTO), descricao: z.string().optional(), emissao: e.dia.optional(),
  validade: e.dia.nullable().optional().meta({ description: 'Último dia em que vale; null: não vence; ausente: não se sabe.' }), uf: z.string().optional(), municipio: z.string().optional(),
  resultado: e.opcao(['negativa', 'positiva_com_efeitos_de_negativa', 'positiva']).optional().meta({ description: 'O que a certidão diz; uma positiva não atende a exigência nenhuma.' }),
  prova: evidenciaDoDocumentoSchema.optional(),
});

function perfil(e: Escrita) {
  const documento = z.object(dadosDoDocumento(e)).meta({ id: `DocumentoEmpresa${e.sufixo}`, description: 'Documento ou certidão da empresa.' });
  const item = {
    produto: z.object({ descricao: z.string(), unidade: z.string().optional(), custoUnitario: e.numero.optional(), palavras: e.textos.optional() }).meta({ id: `ProdutoOuServico${e.sufixo}`, description: 'Algo que a empresa fornece.' }),
    atestado: z.object({ descricao: z.string(), quantidade: e.numero.optional(), unidade: z.string().optional(), valor: e.numero.optional(), ano: z.int().optional(), emissor: z.string().optional() }).meta({ id: `AtestadoEmpresa${e.sufixo}`, description: 'Um atestado de capacidade técnica.' }),
    profissional: z.object({ nome: z.string().optional(), conselho: z.string(), titulo: z.string().optional(), vinculo: z.string().optional() }).meta({ id: `ProfissionalEmpresa${e.sufixo}`, description: 'Um profissional da equipe, com o registro dele.' }),
    sancao: z.object({ tipo: e.opcao(['impedimento', 'inidoneidade', 'suspensao']), enteSancionador: z.string(), esfera: e.opcao(['federal', 'estadual', 'municipal']).optional(), uf: z.string().optional(), municipio: z.string().optional(), inicio: e.dia, fim: e.dia.optional() }).meta({ id: `SancaoEmpresa${e.sufixo}`, description: 'Uma sanção aplicada à empresa.' }),
  };
  return z.object({
    cnpj: z.string().meta({ description: 'Com ou sem máscara; nas respostas, 14 caracteres sem máscara.' }), razaoSocial: z.string().optional(),
    descricao: z.string().meta({ description: 'O que a empresa faz e vende.' }), porte: e.opcao(PORTES).optional(),
    contratosPublicosNoAno: e.numero.optional(), receitaBrutaAnual: e.numero.optional(), naturezaJuridica: z.string().optional(), dataAbertura: e.dia.optional(), cnaes: e.textos.optional(),
    produtos: z.array(item.produto).optional(), palavrasExcluidas: e.textos.optional(), uf: z.string().optional(), municipio: z.string().optional(), capitalSocial: e.numero.optional(), patrimonioLiquido: e.numero.optional(),
    indices: z.object({ liquidezGeral: e.numero.optional(), solvenciaGeral: e.numero.optional(), liquidezCorrente: e.numero.optional(), endividamento: e.numero.optional() }).optional(),
    balancos: z.array(z.int()).optional().meta({ description: 'Exercícios que a empresa tem, como 2025.' }), documentos: z.array(documento).optional(), atestados: z.array(item.atestado).optional(),
    profissionais: z.array(item.profissional).optional(), sancoes: z.array(item.sancao).optional(), semImpedimentosArt14: e.booleano.optional(),
    margemMinimaPct: e.numero.optional(), tributosPct: e.numero.optional(), custosIndiretosPct: e.numero.optional(), custoDiretoTotal: e.numero.optional(), capitalDeGiro: e.numero.optional(),
    aceitaConsorcio: e.booleano.optional(), plataformas: e.textos.optional(), diasParaProposta: z.int().optional(), ufsDeInteresse: e.textos.optional(),
    valorMin: e.numero.optional().meta({ description: 'Menor valor de licitação que interessa, em reais.' }), valorMax: e.numero.optional().meta({ description: 'Maior valor de licitação que interessa, em reais.' }),
  });
}

/** A profile in an answer: what `Empresa` is. */
export const perfilSchema = perfil(SAIDA).meta({ id: 'PerfilEmpresa', description: 'O que a empresa conta de si. O que falta só é pedido onde importa a uma decisão.' });
/** A profile as clients may write it. Documents the body; `parseEmpresa` reads it. */
export const perfilEntradaSchema = perfil(ENTRADA).meta({ id: 'PerfilEmpresaEntrada', description: 'O perfil como a empresa o escreve; só cnpj e descricao são obrigatórios. Campos desconhecidos viram avisos.' });
/** A merge patch of a profile. */
export const perfilMudancaSchema = perfil(ENTRADA).partial().meta({ id: 'PerfilEmpresaMudanca', description: 'Só os campos a mudar (RFC 7396): null apaga o campo; listas são trocadas inteiras.' });
/** Fields of a stored document's data, in answers and in requests. */
export const documentoSaida = dadosDoDocumento(SAIDA);
export const documentoEntradaSchema = z.object(dadosDoDocumento(ENTRADA)).meta({ id: 'DocumentoEmpresaDados', description: 'Dados do documento. Com arquivo, use multipart/form-data: este JSON no campo dados e o arquivo no campo arquivo.' });
