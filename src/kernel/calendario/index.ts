export * from './calendario.js';
export * from './dia.js';
export * from './dias-uteis.js';
export { feriadosEstaduais } from './feriados-estaduais.js';
export { feriadosNacionais, type DiaSemExpediente } from './feriados-nacionais.js';
export * from './meses.js';
export { pascoaDe } from './pascoa.js';
