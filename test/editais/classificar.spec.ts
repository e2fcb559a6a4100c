import { describe, expect, it } from '@jest/globals';
import { classifyDocumento } from '../../src/editais/classificar.js';
import type { ClasseDocumento, DocumentoLido } from '../../src/editais/domain/documento.js';
import { documentoDe } from '../support/texto-edital.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';

const edital = paginasDeEdital();
const longo = [...edital, ...edital, ...edital];
const cabecalho = 'ESTADO DE MINAS GERAIS\nPREFEITURA DE PEDRA LISA\nRua Um, 10 – Centro\n';
const CONTRATO = 'CONTRATANTE: Município de Pedra Lisa. CONTRATADA: ________.\nCLÁUSULA PRIMEIRA – DO OBJETO\nMobiliário.\nCLÁUSULA SEGUNDA – DO PREÇO\nAs partes elegem o foro de Pedra Lisa.';

const CASOS: readonly [string, ClasseDocumento, readonly string[]][] = [
  ['an edital', 'edital', edital],
  ['an edital whose title is only the modality', 'edital', longo.map((p, i) => (i ? p : p.replace('EDITAL DE PREGÃO ELETRÔNICO Nº 12/2026', 'PREGÃO ELETRÔNICO')))],
  ['a notice that carries the whole edital', 'edital', [`${cabecalho}AVISO DE LICITAÇÃO\nPregão eletrônico 12/2026`, ...edital]],
  ['an errata that carries the whole edital', 'edital', [`${cabecalho}ERRATA EDITAL Nº 12/2026`, ...longo]],
  ['a direct contracting notice, which stands for an edital', 'edital', [`AVISO DE DISPENSA ELETRÔNICA Nº 3/2026\nO Município torna público que receberá propostas até a abertura da sessão.`, 'Poderão participar deste Aviso os interessados. Modo de disputa: aberto.', 'Habilitação jurídica e regularidade fiscal.']],
  ['a short notice', 'aviso', [`${cabecalho}AVISO DE LICITAÇÃO\nPregão Eletrônico nº 12/2026. Objeto: mobiliário. Abertura: 10/08/2026 às 9h.`]],
  ['a page that calls itself edital and only announces one', 'aviso', ['EDITAL DE LICITAÇÃO Nº 12/2026\nO edital completo está no portal.']],
  ['an errata', 'errata', [`${cabecalho}1ª RETIFICAÇÃO DO EDITAL\nOnde se lê: 9h. Leia-se: 10h.`]],
  ['a communiqué with corrections', 'errata', ['COMUNICADO Nº 2\nNo item 4, onde se lê “30 dias”, leia-se “45 dias”.']],
  ['a communiqué', 'outro', ['COMUNICADO\nInformamos que o telefone mudou.']],
  ['a termo de referência', 'tr', [`${cabecalho}TERMO DE REFERÊNCIA\n1. OBJETO\nMobiliário.`]],
  ['an annex that is one', 'tr', ['ANEXO I – TERMO DE REFERÊNCIA\n1. DO OBJETO']],
  ['one without a title', 'tr', ['Solicitamos abrir licitação.\nObrigações da contratada: entregar.\nFiscalização do contrato: servidor.\nPrazo de entrega: 30 dias.\nEste termo de referência rege a compra.']],
  ['an ETP', 'etp', [`${cabecalho}ESTUDO TÉCNICO PRELIMINAR – ETP\n1. Necessidade`]],
  ['a demand document', 'dfd', ['DOCUMENTO DE FORMALIZAÇÃO DA DEMANDA – DFD\nSetor: Educação']],
  ['a draft contract', 'minuta', [`ANEXO III – MINUTA DE CONTRATO\n${CONTRATO}`]],
  ['a contract without a title', 'minuta', [`RESUMO\n${CONTRATO}`]],
  ['minutes of a session', 'ata', ['ATA DA SESSÃO PÚBLICA\nPREGÃO ELETRÔNICO Nº 12/2026\nÀs 9h reuniu-se o pregoeiro.']],
  ['a technical opinion', 'parecer', ['PARECER TÉCNICO Nº 4\nPregão 12/2026']],
  ['a corrected opinion', 'parecer', ['RETIFICAÇÃO DE PARECER – PREGÃO Nº 12/2026\nO parecer anterior foi retificado.']],
  ['a result', 'resultado', ['VENCEDORES DO PROCESSO\nPREGÃO ELETRÔNICO Nº 12/2026']],
  ['a ranking without a title', 'resultado', ['Razão Social Documento Oferta inicial Oferta final\n1 MOVEIS LTDA 10,00 9,00\nVencedor: MOVEIS LTDA\nDesclassificada: OUTRA LTDA']],
  ['a list of items', 'planilha', ['RELAÇÃO DE ITENS – PREGÃO ELETRÔNICO Nº 90012/2026\n1 – Carteira escolar']],
  ['a table of prices without a title', 'planilha', ['Item Descrição Unidade Quantidade Valor\n1 Mesa UN 10 1.000,00\n2 Cadeira UN 20 900,00']],
  ['something else', 'outro', ['Mapa de riscos da contratação.']],
];

describe('classifyDocumento', () => {
  it.each(CASOS)('%s is %s', (_, classe, paginas) => {
    const c = classifyDocumento(documentoDe(paginas, 'documento.pdf'));
    expect(c.classe).toBe(classe);
    expect(c.motivo.length).toBeGreaterThan(8);
  });

  it('is not fooled by the index of an edital nor by its sections', () => {
    const indice = 'ÍNDICE\n1. DO OBJETO\n5. DO JULGAMENTO DAS PROPOSTAS\n9. DA ATA DE REGISTRO DE PREÇOS\nANEXO I – TERMO DE REFERÊNCIA\nANEXO II – MINUTA DE CONTRATO';
    expect(classifyDocumento(documentoDe([indice, ...edital])).classe).toBe('edital');
  });

  it('takes the name only from what has no text, and says so', () => {
    const semTexto = (nome: string): DocumentoLido => ({ ...documentoDe([''], nome), naoLido: [{ documento: nome, codigo: 'sem_texto', motivo: 'x' }] });
    expect(classifyDocumento(semTexto('pacote.zip!Termo_de_Errata.pdf'))).toEqual({ classe: 'errata', titulo: null, motivo: 'não tem texto; só o nome do arquivo sugere errata' });
    expect(classifyDocumento(semTexto('Scan0001.pdf')).classe).toBe('outro');
    expect(classifyDocumento(documentoDe(['ATA DA SESSÃO PÚBLICA\ntexto'], 'Edital.pdf')).classe).toBe('ata');
  });

  it('takes a spreadsheet for one', () => {
    expect(classifyDocumento({ ...documentoDe(['Plan1\n1\tMesa']), tipo: 'xlsx' }).classe).toBe('planilha');
  });
});
