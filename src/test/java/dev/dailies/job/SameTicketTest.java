package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** One generation is never two tasks. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SameTicketTest {

  @TempDir Path folder;

  @Test
  void aTicketThatAnotherTaskHasLeavesItsOwnInDoubt() throws IOException {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(StubbedApi.json("{\"id\":\"one\"}"));
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(4).api("submit-concurrency", "4");

      Ran ran = job.run();

      assertThat(ran.count(DELIVERED)).isEqualTo(1);
      assertThat(ran.count(IN_DOUBT)).isEqualTo(3);
      assertThat(ran.code()).isEqualTo(12);
      assertThat(ran.in(IN_DOUBT))
          .allMatch(name -> ran.reason(name).contains("the ticket 'one' is that of shot-"));

      Ran again = job.run();

      assertThat(again.count(IN_DOUBT)).isEqualTo(3);
      assertThat(api.posts()).hasSize(4);
    }
  }

  @Test
  void twoProvidersMayGiveOneTicket() throws IOException {
    try (StubbedApi api = new StubbedApi();
        StubbedApi other = new StubbedApi()) {
      api.creates(StubbedApi.json("{\"id\":\"17\"}"));
      other.creates(StubbedApi.json("{\"id\":17}"));
      Rehearsal job = new Rehearsal(folder, api.baseUrl());
      job.addProvider("other", other.baseUrl());
      job.manifest(
          "id,prompt,image,provider",
          "shot-01,shot-01,https://example.org/cat.jpg,cometapi",
          "shot-02,shot-02,https://example.org/cat.jpg,other");

      Ran ran = job.run();

      assertThat(ran.count(DELIVERED)).isEqualTo(2);
    }
  }
}
