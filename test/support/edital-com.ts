/**
 * A whole notice, invented, with one stretch of it left to the test: a field is read as it is in a real set, among a
 * cover, numbered sections and the model's clauses that must not be taken for it.
 */
export type Lugar = 'capa' | 'preambulo' | 'participacao' | 'proposta' | 'lances' | 'julgamento' | 'habilitacao' | 'impugnacao' | 'sancoes' | 'contrato' | 'final' | 'tr' | 'minuta';

export interface OpcoesEdital {
  /** Title of the cover; default: an electronic pregão. */
  readonly titulo?: string;
  /** Name in the preamble; default: a small municipality. */
  readonly orgao?: string;
  readonly preambulo?: string;
  /** Statement of the object. */
  readonly objeto?: string;
  /** Without the lines of the cover that a test of the cover brings itself. */
  readonly semCapa?: boolean;
}

const secao = (titulo: string, ...clausulas: (string | undefined)[]): string => [titulo, ...clausulas.filter(Boolean)].join('\n');

/** Pages of the notice with `texto` in the section `lugar`. */
export function editalCom(lugar: Lugar, texto: string, o: OpcoesEdital = {}): string[] {
  const em = (l: Lugar): string | undefined => (l === lugar ? texto : undefined);
  const titulo = o.titulo ?? 'EDITAL DE PREGÃO ELETRÔNICO Nº 047/2026';
  const orgao = o.orgao ?? 'MUNICÍPIO DE SERRA AZUL DO NORTE';
  const objeto = o.objeto ?? 'contratação de empresa para prestação de serviços de limpeza e conservação predial';
  return [
    [titulo, ...(o.semCapa ? [] : ['PROCESSO ADMINISTRATIVO Nº 1.233/2026']), em('capa') ?? '', o.preambulo ?? `O ${orgao}, por meio da Secretaria de Administração, torna público aos interessados que realizará licitação, nos termos da Lei nº 14.133, de 1º de abril de 2021.`, em('preambulo') ?? ''].filter(Boolean).join('\n'),
    [
      secao('1. DO OBJETO', `1.1. O objeto da presente licitação é a ${objeto}, conforme condições estabelecidas neste Edital e seus anexos.`),
      secao('2. DA PARTICIPAÇÃO', '2.1. Poderão participar os interessados cujo ramo de atividade seja compatível com o objeto.', em('participacao'), '2.9. Não poderão disputar esta licitação aqueles que não atendam às condições deste Edital.'),
      secao('3. DA PROPOSTA', '3.1. Nos valores propostos estarão inclusos todos os custos diretos e indiretos.', em('proposta'), '3.9. O licitante que deixar de manter a proposta perderá a garantia de proposta, quando exigida.'),
      secao('4. DOS LANCES', '4.1. Os licitantes poderão oferecer lances sucessivos, observadas as regras do sistema.', em('lances')),
    ].join('\n'),
    [
      secao('5. DO JULGAMENTO', '5.1. Encerrada a etapa de lances, o pregoeiro examinará a proposta classificada em primeiro lugar.', em('julgamento'), '5.9. Será desclassificada a proposta que contiver vícios insanáveis ou que apresentar amostra em desacordo, caso exigida.'),
      secao('6. DA HABILITAÇÃO', '6.1. Os documentos de habilitação serão exigidos do licitante vencedor.', em('habilitacao'), '6.9. Na análise dos documentos poderão ser sanados erros que não alterem a substância.'),
      secao('7. DA IMPUGNAÇÃO E DOS ESCLARECIMENTOS', '7.1. As respostas serão divulgadas em sítio eletrônico oficial em até 3 (três) dias úteis.', em('impugnacao')),
      secao('8. DAS SANÇÕES', '8.1. Comete infração o licitante que deixar de entregar documento ou fraudar a licitação, inclusive na ata de registro de preços.', em('sancoes')),
      secao('9. DA CONTRATAÇÃO', '9.1. Homologado o resultado, o adjudicatário será convocado.', em('contrato')),
      secao('10. DISPOSIÇÕES FINAIS', '10.1. Os casos omissos serão decididos pela autoridade competente.', em('final')),
    ].join('\n'),
    [secao('ANEXO I – TERMO DE REFERÊNCIA', '1. JUSTIFICATIVA', '1.1. A demanda decorre do planejamento anual do órgão, que não pode ser interrompido.', em('tr'))].join('\n'),
    [secao('ANEXO II – MINUTA DE CONTRATO', 'CLÁUSULA PRIMEIRA – DAS PARTES', 'O CONTRATANTE e a CONTRATADA celebram o presente contrato, que se regerá pelas cláusulas seguintes.', em('minuta'), 'CLÁUSULA DÉCIMA – DO FORO', 'Fica eleito o foro da comarca.')].join('\n'),
  ];
}
