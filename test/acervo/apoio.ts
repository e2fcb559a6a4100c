import { DataSource } from 'typeorm';
import { AcervoService } from '../../src/acervo/acervo.module.js';
import { ConsultaPncpService } from '../../src/acervo/consulta-pncp.service.js';
import { ReceberService } from '../../src/acervo/receber.service.js';
import { parseConfig } from '../../src/config/index.js';
import type { Pncp } from '../../src/pncp/index.js';
import { createOpcoes } from '../../src/storage/data-source.js';
import { MIGRADO } from '../support/app.js';
import { createBanco } from '../support/postgres.js';

export interface AcervoDeTeste {
  readonly acervo: AcervoService;
  readonly fonte: DataSource;
  close(): Promise<void>;
}

/** The collection alone over a database of its own; `pncp` answers what is not in it. */
export async function openAcervo(pncp?: Partial<Pncp>): Promise<AcervoDeTeste> {
  const banco = await createBanco('acervo', MIGRADO);
  const fonte = new DataSource(createOpcoes(banco.url, parseConfig({}, '.').banco, () => undefined));
  await fonte.initialize();
  const receber = new ReceberService(fonte);
  const acervo = new AcervoService(fonte, receber, new ConsultaPncpService(fonte, receber, (pncp ?? {}) as Pncp, { pncp: { ligado: pncp !== undefined } }));
  return {
    acervo, fonte,
    close: async () => {
      await fonte.destroy();
      await banco.drop();
    },
  };
}

export const CNPJ = '11222333000181';

/** A record of our own in the shape of PNCP's lists. */
export function registro(sequencial: number, mudanca: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    numeroControlePNCP: `${CNPJ}-1-${String(sequencial).padStart(6, '0')}/2026`, anoCompra: 2026, sequencialCompra: sequencial, numeroCompra: `9000${sequencial}`, processo: `PA ${sequencial}/2026`,
    objetoCompra: `Aquisição de cadeiras escolares, lote ${sequencial}`, modalidadeId: 6, modalidadeNome: 'Pregão - Eletrônico', modoDisputaId: 1, modoDisputaNome: 'Aberto',
    situacaoCompraId: 1, situacaoCompraNome: 'Divulgada no PNCP', srp: false, valorTotalEstimado: 1000.5, valorTotalHomologado: null, informacaoComplementar: null,
    dataInclusao: '2026-01-02T08:00:00', dataPublicacaoPncp: '2026-01-02T08:00:00', dataAtualizacao: '2026-01-02T08:00:00', dataAtualizacaoGlobal: '2026-01-02T08:00:00',
    dataAberturaProposta: '2026-01-05T08:00:00', dataEncerramentoProposta: '2026-01-20T09:00:00', linkSistemaOrigem: '', usuarioNome: 'Portal de Exemplo',
    orgaoEntidade: { cnpj: CNPJ, razaoSocial: 'MUNICIPIO DE EXEMPLO', esferaId: 'M', poderId: 'N' },
    unidadeOrgao: { codigoIbge: '3550308', codigoUnidade: '1', municipioNome: 'São Paulo', nomeUnidade: 'SECRETARIA DE EXEMPLO', ufNome: 'São Paulo', ufSigla: 'SP' },
    amparoLegal: { codigo: 1, nome: 'Lei 14.133/2021, Art. 28, I', descricao: 'pregão' }, tipoInstrumentoConvocatorioCodigo: 1, tipoInstrumentoConvocatorioNome: 'Edital', fontesOrcamentarias: [],
    ...mudanca,
  };
}

export const numeroDe = (sequencial: number): string => `${CNPJ}-1-${String(sequencial).padStart(6, '0')}/2026`;
