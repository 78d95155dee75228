FROM node:22.23.3-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY CHANGELOG.md tsconfig.json ./
COPY docs docs
COPY generated generated
COPY openapi/collections openapi/collections
COPY openapi/workflows openapi/workflows
COPY scripts scripts
COPY src src
COPY test test
RUN npm run build && npm prune --omit=dev

FROM node:22.23.3-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/generated generated
COPY --from=build /app/dist/src dist/src
COPY --from=build /app/dist/docs dist/docs
COPY --from=build /app/dist/console dist/console
USER node
EXPOSE 8000
HEALTHCHECK CMD ["node", "dist/src/cli/health.js"]
# V8's threads that help to collect garbage wait for a core that requests and PostgreSQL need.
CMD ["node", "--no-parallel-scavenge", "--expose-gc", "--enable-source-maps", "dist/src/main.js"]
