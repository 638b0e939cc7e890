package dev.dailies.manifest.link;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the parameters that sign a URL, and differ each time it is signed, from the others. Each
 * signer has a family of them, and they sign nothing unless those that it cannot do without are
 * there together: {@code st=12} alone may be a place in a video.
 */
public final class SignedUrl {

  private static final Pattern AND = Pattern.compile("&");
  private static final Pattern WORDS = Pattern.compile(" ");
  private static final String EPOCH = "[0-9]{9,13}";

  private static final List<Family> FAMILIES =
      List.of(
          // Amazon S3, version 4 and 2, and the many stores that speak it.
          new Family("x-amz-signature", "x-amz-*"),
          new Family("awsaccesskeyid signature expires", "x-amz-security-token"),
          // Google Cloud Storage, version 4 and 2.
          new Family("x-goog-signature", "x-goog-*"),
          new Family("googleaccessid signature expires", ""),
          // CloudFront.
          new Family("signature key-pair-id", "expires policy hash-algorithm"),
          // Alibaba OSS, version 4, 2 and 1, and its CDN, type A.
          new Family("x-oss-signature", "x-oss-*"),
          new Family("ossaccesskeyid signature expires", "security-token"),
          new Family("auth_key", ""),
          // Azure: of the account, of a service, and by delegation of a user.
          new Family(
              "sig sv",
              "ss srt sr st se sp spr sip si skoid sktid skt ske sks skv skdutid saoid suoid scid"
                  + " sdd ses snapshot-sig rscc rscd rsce rscl rsct"),
          // Discord.
          new Family("ex is hm", ""),
          // Tencent COS, and its old CDN.
          new Family("q-signature", "q-* x-cos-security-token"),
          new Family("txsecret txtime", ""),
          // Volcengine TOS, Huawei OBS, Baidu BOS, Oracle and others that name it after themselves.
          new Family("x-tos-signature", "x-tos-*"),
          new Family("x-obs-signature", "x-obs-*"),
          new Family("accesskeyid signature expires", "x-obs-security-token"),
          new Family("x-bce-signature", "x-bce-*"),
          new Family("authorization x-bce-date", "x-bce-*"),
          new Family("authorization", "x-bce-*", "bce-auth-v.+"),
          // Qiniu and UCloud.
          new Family("e token", "", EPOCH),
          new Family("ucloudpublickey signature expires", ""),
          // Akamai: the token is the signature.
          new Family("hdnea", ""),
          new Family("hdnts", ""),
          new Family("hdntl", ""),
          new Family("__token__", ""),
          new Family("__gda__", ""),
          // Bunny, Cloudflare, CDN77, nginx, imgix: a token or a digest, and when it ends.
          new Family("token expires", "token_path token_countries token_countries_blocked"),
          new Family("bcdn_token", "expires token_path"),
          new Family("token expire", ""),
          new Family("token exp", ""),
          new Family("secure expires", ""),
          new Family("md5 expires", ""),
          new Family("hash expires", ""),
          new Family("st e", "", ".{16,}", EPOCH),
          new Family("signature expires", ""),
          new Family("signature expire", ""),
          new Family("signature exp", ""),
          new Family("sig expires", ""),
          new Family("sig exp", ""),
          new Family(
              "expire sig",
              "ei ip lsig sparams lsparams mh mm mn ms mv mvi pl initcwndbps mt spc svpuc ns n",
              EPOCH),
          new Family("ik-s ik-t", ""),
          new Family("sign expires", ""),
          new Family("sign t", "exper rlimit us", ".{16,}", EPOCH + "|[0-9a-f]{8}"),
          new Family("verify", "", EPOCH + "-.+"),
          new Family("s", "expires", "[0-9a-f]{32}"),
          new Family("expirationtimestamp signature", ""),
          // Backblaze B2, whose tokens say their version.
          new Family("authorization", "", "[34]_.+"),
          // Facebook and Instagram, TikTok, LinkedIn.
          new Family("oh oe", "_nc_ohc _nc_gid _nc_oc _nc_zt _nc_ht _nc_cat ccb _nc_sid edm"),
          new Family(
              "x-signature x-expires", "x-orig-* refresh_token shp shcp lk3s rk3s rrcfp rcl"),
          // Kling and Kuaishou, Bilibili.
          new Family("kssecret kstime", ""),
          new Family("deadline upsig", "uparams", EPOCH),
          new Family("e v t", "", EPOCH, "beta", ".{16,}"),
          // Firebase Storage and Google Drive.
          new Family("alt token", "", "media"),
          new Family("confirm uuid", "at"),
          // Dropbox, whose link is another each time it is copied; OneDrive; Contentful.
          new Family("rlkey st", ""),
          new Family("tempauth", ""),
          new Family("token policy", "", "ey.+", "ey.+"),
          // What is a secret by its name and by its look.
          new Family("_jwt", ""),
          new Family("jwt", "", "ey.+"),
          new Family("token", "", ".{16,}"),
          new Family("access_token", "", ".{16,}"));

  private SignedUrl() {}

  /** The URL as it is without its signature; anything else as it is. */
  public static String withoutSignature(String url) {
    int query = url.indexOf('?');
    if (query < 0 || !url.regionMatches(true, 0, "http", 0, 4)) {
      return url;
    }
    int hash = url.indexOf('#', query);
    int end = hash < 0 ? url.length() : hash;
    List<String> parameters = AND.splitAsStream(url.substring(query + 1, end)).toList();
    Set<String> signing = signing(parameters);
    String kept =
        parameters.stream()
            .filter(parameter -> !signing.contains(name(parameter)))
            .collect(Collectors.joining("&"));
    return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept) + url.substring(end);
  }

  private static Set<String> signing(List<String> parameters) {
    Set<String> signing = new TreeSet<>();
    FAMILIES.stream()
        .filter(family -> family.signs(parameters))
        .forEach(
            family ->
                parameters.stream()
                    .map(SignedUrl::name)
                    .filter(family::isLike)
                    .forEach(signing::add));
    return signing;
  }

  private static String name(String parameter) {
    return parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static String value(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0 ? "" : parameter.substring(equals + 1);
  }

  /**
   * The parameters of one way to sign.
   *
   * @param needed without these there is no signature
   * @param values how the values of those look, in their order; empty if they may be anything
   * @param more what may be there besides; a star at the end stands for any ending
   */
  private record Family(List<String> needed, List<Pattern> values, List<String> more) {

    Family(String needed, String more, String... values) {
      this(words(needed), List.of(values).stream().map(Pattern::compile).toList(), words(more));
    }

    private static List<String> words(String words) {
      return WORDS.splitAsStream(words).filter(word -> !word.isEmpty()).toList();
    }

    boolean signs(List<String> parameters) {
      for (int i = 0; i < needed.size(); i++) {
        String name = needed.get(i);
        Pattern value = i < values.size() ? values.get(i) : null;
        if (parameters.stream()
            .noneMatch(
                parameter ->
                    name(parameter).equals(name)
                        && !value(parameter).isEmpty()
                        && (value == null || value.matcher(value(parameter)).matches()))) {
          return false;
        }
      }
      return true;
    }

    boolean isLike(String name) {
      return needed.contains(name) || more.stream().anyMatch(other -> isLike(other, name));
    }

    private static boolean isLike(String other, String name) {
      return other.endsWith("*")
          ? name.startsWith(other.substring(0, other.length() - 1))
          : name.equals(other);
    }
  }
}
