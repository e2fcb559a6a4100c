/** Text of an edital of a fictional municipality, written for the tests; what a test is about is a parameter. */
export interface DadosEdital {
  readonly numero?: string;
  readonly titulo?: string;
  readonly sessao?: string;
  readonly hora?: string;
  readonly valor?: string;
  readonly validade?: string;
  readonly assinatura?: string;
  readonly itens?: readonly string[];
}

/** Five pages with the parts that every edital has. */
export function paginasDeEdital({ numero = '12/2026', titulo = '', sessao = '10/08/2026', hora = '9h', valor = '250.000,00', validade = '60 (sessenta)', assinatura = '', itens = [] }: DadosEdital = {}): string[] {
  return [
    `MUNICÍPIO DE PEDRA LISA\n${titulo ? `${titulo}\n` : ''}EDITAL DE PREGÃO ELETRÔNICO Nº ${numero}\nPROCESSO ADMINISTRATIVO Nº 77/2026\nO Município de Pedra Lisa torna público que realizará licitação na modalidade pregão, na forma eletrônica.\nOBJETO: aquisição de mobiliário escolar para a rede municipal de ensino, conforme este edital e seus anexos.\nDATA DA SESSÃO PÚBLICA: ${sessao} às ${hora} (horário de Brasília)\nVALOR TOTAL DA CONTRATAÇÃO: R$ ${valor}\nCRITÉRIO DE JULGAMENTO: menor preço por item\nMODO DE DISPUTA: aberto`,
    '1. DA PARTICIPAÇÃO\n1.1. Poderão participar deste edital os interessados do ramo do objeto.\n1.2. Não poderão disputar esta licitação os impedidos de contratar.\n2. DOS PEDIDOS DE ESCLARECIMENTO E DA IMPUGNAÇÃO\n2.1. Qualquer pessoa pode impugnar este edital até 3 (três) dias úteis antes da abertura do certame.',
    `3. DAS PROPOSTAS\n3.1. A validade da proposta será de ${validade} dias, contados da sessão pública.\n3.2. A etapa de envio de lances ocorrerá na forma deste edital.\n4. DA HABILITAÇÃO\n4.1. Habilitação jurídica, regularidade fiscal e qualificação técnica serão exigidas do vencedor, conforme o presente edital.`,
    '5. DOS RECURSOS\n5.1. A intenção de recorrer será manifestada na sessão, sob pena de preclusão.\n6. DA ADJUDICAÇÃO E DA HOMOLOGAÇÃO\n6.1. A autoridade adjudicará e homologará o objeto do edital.\n7. DAS SANÇÕES\n7.1. As sanções são as da Lei nº 14.133/2021.',
    `ANEXO I – TERMO DE REFERÊNCIA\n${itens.join('\n')}\nItem Descrição Unidade Quantidade\nAs carteiras terão tampo de MDF revestido, com estrutura de aço.${assinatura ? `\nPedra Lisa, ${assinatura}.` : ''}`,
  ];
}
