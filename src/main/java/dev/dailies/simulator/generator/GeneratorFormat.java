package dev.dailies.simulator.generator;

import com.google.auto.service.AutoService;
import dev.dailies.simulator.Format;
import dev.dailies.simulator.SimulatorContext;
import dev.dailies.simulator.http.Routes;

/** The routes of the video generator's backend. */
@AutoService(Format.class)
public final class GeneratorFormat implements Format {

  @Override
  public void addTo(Routes routes, SimulatorContext context) {
    Images images = new Images(context.server(), context.clips());
    routes
        .on("POST", "/api/upload", images::take)
        .on("GET", Images.PATH, images::give)
        .on(
            "POST",
            "/api/generate",
            context.creates().taking(new Errors(), new Generation(context)));
  }
}
