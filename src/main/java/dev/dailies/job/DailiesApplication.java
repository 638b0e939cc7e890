package dev.dailies.job;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The Spring application: the data source and transactions are Boot's, the rest is named here. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  BatchConfiguration.class,
  LedgerConfiguration.class,
  RunConfiguration.class,
  SettleConfiguration.class,
  DailiesJobConfiguration.class
})
class DailiesApplication {}
