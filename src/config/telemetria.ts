/** Mastra reports usage to its makers unless told not to, by this variable alone. Call before it is imported. */
export function silenceTelemetria(): void {
  process.env['MASTRA_TELEMETRY_DISABLED'] = '1';
}
