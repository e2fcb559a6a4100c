import { describe, expect, it } from '@jest/globals';
import { TextoEdital } from '../../../src/editais/domain/texto-edital.js';
import type { Exigencia } from '../../../src/editais/domain/exigencia.js';
import { readExigencias } from '../../../src/editais/exigencias/index.js';
import { lettersOf } from '../../../src/kernel/index.js';
import { documentoDe, textoDe } from '../../support/texto-edital.js';

const ler = (...paginas: string[]): readonly Exigencia[] => readExigencias(textoDe(paginas));
const tipos = (...paginas: string[]): string[] => ler(...paginas).map((x) => x.tipo);
const habilitacao = (corpo: string): string => `9. DA HABILITAÇÃO\n${corpo}`;

describe('kinds, by how editais name them', () => {
  const CASOS: readonly (readonly [string, string, string])[] = [
    ['Habilitação jurídica', 'Requerimento de empresária individual, arquivado na Junta Comercial;', 'juridica/ato_constitutivo'],
    ['Habilitação jurídica', 'Ata da assembleia que elegeu a diretoria;', 'juridica/ato_constitutivo'],
    ['Habilitação jurídica', 'Carteira de identidade de todos os sócios;', 'juridica/documento_socios'],
    ['Habilitação jurídica', 'Instrumento particular de mandato com poderes para assinar;', 'juridica/procuracao'],
    ['Habilitação jurídica', 'Certidão simplificada da Junta, do ano em curso;', 'juridica/certidao_simplificada'],
    ['Regularidade fiscal e trabalhista', 'Comprovante de situação cadastral no CNPJ;', 'fiscal/cnpj'],
    ['Regularidade fiscal e trabalhista', 'Inscrição no cadastro de contribuintes municipal da sede;', 'fiscal/inscricao_contribuinte'],
    ['Regularidade fiscal e trabalhista', 'Certidão conjunta da Receita Federal do Brasil e da PGFN;', 'fiscal/cnd_federal'],
    ['Regularidade fiscal e trabalhista', 'Certidão de que nada deve de ICMS;', 'fiscal/cnd_estadual'],
    ['Regularidade fiscal e trabalhista', 'Negativa de tributos municipais do domicílio;', 'fiscal/cnd_municipal'],
    ['Regularidade fiscal e trabalhista', 'CRF emitido pela Caixa, relativo ao Fundo de Garantia por Tempo de Serviço;', 'fiscal/crf_fgts'],
    ['Regularidade fiscal e trabalhista', 'Prova de que não tem débitos perante a Justiça do Trabalho;', 'fiscal/cndt'],
    ['Qualificação técnica', 'Dois atestados de fornecimento anterior, de quem já comprou;', 'tecnica/atestado'],
    ['Qualificação técnica', 'Registro da empresa no Conselho Regional de Química;', 'tecnica/registro_conselho'],
    ['Qualificação técnica', 'Nutricionista como responsável técnica, com vínculo provado;', 'tecnica/responsavel_tecnico'],
    ['Qualificação técnica', 'Alvará da vigilância sanitária do município;', 'tecnica/alvara_sanitario'],
    ['Qualificação técnica', 'AFE para distribuir correlatos;', 'tecnica/afe_anvisa'],
    ['Qualificação técnica', 'Licença de operação do aterro;', 'tecnica/licenca_ambiental'],
    ['Qualificação técnica', 'Revisão de autorização de funcionamento pela Polícia Federal;', 'tecnica/autorizacao_especial'],
    ['Qualificação técnica', 'Carta de solidariedade do fabricante;', 'tecnica/carta_fabricante'],
    ['Qualificação técnica', 'Certificado ISO 9001 em nome da proponente;', 'tecnica/certificacao'],
    ['Qualificação econômico-financeira', 'Certidão do distribuidor de falências da comarca;', 'economica/falencia'],
    ['Qualificação econômico-financeira', 'Balanços dos dois últimos exercícios;', 'economica/balanco'],
    ['Qualificação econômico-financeira', 'Índice de liquidez corrente igual ou maior que 1,2;', 'economica/indices'],
    ['Qualificação econômico-financeira', 'Capital social mínimo de 8% do valor estimado;', 'economica/capital_pl'],
    ['Qualificação econômico-financeira', 'Certidão negativa de protestos;', 'economica/protesto'],
    ['Outras comprovações', 'Declaração de que não emprega menores em desacordo com o inciso XXXIII;', 'declaracao/menor'],
    ['Outras comprovações', 'Declaração de inexistência de fato superveniente impeditivo;', 'declaracao/fato_impeditivo'],
    ['Outras comprovações', 'Declaração de que nenhum sócio é cônjuge de servidor da casa;', 'declaracao/vinculo'],
    ['Outras comprovações', 'Declaração de que elaborou a proposta de maneira independente;', 'declaracao/independente'],
  ];
  it.each(CASOS)('%s: %s → %s', (titulo, papel, tipo) => expect(tipos(habilitacao(`9.1. ${titulo}\na) ${papel}`))).toEqual([tipo]));

  it('what is of no known kind is kept, in the group of its heading', () => {
    expect(ler(habilitacao('9.1. Qualificação técnica\na) Portfólio de eventos já feitos na região;'))).toMatchObject([{ tipo: 'tecnica/outra', evidencia: { trecho: 'a) Portfólio de eventos já feitos na região;' } }]);
  });

  it('papers side by side are a row each', () => {
    expect(tipos(habilitacao('9.2. Regularidade fiscal\na) Certidões negativas das Fazendas Federal, Estadual e Municipal;'))).toEqual(['fiscal/cnd_federal', 'fiscal/cnd_estadual', 'fiscal/cnd_municipal']);
    expect(tipos(habilitacao('9.2. Declarações\na) Declaração conjunta de que não emprega menor de 16 anos, reserva cargos a pessoas com deficiência e não foi declarada inidônea;'))).toEqual(['declaracao/menor', 'declaracao/pcd', 'declaracao/fato_impeditivo']);
  });

  it('capital in the place of low índices is a demand of capital, on a condition', () => {
    expect(ler(habilitacao('9.4. Qualificação econômico-financeira\na) Quem tiver liquidez geral inferior a 1 deverá comprovar patrimônio líquido de 10% do estimado.'))).toMatchObject([{ tipo: 'economica/capital_pl', dados: { percentuais: ['10'] } }]);
  });
});

