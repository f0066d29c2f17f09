package io.enforcement.gateway.routes;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Tests start the real application, and some have applications of their own beside it: these are no
 * part of it. Named in {@code META-INF/spring.factories} of the tests, so that it holds for every
 * start in their process.
 */
final class WithoutTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("withoutTests", new Filter());
  }

  private static final class Filter extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
      return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Filter;
    }

    @Override
    public int hashCode() {
      return Filter.class.hashCode();
    }
  }
}
