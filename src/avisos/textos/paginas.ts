import { escapeHtml } from '../../kernel/index.js';
import { botaoForm, layoutHtml, paragrafo } from './html.js';

const pagina = (titulo: string, ...corpo: string[]): string => layoutHtml(titulo, [`<h1 style="font-size:20px">${escapeHtml(titulo)}</h1>`, ...corpo].join('\n'));

/** Pages that links of e-mails lead to. Opening one changes nothing: programs that check links open them too. */
export const PAGINAS = {
  confirmar: pagina('Receber avisos de licitações', paragrafo('Confirme que quer receber os avisos neste e-mail.'), botaoForm('Confirmar')),
  confirmado: pagina('E-mail confirmado', paragrafo('Os avisos passam a ser enviados a este endereço. Cada mensagem traz um link para parar de receber.')),
  descadastrar: pagina('Parar de receber avisos', paragrafo('Nenhum aviso desta empresa será mais enviado a este e-mail.'), botaoForm('Parar de receber')),
  descadastrado: pagina('Pronto', paragrafo('Nenhum aviso desta empresa será mais enviado a este e-mail. Para voltar a receber, peça a quem cuida da empresa que cadastre o endereço de novo.')),
  ausente: pagina('Link não encontrado', paragrafo('Este link não existe ou não vale mais. Se ele veio em um e-mail antigo, use o da mensagem mais recente.')),
} as const;
