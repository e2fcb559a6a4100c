// Preloaded with --import: on exit writes the process's peak resident memory (MB) to the file named by BENCH_PICO.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.BENCH_PICO) writeFileSync(process.env.BENCH_PICO, String(process.resourceUsage().maxRSS / 1024));
});
