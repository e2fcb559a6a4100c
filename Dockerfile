# ALICIT on Node 24. The final image has only what runs: no compiler, no development packages, no embedded database
# (it needs DATABASE_URL and says so). Works with a read-only root file system: only /dados and /tmp are written.
FROM node:24-slim AS construcao
WORKDIR /app
COPY package.json package-lock.json ./
# All of it: the compiler is a binary of this platform, which npm counts as optional.
RUN npm ci --no-audit --no-fund
COPY tsconfig.json nest-cli.json .swcrc ./
COPY scripts ./scripts
COPY src ./src
RUN node scripts/build.mjs && find dist -name '*.map' -delete

FROM node:24-slim AS dependencias
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production ALICIT_DATA_DIR=/dados PORT=3000 MASTRA_TELEMETRY_DISABLED=1
WORKDIR /app
RUN mkdir /dados && chown 1000:1000 /dados
COPY --from=dependencias /app/node_modules ./node_modules
COPY --from=construcao /app/dist ./dist
COPY package.json LICENSE* README.md ./
COPY scripts/healthcheck.mjs ./scripts/
COPY exemplos ./exemplos
# The user `node` of the base image, by number: Kubernetes can then tell that it is not root.
USER 1000:1000
VOLUME /dados
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 CMD ["node", "/app/scripts/healthcheck.mjs"]
# Node itself is process 1: signals reach it. What its role needs of Node it chooses by itself (src/config/processo-node.ts).
CMD ["node", "dist/main.js"]
