# The processor, and a Connect worker with the plugins: one image, two commands (`run`, `connect`).
#
#   docker build -t tocsin:0.1.0 .
#
# Both bases can be exchanged; ops/image/prove builds on bases of Debian's packages and starts the result.
ARG BUILD_IMAGE=docker.io/library/maven:3.9.11-eclipse-temurin-17
ARG RUNTIME_IMAGE=docker.io/library/eclipse-temurin:17.0.16_8-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip -pl processor,connectors -am package

FROM ${RUNTIME_IMAGE}
COPY --from=build /src/processor/target/lib /opt/tocsin/lib
COPY --from=build /src/processor/target/tocsin-processor-*.jar /opt/tocsin/lib/
COPY --from=build /src/connectors/target/plugins /opt/tocsin/plugins
COPY --from=build /src/LICENSE /src/NOTICE /opt/tocsin/
COPY --from=build /src/ops/image/tocsin /src/ops/image/answers /opt/tocsin/bin/
# No name is needed for the user: nobody logs in. All that is written lies in one directory.
RUN install -d -o 10001 -g 10001 /var/lib/tocsin
USER 10001:10001
WORKDIR /var/lib/tocsin
VOLUME /var/lib/tocsin
EXPOSE 8080 8083
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["/opt/tocsin/bin/answers", "8080", "/health/ready"]
ENTRYPOINT ["/opt/tocsin/bin/tocsin"]
CMD ["run", "--config", "/etc/tocsin/tocsin.properties"]
