package io.enforcement.gateway.routes.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** A real Tomcat on two free ports with the real filters, a real database and small controllers. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = SliceApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "management.server.address=127.0.0.1",
      "management.endpoints.web.exposure.include=health,env",
      "management.endpoint.health.probes.enabled=true",
      "management.endpoint.health.group.liveness.include=livenessState",
      "spring.flyway.enabled=false",
      "spring.config.import=",
      "gateway.intake.max-bytes=4096",
      "server.max-http-request-header-size=16KB",
      "server.forward-headers-strategy=none",
      "camel.main.jmx-enabled=false"
    })
@interface SecuritySlice {}