describe('where demands stand', () => {
  it('in lists of letters, of romans, of dashes and without any mark', () => {
    expect(tipos(habilitacao('9.1. Os interessados deverão apresentar os seguintes documentos:\nI - Prova de inscrição no CNPJ;\nII - Regularidade trabalhista, a saber:\na) CNDT;'))).toEqual(['fiscal/cnpj', 'fiscal/cndt']);
    expect(tipos(habilitacao('9.1. Regularidade fiscal\n- Prova de inscrição no CNPJ;\n- Certidão negativa de débitos trabalhistas;'))).toEqual(['fiscal/cnpj', 'fiscal/cndt']);
    expect(tipos(habilitacao('9.1. Regularidade fiscal\nProva de inscrição no CNPJ da empresa que vai contratar;\nCertidão negativa de débitos trabalhistas em vigor no dia da sessão;'))).toEqual(['fiscal/cnpj', 'fiscal/cndt']);
  });

  it('in the terms of reference, and once when the edital says the same', () => {
    const corpo = habilitacao('9.3. Qualificação técnica\na) Atestado de capacidade técnica de fornecimento de cadeiras escolares;');
    const tr = 'ANEXO I – TERMO DE REFERÊNCIA\n1. DO OBJETO\n1.1. Cadeiras.\n2. DA QUALIFICAÇÃO TÉCNICA\n2.1. Atestado de capacidade técnica de fornecimento de cadeiras escolares.';
    const [x, ...outras] = ler(corpo, tr);
    expect(outras).toEqual([]);
    expect([x!.evidencia.pagina, x!.tambemEm.map((e) => e.pagina)]).toEqual([1, [2]]);
  });

  it('alike items of one list, each by its number', () => {
    const corpo = habilitacao('9.1. Habilitação jurídica\n9.1.1. Sociedade simples: inscrição do ato constitutivo no Registro Civil das Pessoas Jurídicas da sede;\n9.1.2. Filial de sociedade simples: inscrição do ato constitutivo da filial no Registro Civil das Pessoas Jurídicas da sede;');
    expect(ler(corpo).map((x) => x.clausula)).toEqual(['9.1.1', '9.1.2']);
  });

  it('a roman number that the end of a line brought to the start of the next is no item', () => {
    expect(ler(habilitacao('9.2. Regularidade fiscal\n9.2.1. Prova de inexistência de débitos trabalhistas, nos termos do Título\nVII-A da Consolidação das Leis do Trabalho;')).map((x) => [x.tipo, x.clausula])).toEqual([['fiscal/cndt', '9.2.1']]);
  });

  it('a numbered clause with a blank nobody filled still demands', () => {
    expect(tipos(habilitacao('9.4. Qualificação econômico-financeira\n9.4.1. A licitante deverá comprovar patrimônio líquido mínimo de ......% do valor estimado.'))).toEqual(['economica/capital_pl']);
  });

  it('another number in the terms of reference is another demand', () => {
    const atestado = (pct: string) => `Atestado de capacidade técnica de ${pct}% das cadeiras escolares`;
    expect(ler(habilitacao(`9.3. Qualificação técnica\na) ${atestado('30')};`), `ANEXO I – TERMO DE REFERÊNCIA\n2. DA QUALIFICAÇÃO TÉCNICA\n2.1. ${atestado('50')}.`).map((x) => x.dados.percentuais)).toEqual([['30'], ['50']]);
  });

  it('declarations ticked in the system when the proposal is registered', () => {
    const lidas = ler('4. DO ENVIO DA PROPOSTA\n4.1. Ao cadastrar a proposta, o licitante declarará, em campo próprio, que:\n4.1.1. não emprega menor de dezesseis anos;\n4.1.2. cumpre a reserva de cargos para reabilitados da Previdência.');
    expect(lidas.map((x) => [x.tipo, x.quando])).toEqual([['declaracao/menor', 'proposta'], ['declaracao/pcd', 'proposta']]);
  });

  it('the statements of a form of many, when the edital asks for it', () => {
    const modelo = 'ANEXO IV – MODELO DE DECLARAÇÃO UNIFICADA\n1) Declaramos que não empregamos menor de dezoito anos em trabalho noturno.\n2) Declaramos que cumprimos a reserva de cargos para pessoas com deficiência.';
    expect(tipos(habilitacao('9.5. Declarações\na) Declaração unificada, conforme o Anexo IV;'), modelo)).toEqual(['declaracao/outra', 'declaracao/menor', 'declaracao/pcd']);
    expect(tipos(habilitacao('9.5. Regularidade fiscal\na) Prova de inscrição no CNPJ;'), modelo)).toEqual(['fiscal/cnpj']);
  });
});

