package dev.dailies.job;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * The job repository in the ledger's database. With Batch's own SERIALIZABLE, three steps that
 * begin at once fail now and then on HSQLDB; with READ_COMMITTED they do not.
 */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration extends JdbcDefaultBatchConfiguration {

  private final DataSource dataSource;
  private final PlatformTransactionManager transactions;

  BatchConfiguration(DataSource dataSource, PlatformTransactionManager transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  @Override
  protected DataSource getDataSource() {
    return dataSource;
  }

  @Override
  protected PlatformTransactionManager getTransactionManager() {
    return transactions;
  }

  @Override
  protected Isolation getIsolationLevelForCreate() {
    return Isolation.READ_COMMITTED;
  }
}
