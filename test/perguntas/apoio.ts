import { createParser } from 'eventsource-parser';
import { createLicitacao, getQuandoPronta, pdfDasPaginas, sendArquivos } from '../support/licitacao.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';
import type { AppDeTeste, Cliente } from '../support/app.js';

/** Clauses added to the edital of the tests, one page; written for them. */
const CLAUSULAS = `8. DA GARANTIA
8.1. Será exigida garantia de proposta de 1% (um por cento) do valor estimado da contratação, a ser prestada até o envio da proposta.
8.2. O vencedor prestará garantia de execução de 5% (cinco por cento) do valor do contrato, no prazo de 10 (dez) dias da assinatura.
9. DO PAGAMENTO
9.1. A primeira parcela será paga em até 30 (trinta) dias da entrega das carteiras.
9.2. A segunda parcela será paga em até 45 (quarenta e cinco) dias da entrega das mesas.
10. DA ENTREGA
10.1. Os móveis serão entregues no almoxarifado central, na Rua das Flores, 100, em até 20 (vinte) dias corridos.`;

/** A tender of the client whose edital was read. */
export async function createLida(t: AppDeTeste, cliente: Cliente, extra = ''): Promise<string> {
  const id = await createLicitacao(t, cliente);
  await sendArquivos(t, cliente, id, [{ nome: 'Edital.pdf', conteudo: pdfDasPaginas([...paginasDeEdital(), CLAUSULAS, ...(extra ? [extra] : [])]) }]);
  await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/leitura`);
  return id;
}

export interface EventoLido {
  readonly tipo: string;
  readonly dados: Record<string, unknown>;
}

/** The events of a stream, in order. */
export function parseEventos(texto: string): EventoLido[] {
  const eventos: EventoLido[] = [];
  const parser = createParser({ onEvent: (e) => void eventos.push({ tipo: e.event ?? '', dados: JSON.parse(e.data) as Record<string, unknown> }) });
  parser.feed(texto);
  return eventos;
}