describe('what is asked outside the sections of habilitação', () => {
  it('who speaks for the bidder in a session held in a room', () => {
    const corpo = '3. DO CREDENCIAMENTO\n3.1. O representante poderá ser credenciado por um dos seguintes meios:\na) instrumento particular de procuração com firma reconhecida;\nb) tratando-se de sócio ou dirigente, cópia do respectivo contrato social em vigor;\n3.2. O representante deverá apresentar documento de identificação com foto ao se credenciar.';
    expect(tipos(corpo)).toEqual(['juridica/procuracao', 'juridica/ato_constitutivo', 'juridica/documento_socios']);
  });

  it('consortia and cooperatives admitted inside the list of who may not bid', () => {
    const corpo = '2. DA PARTICIPAÇÃO\n2.3. Não poderão participar desta licitação:\n2.3.1. empresas estrangeiras que não funcionem no País;\n2.3.2. consórcios;\n2.3.2.1. Será permitida a participação de consórcio, observadas as regras:\na) os consorciados apresentarão compromisso, público ou particular, de constituição do consórcio;\n2.3.3. cooperativas;\n2.3.3.1. Serão admitidas cooperativas se:\na) a cooperativa apresentar demonstrativo de que atua em regime cooperado;';
    expect(ler(corpo).map((x) => [x.tipo, x.quem])).toEqual([['juridica/consorcio', 'consorcio'], ['juridica/cooperativa', 'cooperativa']]);
  });

  it('the recovery plan of who may not bid without it', () => {
    expect(tipos('2. DA PARTICIPAÇÃO\n2.4. Não poderão participar empresas:\n2.4.1. em recuperação judicial, salvo as que apresentem o plano de recuperação já homologado em juízo;\n2.4.2. em processo de falência.')).toEqual(['economica/falencia']);
  });

  it('a commitment of consortium, and papers among the requisites of the terms of reference', () => {
    expect(tipos('2. DA PARTICIPAÇÃO\n2.5. A pessoa jurídica poderá participar em consórcio, observado que:\na) comprovará compromisso público ou particular de constituição do consórcio, subscrito por todos;')).toEqual(['juridica/consorcio']);
    expect(tipos('1. DO PREÂMBULO\n1.1. Torna-se público o edital.', 'ANEXO I – TERMO DE REFERÊNCIA\n4. REQUISITOS DA CONTRATAÇÃO\n4.1. Comprovação de aptidão técnica, por um ou mais atestados de obra semelhante;')).toEqual(['tecnica/atestado']);
  });

  it('proof of the price inside the list of what bars a proposal, and how the proposal is filled in', () => {
    expect(tipos('8. DO JULGAMENTO\n8.2. Serão desclassificadas as propostas que:\na) tiverem preço inexequível;\nb) no prazo dado, o licitante deverá comprovar a exequibilidade da sua oferta;')).toEqual(['proposta/exequibilidade']);
    expect(tipos('6. DA PROPOSTA\n6.1. O licitante deverá enviar sua proposta pelo preenchimento dos campos:\n6.1.1. marca;')).toEqual(['proposta/outra', 'proposta/marca_modelo']);
  });

  it('what the winner signs with the contract', () => {
    expect(ler('11. DA CONTRATAÇÃO\n11.2. O licitante vencedor que for optante pelo Simples Nacional deverá firmar, com o contrato, a declaração de que o é.')).toMatchObject([{ tipo: 'declaracao/simples_nacional' }]);
  });

  it('terms of commitment', () => {
    expect(tipos(habilitacao('9.6. Demais documentos\na) Termo de compromisso de combate à corrupção e de conduta ética;\nb) Termo de compromisso de que a controladora manterá os recursos da subsidiária;'))).toEqual(['declaracao/anticorrupcao', 'declaracao/compromisso']);
  });

  it('the statements that follow "declara:" in a form', () => {
    const modelo = 'ANEXO V – MODELO DE DECLARAÇÃO CONJUNTA\nA empresa abaixo assinada, por seu representante, declara que:\n1. se obriga a comunicar qualquer impedimento de licitar que venha a ocorrer;\n2. preenche os requisitos de habilitação deste edital;\n3. A empresa compareceu ao local e acompanhou o servidor designado.';
    expect(tipos(habilitacao('9.5. Declarações\na) Declaração conjunta, conforme o Anexo V;'), modelo)).toEqual(['declaracao/outra', 'declaracao/fato_impeditivo', 'declaracao/requisitos']);
  });

  it('a form that repeats what the edital asks in its own words is where else it stands', () => {
    const modelo = 'ANEXO V – MODELO DE DECLARAÇÃO\n1) Declaramos que não empregamos menor de dezoito anos em trabalho noturno.\n2) Declaramos que cumprimos a reserva de cargos para pessoas com deficiência.';
    const lidas = ler(habilitacao('9.5. Declarações\na) Declaração de que não emprega menor de 18 anos (Anexo V);\nb) Declaração de que reserva cargos a reabilitados (Anexo V);'), modelo);
    expect(lidas.map((x) => [x.tipo, x.tambemEm.map((e) => e.pagina)])).toEqual([['declaracao/menor', [2]], ['declaracao/pcd', [2]]]);
  });
});

