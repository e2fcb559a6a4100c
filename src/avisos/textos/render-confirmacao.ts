import { formatCnpj } from '../../kernel/index.js';
import { botaoLink, layoutHtml, paragrafo } from './html.js';
import type { TextosDoEmail } from './render-avisos.js';

/** Asks the owner of an address whether avisos may be sent to it. Nothing in it was written by who gave the address: it cannot be used to write to strangers. */
export function renderConfirmacao({ cnpj, confirmar, dias }: { readonly cnpj: string; readonly confirmar: string; readonly dias: number }): TextosDoEmail {
  const assunto = 'Confirme seu e-mail para receber avisos de licitações';
  const pedido = `Este endereço foi indicado para receber avisos de licitações da empresa de CNPJ ${formatCnpj(cnpj)}. Nada mais será enviado sem a sua confirmação.`;
  const senao = `O link vale por ${dias} dias. Se você não pediu isto, ignore esta mensagem.`;
  return {
    assunto, texto: [pedido, '', `Para confirmar, abra: ${confirmar}`, '', senao, ''].join('\n'),
    html: layoutHtml(assunto, [paragrafo(pedido), botaoLink('Confirmar meu e-mail', confirmar), paragrafo(senao)].join('\n')),
  };
}
