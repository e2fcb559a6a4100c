// Preloaded with --import: on exit writes the process's peak resident memory (MB) and its CPU time (s) to the file named by BENCH_PICO.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.BENCH_PICO) {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(process.env.BENCH_PICO, `${maxRSS / 1024} ${(userCPUTime + systemCPUTime) / 1e6}`);
  }
});
