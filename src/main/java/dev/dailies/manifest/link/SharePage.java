package dev.dailies.manifest.link;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the addresses of pages that show a file: a provider that fetches one gets the page. */
public final class SharePage {

  private static final String DIRECT =
      "give the file's own address, or download it and give a path";

  private static final Map<String, Pattern> PAGES =
      Map.ofEntries(
          page("Google Drive", "drive\\.google\\.com/(file/d/|open|drive/|folderview).*"),
          page(
              "Google Docs",
              "docs\\.google\\.com/(document|spreadsheets|presentation|drawings|file)/"
                  + "(?!.*/export[/?]).*"),
          page("Google Photos", "(photos\\.app\\.goo\\.gl|photos\\.google\\.com)/.*"),
          page("Dropbox", "(www\\.)?dropbox\\.com/(s|sh|scl|t|home)/(?!.*[?&](dl=1|raw=1)(&|$)).*"),
          page("YouTube", "((www|m|music)\\.)?(youtube(-nocookie)?\\.com|youtu\\.be)/.*"),
          page("Vimeo", "((www|player)\\.)?vimeo\\.com/.*"),
          page("OneDrive", "(1drv\\.ms|onedrive\\.live\\.com)/(?!.*[?&/]download(=|[.?&]|$)).*"),
          page(
              "SharePoint",
              "[a-z0-9-]+(-my)?\\.sharepoint\\.com/(?!.*(download=1|/download\\.aspx)).*"),
          page(
              "WeTransfer",
              "(www\\.)?(we\\.tl|wetransfer\\.com)/.*|[a-z0-9-]+\\.wetransfer\\.com/.*"),
          page("iCloud", "(www\\.|share\\.)?icloud\\.com/.*"),
          page("Imgur", "(www\\.|m\\.)?imgur\\.com/(?!.*\\.(jpe?g|png|gif|mp4|webp)$).*"),
          page("Instagram", "(www\\.)?instagram\\.com/.*"),
          page("TikTok", "((www|vm|vt|m)\\.)?tiktok\\.com/.*"),
          page("X", "((www|mobile)\\.)?(x|twitter)\\.com/.*"),
          page("Facebook", "((www|m|web)\\.)?(facebook\\.com|fb\\.watch)/.*"),
          page("Pinterest", "([a-z]{2,3}\\.)?pinterest\\.[a-z.]{2,6}/.*|pin\\.it/.*"),
          page("Reddit", "((www|old|new)\\.)?reddit\\.com/.*"),
          page("Flickr", "(www\\.)?flickr\\.com/photos/.*|flic\\.kr/.*"),
          page("Box", "([a-z0-9-]+\\.)*box\\.com/(?!.*/shared/static/)(s|v|file|folder)/.*"),
          page("MEGA", "mega\\.(nz|io)/.*"),
          page("Frame.io", "(app\\.frame\\.io|f\\.io|next\\.frame\\.io)/.*"),
          page("Canva", "(www\\.)?canva\\.com/.*"),
          page("Figma", "(www\\.)?figma\\.com/.*"),
          page("Streamable", "(www\\.)?streamable\\.com/.*"),
          page("Loom", "(www\\.)?loom\\.com/.*"),
          page("Giphy", "(www\\.)?giphy\\.com/(gifs|clips|stickers)/.*"),
          page("GitHub", "github\\.com/[^/]+/[^/]+/blob/(?!.*[?&]raw=(1|true)).*"),
          page("GitLab", "gitlab\\.com/.+/-/blob/.*"),
          page("Hugging Face", "(www\\.)?(huggingface\\.co|hf\\.co)/.+/blob/.*"),
          page("Bitbucket", "bitbucket\\.org/[^/]+/[^/]+/src/.*"),
          page("ImgBB", "(www\\.)?ibb\\.co/.*"),
          page("Postimages", "(www\\.)?postimg\\.cc/.*"),
          page("Gyazo", "(www\\.)?gyazo\\.com/(?!.*\\.(jpe?g|png|gif|mp4)$).*"),
          page("Lightshot", "(www\\.)?prnt\\.sc/.*"),
          page("MediaFire", "(www\\.)?mediafire\\.com/(file|view|folder)/.*"),
          page("Gofile", "(www\\.)?gofile\\.io/d/.*"),
          page("pCloud", "(u|e)\\.pcloud\\.(link|com)/publink/.*"),
          page("Proton Drive", "drive\\.proton\\.me/urls/.*"),
          page("Adobe", "(adobe\\.ly|lightroom\\.adobe\\.com/shares)/.*"),
          page("Wikimedia", "[a-z.]*(wikimedia|wikipedia)\\.org/wiki/(File|Datei|Fichier):.*"),
          page(
              "Google search",
              "(www\\.)?google\\.[a-z.]{2,6}/(imgres|url|search)[?].*|share\\.google/.*"),
          page("Bing", "(www\\.)?bing\\.com/images/.*"),
          page("VK", "(m\\.)?vk\\.(com|ru)/(video|photo|clip|wall|album).*"),
          page("Douyin", "((www|v)\\.)?douyin\\.com/.*"),
          page("Kuaishou", "((www|v)\\.)?kuaishou\\.com/.*"),
          page("Xiaohongshu", "((www)\\.)?xiaohongshu\\.com/.*|xhslink\\.com/.*"),
          page("Weibo", "((www|m)\\.)?weibo\\.(com|cn)/.*"),
          page("Threads", "(www\\.)?threads\\.(net|com)/.*"),
          page("Bluesky", "bsky\\.app/profile/.*"),
          page("Twitch", "((www|m|clips)\\.)?twitch\\.tv/.*"),
          page("Dailymotion", "((www)\\.)?dailymotion\\.com/video/.*|dai\\.ly/.*"),
          page("Midjourney", "(www\\.)?midjourney\\.com/jobs/.*"),
          page("Civitai", "(www\\.)?civitai\\.com/images/.*"),
          page("ArtStation", "(www\\.)?artstation\\.com/artwork/.*"),
          page("Notion", "(www\\.)?notion\\.so/(?!image/|signed/).*"),
          page("Bilibili", "((www|m)\\.)?bilibili\\.com/.*|b23\\.tv/.*"),
          page("Baidu Netdisk", "(pan|yun)\\.baidu\\.com/.*"),
          page("Yandex Disk", "(disk\\.yandex\\.[a-z.]{2,6}|yadi\\.sk)/.*"),
          page("Discord", "((ptb|canary)\\.)?discord(app)?\\.com/channels/.*"),
          page("Artlist", "artlist\\.io/.*"),
          page("Pexels", "(www\\.)?pexels\\.com/(photo|video)/(?!.*/download).*"),
          page("Unsplash", "unsplash\\.com/photos/(?!.*/download).*"),
          page("Pixabay", "pixabay\\.com/(?!get/).*"));

  private SharePage() {}

  /** The name of the site whose page the URL is; empty if it may be the file itself. */
  public static Optional<String> of(String url) {
    String rest = HostName.plain(url).replaceFirst("(?i)^https?://", "");
    int slash = rest.indexOf('/');
    String place = slash < 0 ? rest + "/" : rest;
    return PAGES.entrySet().stream()
        .filter(page -> page.getValue().matcher(place).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What to do about it. */
  public static String fix(String site) {
    return switch (site) {
      case "Dropbox" -> "write dl=1 instead of dl=0 at its end";
      case "Google Drive" ->
          "share it for everybody and give the address of its download, or download it and give a"
              + " path";
      case "GitHub", "GitLab", "Hugging Face", "Bitbucket" ->
          "give the address behind its button Raw or Download";
      default -> DIRECT;
    };
  }

  private static Map.Entry<String, Pattern> page(String site, String form) {
    return Map.entry(site, Pattern.compile(form, Pattern.CASE_INSENSITIVE));
  }
}
