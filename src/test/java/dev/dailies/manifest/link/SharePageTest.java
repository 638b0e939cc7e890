package dev.dailies.manifest.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.manifest.CheckedRow;
import dev.dailies.manifest.RowCheck;
import dev.dailies.manifest.Rows;
import dev.dailies.manifest.StudioProvider;
import dev.dailies.provider.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharePageTest {

  private final RowCheck check = StudioProvider.check();

  @ParameterizedTest
  @CsvSource({
    "https://drive.google.com/file/d/1AbC/view?usp=sharing, Google Drive",
    "https://drive.google.com/open?id=1AbC, Google Drive",
    "https://docs.google.com/document/d/1/edit, Google Docs",
    "https://www.dropbox.com/s/abc/cat.png?dl=0, Dropbox",
    "https://www.dropbox.com/scl/fi/abc/cat.png?rlkey=x&dl=0, Dropbox",
    "https://dropbox.com/s/abc/cat.png, Dropbox",
    "https://www.youtube.com/watch?v=abc, YouTube",
    "https://youtu.be/abc, YouTube",
    "https://vimeo.com/123, Vimeo",
    "https://1drv.ms/i/s!abc, OneDrive",
    "https://contoso-my.sharepoint.com/:v:/g/personal/x/abc, SharePoint",
    "https://we.tl/t-abc, WeTransfer",
    "https://www.icloud.com/iclouddrive/abc, iCloud",
    "https://imgur.com/a/abc, Imgur",
    "https://www.instagram.com/p/abc/, Instagram",
    "https://www.tiktok.com/@a/video/1, TikTok",
    "https://x.com/a/status/1, X",
    "https://TWITTER.com/a/status/1, X",
    "https://github.com/a/b/blob/main/cat.png, GitHub",
    "https://huggingface.co/a/b/blob/main/x.png, Hugging Face",
    "https://huggingface.co/datasets/a/b/blob/main/x.png, Hugging Face",
    "https://gitlab.com/a/b/-/blob/main/x.png, GitLab",
    "https://ibb.co/abc, ImgBB",
    "https://gyazo.com/abc, Gyazo",
    "https://www.mediafire.com/file/x/y.png/file, MediaFire",
    "https://commons.wikimedia.org/wiki/File:X.jpg, Wikimedia",
    "https://www.google.com/imgres?imgurl=x, Google search",
    "https://u.pcloud.link/publink/show?code=x, pCloud",
    "https://drive.proton.me/urls/x, Proton Drive",
    "https://v.douyin.com/x, Douyin",
    "https://vk.com/video1, VK"
  })
  void isNamedForWhatItIs(String url, String site) {
    CheckedRow checked = check.judge(Rows.with("image", url));

    assertThat(checked.isAccepted()).isTrue();
    assertThat(checked.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains("a page of " + site + " that");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://drive.google.com/uc?export=download&id=1AbC",
        "https://drive.usercontent.google.com/download?id=1AbC",
        "https://www.dropbox.com/s/abc/cat.png?dl=1",
        "https://www.dropbox.com/scl/fi/abc/cat.png?rlkey=x&raw=1",
        "https://dl.dropboxusercontent.com/s/abc/cat.png",
        "https://i.imgur.com/abc.png",
        "https://huggingface.co/a/b/resolve/main/x.png",
        "https://gitlab.com/a/b/-/raw/main/x.png",
        "https://i.ibb.co/abc/x.png",
        "https://i.gyazo.com/abc.png",
        "https://upload.wikimedia.org/wikipedia/commons/a/a0/X.jpg",
        "https://commons.wikimedia.org/wiki/Special:FilePath/X.jpg",
        "https://lh3.googleusercontent.com/x=w1",
        "https://storage.googleapis.com/b/x.png",
        "https://download2390.mediafire.com/a/b/x.png",
        "https://sun9-1.userapi.com/x.jpg",
        "https://pbs.twimg.com/media/abc.jpg",
        "https://notyoutube.com/abc.png",
        "https://example.org/youtube.com/a.png",
        "https://raw.githubusercontent.com/a/b/main/cat.png",
        "https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1&is=2&hm=3"
      })
  void isNoFile(String url) {
    assertThat(check.judge(Rows.with("image", url)).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://b\u00fccher.example/a.png", "HTTPS://B\u00dcCHER.example:8443/a.png"})
  void namesOfHostsAreSentInAscii(String url) {
    CheckedRow checked = check.judge(Rows.with("image", url));

    assertThat(checked.takes().get(0).shot().image())
        .matches("(?i)https://xn--bcher-kva.example(:8443)?/a.png");
    assertThat(checked.problems())
        .extracting(Problem::message)
        .containsExactly("the host is sent as it is called in ASCII: xn--bcher-kva.example");
  }
}
