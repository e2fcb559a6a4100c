import { addDias, showable } from '../../kernel/index.js';
import type { Compromisso } from '../domain/compromissos.js';
import { nomeDaEmpresa } from '../textos/assunto.js';

/** How often a program should ask again, seconds. */
const RENOVAR_S = 3600;

/** Entries as a calendar (RFC 5545), instants in UTC: no time zone table to get wrong. The same entries give the same bytes. */
export async function renderIcs({ razaoSocial, cnpj, compromissos }: { readonly razaoSocial: string | null; readonly cnpj: string; readonly compromissos: readonly Compromisso[] }): Promise<string> {
  const { default: ical, ICalAlarmType, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const calendario = ical({ name: `Licitações – ${nomeDaEmpresa(razaoSocial, cnpj)}`, prodId: { company: 'ALICIT', product: 'prazos', language: 'PT-BR' }, method: ICalCalendarMethod.PUBLISH, ttl: RENOVAR_S });
  for (const c of compromissos) {
    const quando = 'dia' in c.quando ? { allDay: true, start: new Date(`${c.quando.dia}T12:00:00Z`), end: new Date(`${addDias(c.quando.dia, 1)}T12:00:00Z`) } : { start: c.quando.de, end: c.quando.ate };
    calendario.createEvent({
      ...quando, id: c.uid, sequence: c.sequencia, stamp: c.mudadoEm, lastModified: c.mudadoEm, summary: oneLine(c.titulo), description: showable(c.descricao), url: c.link,
      status: c.cancelado ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, alarms: c.lembretesS.map((s) => ({ type: ICalAlarmType.display, trigger: s, description: oneLine(c.titulo) })),
    });
  }
  return calendario.toString();
}

const oneLine = (texto: string): string => showable(texto).replace(/\s+/g, ' ');
