import { describe, expect, it } from '@jest/globals';
import type { DocumentoLido } from '../../../src/editais/domain/documento.js';
import type { Mudanca } from '../../../src/editais/domain/mudanca.js';
import { montarConjunto } from '../../../src/editais/em-vigor/montar-conjunto.js';
import { readItens } from '../../../src/editais/itens/index.js';
import { documentoDe } from '../../support/texto-edital.js';

const doc = (paginas: readonly string[], nome: string): DocumentoLido => ({ ...documentoDe(paginas, nome), sha256: nome.padStart(64, '0') });
const mudancas = (...documentos: DocumentoLido[]): readonly Mudanca[] => montarConjunto(documentos, { readItens: (t) => readItens(t.partes, t).itens }).emVigor!.mudancas;
const resumo = (lista: readonly Mudanca[]) => lista.map((m) => [m.campo, m.de, m.para, m.evidenciaDe && [m.evidenciaDe.documento, m.evidenciaDe.pagina], m.evidenciaPara && [m.evidenciaPara.documento, m.evidenciaPara.pagina]]);

interface Valores {
  readonly titulo?: string;
  readonly sessao?: string;
  readonly fim?: string;
  readonly validade?: string;
  readonly pagamento?: string;
  readonly falencia?: string;
  readonly alvara?: boolean;
  readonly itens?: readonly string[];
}

/** An edital of a county that does not exist, written for these tests. */
const edital = (nome: string, { titulo = '', sessao = '14/09/2031 às 9h', fim = '14/09/2031, até as 8h30min', validade = '60 (sessenta)', pagamento = '20 (vinte)', falencia = '', alvara = true, itens = ITENS }: Valores = {}): DocumentoLido =>
  doc([
    `CONDADO DE VALE DO LIMOEIRO\n${titulo ? `${titulo}\n` : ''}EDITAL DE PREGÃO ELETRÔNICO Nº 41/2031\nPROCESSO ADMINISTRATIVO Nº 300/2031\nO Condado torna público que fará licitação na modalidade pregão, na forma eletrônica.\nOBJETO: aquisição de móveis de aço para as escolas, conforme este edital e seus anexos.\nDATA DA SESSÃO PÚBLICA: ${sessao} (horário de Brasília)\nRECEBIMENTO DAS PROPOSTAS: até o dia ${fim}\nCRITÉRIO DE JULGAMENTO: menor preço por item\nMODO DE DISPUTA: aberto`,
    '1. DA PARTICIPAÇÃO\n1.1. Poderão participar deste edital as empresas do ramo do objeto.\n1.2. Não poderão disputar esta licitação os impedidos de contratar.\n2. DOS ESCLARECIMENTOS E DA IMPUGNAÇÃO\n2.1. Qualquer pessoa pode impugnar este edital até 3 (três) dias úteis antes da abertura do certame.\n3. DA PROPOSTA\n3.1. O prazo de validade da proposta não será inferior a ' + validade + ' dias, a contar da data de sua apresentação.\n3.2. A etapa de envio de lances ocorrerá na forma deste edital.',
    `4. DA HABILITAÇÃO\n4.1. Habilitação jurídica\na) Ato constitutivo, estatuto ou contrato social em vigor, registrado na Junta Comercial;\n4.2. Regularidade fiscal e trabalhista\na) Prova de inscrição no CNPJ;\nb) Certificado de Regularidade do FGTS;\n4.3. Qualificação técnica\na) Atestado de capacidade técnica que comprove o fornecimento de móveis;\n${alvara ? 'b) Alvará de funcionamento expedido pelo município da sede da licitante;\n' : ''}4.4. Qualificação econômico-financeira\na) Certidão negativa de falência expedida pelo distribuidor da sede da licitante${falencia};`,
    `5. DOS RECURSOS\n5.1. A intenção de recorrer será manifestada na sessão pública, sob pena de preclusão.\n6. DA ADJUDICAÇÃO E DA HOMOLOGAÇÃO\n6.1. A autoridade adjudicará e homologará o objeto deste edital.\n7. DO PAGAMENTO\n7.1. O pagamento será feito em até ${pagamento} dias, contados do recebimento da nota fiscal.`,
    `ANEXO I – TERMO DE REFERÊNCIA\n1. DO OBJETO\nItem Descrição Unidade Quantidade Valor unitário Valor total\n${itens.join('\n')}\nOs móveis terão garantia de fábrica.`,
  ], nome);

const ITENS = ['1 Armário de aço com quatro prateleiras UN 40 R$ 900,00 R$ 36.000,00', '2 Arquivo de aço com quatro gavetas UN 25 R$ 800,00 R$ 20.000,00', '3 Estante desmontável de aço UN 60 R$ 300,00 R$ 18.000,00'];
const original = edital('Edital.pdf');
const ERRATA = (texto: string, titulo = 'ERRATA Nº 1', nome = 'Errata.pdf'): DocumentoLido => doc([`CONDADO DE VALE DO LIMOEIRO\n${titulo}\nPREGÃO ELETRÔNICO Nº 41/2031\n${texto}\nVale do Limoeiro, 2 de setembro de 2031.`], nome);