describe('what an attestation must prove', () => {
  it('least quantities are a row each', () => {
    const lidas = ler(habilitacao('9.3. Qualificação técnica\n9.3.1. Atestados de capacidade técnica que comprovem:\na) fornecimento de, no mínimo, 40 notebooks;\nb) instalação de, no mínimo, 12 projetores;'));
    expect(lidas.map((x) => [x.tipo, x.clausula])).toEqual([['tecnica/atestado', '9.3.1'], ['tecnica/atestado', '9.3.1.a'], ['tecnica/atestado', '9.3.1.b']]);
  });

  it('the declaration of the accountant on índices is not the índices', () => {
    expect(tipos(habilitacao('9.4. Qualificação econômico-financeira\na) Declaração, assinada por profissional da área contábil, de que a empresa atende aos índices pedidos;'))).toEqual(['declaracao/indices_contabeis']);
    expect(tipos(habilitacao('9.5. Declarações\na) Declaração, assinada pelo contador, de que a empresa é microempresa;'))).toEqual(['declaracao/me_epp']);
  });

  it('a number goes on after a line of a formula that looks like a heading', () => {
    const corpo = '9. DA HABILITAÇÃO\n9.1. Disposições\n9.4. Qualificação econômico-financeira\n9.4.1. Índice de liquidez geral igual ou superior a 1, pela fórmula:\nLongo Prazo\n9.4.2. Patrimônio líquido de 10% do valor estimado.';
    expect(tipos(corpo)).toEqual(['economica/indices', 'economica/capital_pl']);
  });
});

