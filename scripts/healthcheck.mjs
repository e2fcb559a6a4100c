// For Docker's HEALTHCHECK, which has no curl: ends with 0 when this machine's service is ready, 1 otherwise.
const porta = process.env.PORT || '3000';
try {
  const r = await fetch(`http://127.0.0.1:${porta}/health/ready`, { signal: AbortSignal.timeout(4000) });
  process.exit(r.ok ? 0 : 1);
} catch {
  process.exit(1);
}
