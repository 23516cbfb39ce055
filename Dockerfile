# syntax=docker/dockerfile:1
# Portico as an image: built from source, extracted, started by a JVM whose ahead-of-time cache was recorded in the image.

FROM node:24.21.0-bookworm-slim AS node

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm ./portico package \
    && java -Djarmode=tools -jar target/portico.jar extract --destination /opt/portico \
    && rm -f /opt/portico/lib/embedded-postgres-binaries-darwin-* /opt/portico/lib/embedded-postgres-binaries-windows-* \
             /opt/portico/lib/embedded-postgres-binaries-*-alpine-*

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN groupadd --gid 10001 portico \
    && useradd --uid 10001 --gid portico --home-dir /var/lib/portico --shell /usr/sbin/nologin --create-home portico \
    && mkdir -p /opt/portico /backups \
    && chown portico:portico /opt/portico /backups
COPY --from=build --chown=portico:portico /opt/portico /opt/portico
COPY --chown=portico:portico --chmod=0755 deploy/healthy /opt/portico/healthy
USER portico
WORKDIR /opt/portico
# One start and its first page, with a database of its own: what it loads, the next start finds ready.
RUN PORTICO_HOME=/tmp/training java -XX:+UseG1GC --sun-misc-unsafe-memory-access=allow \
        -XX:AOTCacheOutput=/opt/portico/portico.aot -jar /opt/portico/portico.jar rehearse \
    && rm -rf /tmp/training
ENV PORTICO_HOME=/var/lib/portico \
    SPRING_PROFILES_ACTIVE=production \
    VAADIN_USAGE_STATS_ENABLED=false \
    JDK_JAVA_OPTIONS=-Xmx1g
VOLUME /var/lib/portico
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/portico/healthy"]
ENTRYPOINT ["java", "-XX:+UseG1GC", "-XX:AOTCache=/opt/portico/portico.aot", "-XX:+ExitOnOutOfMemoryError", \
            "--sun-misc-unsafe-memory-access=allow", \
            "-jar", "/opt/portico/portico.jar"]
CMD ["serve"]
