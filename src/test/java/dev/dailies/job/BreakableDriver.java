package dev.dailies.job;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A real HSQLDB whose disk answers every commit with an error while it is broken. */
public final class BreakableDriver implements Driver {

  /** True while nothing can be committed. One database at a time, so one switch will do. */
  static final AtomicBoolean BROKEN = new AtomicBoolean();

  private static final String PREFIX = "jdbc:breakable:";

  static Rehearsal use(Rehearsal job, Path folder) {
    try {
      DriverManager.registerDriver(new BreakableDriver());
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
    return job.createsItsLedger()
        .set(
            "ledger-url",
            PREFIX + "file:" + folder.resolve("elsewhere/ledger") + ";hsqldb.lock_file=false");
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection real = DriverManager.getConnection(url.replace(PREFIX, "jdbc:hsqldb:"), "SA", "");
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit") && BROKEN.get()) {
            real.rollback();
            throw new SQLException("Input/output error");
          }
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        };
    return (Connection)
        Proxy.newProxyInstance(
            BreakableDriver.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return true;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