describe('what is no demand', () => {
  it.each([
    'Os documentos exigidos poderão ser substituídos pelo registro no SICAF.',
    'A verificação em sítios oficiais de órgãos emissores de certidões constitui meio legal de prova.',
    'Não será exigida certidão de falência nesta licitação.',
    'Será admitida a soma de atestados de períodos diferentes.',
    'Se o licitante for a matriz, os documentos serão da matriz, e, se filial, da filial.',
    'Após a entrega dos documentos, não será permitida a juntada de novos, salvo em diligência.',
    'O pregoeiro verificará a existência de sanção no CEIS e no CNEP.',
    'As certidões que não indicarem prazo de validade valerão por 90 dias.',
    'Serão exigidos para habilitação os documentos necessários e suficientes a demonstrar a capacidade do licitante.',
    'Eventuais falhas no preenchimento da planilha não levam à desclassificação.',
    'É dever do licitante atualizar antes as comprovações do cadastro.',
    'Se a licitante for a matriz, os documentos da matriz deverão ser apresentados.',
    'As microempresas deverão apresentar toda a documentação fiscal, mesmo com restrição.',
    'Declaração de inidoneidade para licitar ou contratar;',
    'O patrimônio líquido exigido será calculado pelos dados do último balanço.',
  ])('a rule about papers: %s', (regra) => expect(tipos(habilitacao(`9.1. ${regra}`))).toEqual([]));

  it('conducts that are punished, what bars a proposal, what an attestation must say', () => {
    expect(tipos('12. DAS SANÇÕES\n12.1. Comete infração administrativa quem:\na) apresentar amostra falsificada;\nb) apresentar declaração falsa.')).toEqual([]);
    expect(tipos('6. DA PROPOSTA\n6.1. Será desclassificada a proposta que:\na) não trouxer a marca;\nb) apresentar preço inexequível.')).toEqual([]);
    expect(tipos(habilitacao('9.3. Qualificação técnica\n9.3.1. Os atestados deverão conter:\na) nome e CNPJ do emitente;\nb) descrição do que foi entregue.'))).toEqual([]);
  });

  it('names of groups of papers, contact lines of a proposal, what a claim of insurance asks', () => {
    expect(tipos(habilitacao('9.1. Os licitantes deverão apresentar a documentação de:\n- habilitação jurídica;\n- qualificação técnica;\n- regularidade fiscal e trabalhista.'))).toEqual([]);
    expect(tipos('6. DA PROPOSTA\n6.2. A proposta deverá conter:\na) razão social e CNPJ;\nb) telefone para contato;\nc) local e data.')).toEqual(['proposta/dados_empresa']);
    expect(tipos('13. DA GARANTIA DO CONTRATO\n13.4. Para a reclamação do sinistro poderão ser exigidos os documentos a seguir:\na) certidão de trânsito em julgado;\nb) comprovante de pagamento.')).toEqual([]);
  });

  it('how the tie of a professional is shown, and what the professional will do', () => {
    expect(tipos(habilitacao('9.3. Qualificação técnica\n9.3.1. Prova de vínculo do responsável técnico, por um destes meios:\na) contrato social, se o profissional for sócio;\nb) CTPS, se o profissional for empregado;\n9.3.2. O profissional indicado para fins de comprovação da capacidade deverá participar da obra do começo ao fim.'))).toEqual(['tecnica/responsavel_tecnico']);
  });

  it('the list of annexes, forms nobody asks for, the table of contents', () => {
    expect(tipos('15. DOS ANEXOS\n15.1. Fazem parte deste edital:\nAnexo II - Modelo de declaração de que não emprega menor;\nAnexo III - Modelo de proposta.')).toEqual([]);
  });

  it('an option left empty in a form where others are marked', () => {
    expect(tipos(habilitacao('9.3. Qualificação técnica exigida\n( ) Registro no conselho profissional\n(X) Atestado de capacidade técnica'))).toEqual(['tecnica/atestado']);
  });
});