describe('what an amendment changed: exactly that, with both texts', () => {
  it('nothing between two copies', () => {
    expect(mudancas(original, edital('Edital retificado.pdf', { titulo: 'EDITAL RETIFICADO' }))).toEqual([]);
  });

  it('a whole re-issue with three values', () => {
    const novo = edital('Novo.pdf', { titulo: 'EDITAL RETIFICADO', sessao: '28/09/2031 às 9h', validade: '90 (noventa)', pagamento: '30 (trinta)' });
    expect(resumo(mudancas(original, novo))).toEqual([
      ['sessao_abertura', '14/09/2031 às 09:00', '28/09/2031 às 09:00', ['Edital.pdf', 1], ['Novo.pdf', 1]],
      ['validade_proposta_dias', '60', '90', ['Edital.pdf', 2], ['Novo.pdf', 2]],
      ['pagamento_prazo', '20 dias', '30 dias', ['Edital.pdf', 4], ['Novo.pdf', 4]],
    ]);
  });

  it('an errata of pairs: the edital is quoted where it said so', () => {
    const e = ERRATA('Onde se lê:\n“O prazo de validade da proposta não será inferior a 60 (sessenta) dias, a contar da data de sua apresentação.”\nLeia-se:\n“O prazo de validade da proposta não será inferior a 120 (cento e vinte) dias, a contar da data de sua apresentação.”\nOnde se lê: “Os móveis terão garantia de fábrica.”\nLeia-se: “Os móveis terão garantia de fábrica de vinte e quatro meses.”');
    expect(resumo(mudancas(original, e))).toEqual([
      ['validade_proposta_dias', '60', '120', ['Edital.pdf', 2], ['Errata.pdf', 1]],
      ['texto', 'Os móveis terão garantia de fábrica.', 'Os móveis terão garantia de fábrica de vinte e quatro meses.', ['Edital.pdf', 5], ['Errata.pdf', 1]],
    ]);
  });

  it('a notice that postpones', () => {
    const e = ERRATA('O pregoeiro comunica que a abertura da sessão pública, antes marcada, fica adiada para o dia 30/09/2031 às 14h.', 'AVISO DE ADIAMENTO', 'Aviso.pdf');
    expect(resumo(mudancas(original, e))).toEqual([['sessao_abertura', '14/09/2031 às 09:00', '30/09/2031 às 14:00', ['Edital.pdf', 1], ['Aviso.pdf', 1]]]);
  });

  it('the quantity and the price of an item', () => {
    const novo = edital('Novo.pdf', { titulo: 'EDITAL RETIFICADO', itens: [ITENS[0]!, '2 Arquivo de aço com quatro gavetas UN 35 R$ 780,00 R$ 27.300,00', ITENS[2]!] });
    expect(resumo(mudancas(original, novo))).toEqual([
      ['itens', 'item 2: 25 UN, unitário R$ 800,00, total R$ 20.000,00', 'item 2: 35 UN, unitário R$ 780,00, total R$ 27.300,00', ['Edital.pdf', 5], ['Novo.pdf', 5]],
      ['itens', 'soma dos itens R$ 74.000,00', 'soma dos itens R$ 81.300,00', null, null],
    ]);
  });

  it('a requirement that is no longer asked, in a re-issue', () => {
    expect(resumo(mudancas(original, edital('Novo.pdf', { titulo: 'EDITAL RETIFICADO', alvara: false })))).toEqual([
      ['exigencias', 'Alvará de funcionamento expedido pelo município da sede da licitante;', null, ['Edital.pdf', 3], null],
    ]);
  });

  it('a requirement taken out by the number of its clause, in an errata', () => {
    expect(resumo(mudancas(original, ERRATA('Exclui-se a exigência do item 4.3, alínea “b”, do edital.')))).toEqual([
      ['exigencias', 'Alvará de funcionamento expedido pelo município da sede da licitante;', null, ['Edital.pdf', 3], ['Errata.pdf', 1]],
    ]);
  });

  it('a clause with a new wording', () => {
    const [m, ...outras] = mudancas(original, ERRATA('O item 6.1 passa a vigorar com a seguinte redação: “6.1. O prefeito adjudicará e homologará o objeto deste edital”.'));
    expect(outras).toEqual([]);
    expect(m).toMatchObject({ de: 'A autoridade adjudicará e homologará o objeto deste edital.', para: expect.stringContaining('O prefeito adjudicará'), evidenciaDe: { documento: 'Edital.pdf', pagina: 4 }, evidenciaPara: { documento: 'Errata.pdf', pagina: 1 } });
  });

  it('the age of a certificate is the fact, not the requirement again', () => {
    expect(mudancas(original, edital('Novo.pdf', { titulo: 'EDITAL RETIFICADO', falencia: ', emitida há no máximo 90 (noventa) dias' })).map((m) => m.campo)).toEqual(['falencia_validade_dias']);
  });
});
