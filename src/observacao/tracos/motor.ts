import type { Ponto } from './traceparent.js';

/** What a span says besides its name: names, numbers and classes; never values of clients, texts, addresses or secrets. */
export type Atributos = Readonly<Record<string, string | number | boolean | undefined>>;

/** Whose side of a conversation a span is (OpenTelemetry's kinds). */
export type Papel = 'interno' | 'servidor' | 'cliente' | 'consumidor';

/** A span being made. */
export interface TracoAberto {
  /** For its children, in this process and in others. Not recorded: it is passed on all the same. */
  readonly ponto: Ponto;
  set(atributos: Atributos): void;
  rename(nome: string): void;
  /** @param erro class of what went wrong, snake_case; null: nothing did */
  end(erro: string | null): void;
}

/** Makes spans and sends them. */
export interface Motor {
  begin(nome: string, papel: Papel, atributos: Atributos, pai: Ponto | null): TracoAberto;
}

/** The process's one: spans are made wherever work is done, far from where the application is put together. */
let motor: Motor | null = null;

/** @returns takes it away again, if it is still the one */
export function installMotor(novo: Motor): () => void {
  motor = novo;
  return () => {
    if (motor === novo) motor = null;
  };
}

export const currentMotor = (): Motor | null => motor;