describe('what a row says', () => {
  it('who, when and on what condition, in the words of the edital', () => {
    const [mei, estrangeira, vencedor, epp] = ler(habilitacao('9.1. Habilitação jurídica\na) CCMEI, no caso de microempreendedor individual;\nb) Decreto de autorização, tratando-se de sociedade estrangeira;\n9.2. Qualificação técnica\na) Alvará sanitário, a ser entregue pela vencedora na assinatura do contrato;\n9.3. Declarações\na) Declaração de enquadramento como microempresa ou empresa de pequeno porte, se for o caso;'));
    expect(mei).toMatchObject({ quem: 'empresario_individual', condicional: true, condicao: 'no caso de microempreendedor individual', clausula: '9.1.a' });
    expect(estrangeira).toMatchObject({ quem: 'estrangeira', condicional: true });
    expect(vencedor).toMatchObject({ tipo: 'tecnica/alvara_sanitario', quem: 'vencedor', quando: 'assinatura' });
    expect(epp).toMatchObject({ quem: 'me_epp', condicao: 'se for o caso' });
  });

  it.each([
    ['Qualificação econômico-financeira', 'Certidão negativa de falência, emitida há no máximo 75 (setenta e cinco) dias;', { idadeMaximaDias: 75 }],
    ['Qualificação econômico-financeira', 'Balanço patrimonial dos dois últimos exercícios;', { exercicios: 2 }],
    ['Qualificação econômico-financeira', 'Índices LG e SG iguais ou superiores a 1,00 e grau de endividamento geral igual ou inferior a 0,65;', { indices: { LG: '1.00', SG: '1.00', GE: '0.65' } }],
    ['Qualificação técnica', 'Atestado de fornecimento de 35% (trinta e cinco por cento) das quantidades;', { percentuais: ['35'] }],
    ['Outras comprovações', 'Declaração de que não emprega menor, conforme o Anexo VI;', { modelo: 'Anexo VI' }],
  ])('numbers: %s: %s', (titulo, papel, dados) => expect(ler(habilitacao(`9.1. ${titulo}\na) ${papel}`))[0]!.dados).toEqual(dados));

  it('by when the register must be had', () => {
    expect(ler('3. DO CREDENCIAMENTO\n3.1. Os licitantes deverão estar cadastrados no SICAF até o terceiro dia útil anterior à data do recebimento das propostas.')).toMatchObject([{ tipo: 'juridica/registro_cadastral', dados: { prazo: { n: 3, unidade: 'dias_uteis' } } }]);
  });

  it('what may be shown instead', () => {
    expect(ler(habilitacao('9.1. Qualificação técnica\na) Registro no CREA ou registro no CAU da sede;'))[0]!.alternativas).toEqual(['ou registro no CAU da sede']);
  });

  it('the article that allows it, or that none does', () => {
    const [cnpj, iso] = ler(habilitacao('9.1. Regularidade fiscal\na) Cartão CNPJ;\n9.2. Qualificação técnica\na) Certificado ISO 14001;'));
    expect([cnpj!.fundamento, cnpj!.atipica, iso!.fundamento, iso!.atipica]).toEqual(['art. 68, I, da Lei 14.133/2021', false, null, true]);
  });

  it('ids that are unique and the same in each reading', () => {
    const texto = habilitacao('9.3. Qualificação técnica\na) Atestado de venda de mesas de reunião;\nb) Atestado de montagem de auditórios;');
    expect(ler(texto).map((x) => x.id)).toEqual(['tecnica/atestado', 'tecnica/atestado#2']);
    expect(readExigencias(textoDe(texto))).toEqual(readExigencias(textoDe(texto)));
  });

  it('a quote that stands on the page named, of a clause that runs over to the next', () => {
    const paginas = [habilitacao('9.1. Regularidade fiscal\na) Certidão negativa de débitos trabalhistas, expedida'), 'pelo tribunal competente, em vigor na data da sessão;\nb) Prova de inscrição no CNPJ;'];
    const lidas = readExigencias(new TextoEdital([{ documento: documentoDe(paginas), regiao: 'edital' }]));
    expect(lidas.map((x) => x.evidencia.pagina)).toEqual([1, 2]);
    for (const x of lidas) expect(lettersOf(paginas[x.evidencia.pagina - 1]!)).toContain(lettersOf(x.evidencia.trecho));
    expect(lidas[0]!.texto).toContain('tribunal competente');
  });
});

describe('hostile text', () => {
  it('short words again and again, in the place of a name of a group of papers', () => {
    const inicio = performance.now();
    expect(tipos(habilitacao(Array.from({ length: 200 }, (_, i) => `9.1.${String(i + 1)}. ${'a o da '.repeat(14)}x;`).join('\n')))).toEqual([]);
    expect(performance.now() - inicio).toBeLessThan(2000);
  });

  it.each([
    ['a line without end', `9. DA HABILITAÇÃO\n9.1. Atestado ${'de capacidade técnica '.repeat(4000)}`],
    ['numbers without end', `9. DA HABILITAÇÃO\n${Array.from({ length: 6000 }, (_, i) => `9.${i % 99}.${i % 7}. Certidão`).join('\n')}`],
    ['letters nested at will', `9. DA HABILITAÇÃO\n${'a) b) c) i) '.repeat(5000)}`],
    ['colons without end', `9. DA HABILITAÇÃO\n${'apresentar: '.repeat(8000)}`],
  ])('%s ends, and is bounded', (_, texto) => {
    const t0 = performance.now();
    expect(ler(texto).length).toBeLessThanOrEqual(620);
    expect(performance.now() - t0).toBeLessThan(8000);
  });
});
