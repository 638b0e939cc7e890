package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.task.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells about a prompt, wherever it stands, as {@code /api/jobs/{id}} does. */
final class JobBody {

  private JobBody() {}

  /** The prompt of that id; empty if there is none. */
  static Optional<ObjectNode> of(String id, Machine machine, long now) {
    Machine.Board board = machine.board(now);
    Prompt running = board.running();
    if (running != null && running.id().equals(id)) {
      return Optional.of(open(running, "in_progress"));
    }
    return board.pending().stream()
        .filter(prompt -> prompt.id().equals(id))
        .findFirst()
        .map(prompt -> open(prompt, "pending"))
        .or(() -> machine.past(id, now).map(JobBody::ended));
  }

  private static ObjectNode open(Prompt prompt, String status) {
    return counts(head(prompt, status), 0);
  }

  private static ObjectNode ended(Past past) {
    Prompt prompt = past.prompt();
    PastBody told = new PastBody(past);
    ObjectNode job = head(prompt, status(prompt.ticket().outcome()));
    job.put("execution_start_time", past.start()).put("execution_end_time", past.end());
    if (job.path("status").asString("").equals("failed")) {
      job.set("execution_error", told.error());
    }
    counts(job, past.files().size());
    preview(job, past.files().isEmpty() ? null : past.files().get(0));
    if (prompt.workflowId().isString()) {
      job.set("workflow_id", prompt.workflowId());
    }
    job.set("outputs", told.outputs());
    job.set("execution_status", told.status());
    ObjectNode workflow = job.putObject("workflow");
    workflow.set("prompt", prompt.graph().nodes());
    workflow.set("extra_data", prompt.extraData());
    return job;
  }

  private static String status(Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDS -> "completed";
      case CANCELLED -> "cancelled";
      default -> "failed";
    };
  }

  private static ObjectNode head(Prompt prompt, String status) {
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    job.put("id", prompt.id()).put("status", status).put("priority", prompt.number());
    return job.put("create_time", prompt.ticket().created());
  }

  private static ObjectNode counts(ObjectNode job, int files) {
    return job.put("outputs_count", files).put("previewable_outputs_count", files);
  }

  private static void preview(ObjectNode job, @Nullable Saved file) {
    if (file != null) {
      file.fill(job.putObject("preview_output"))
          .put("nodeId", file.node())
          .put("mediaType", file.key());
    }
  }
}
