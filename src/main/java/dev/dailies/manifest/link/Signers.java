package dev.dailies.manifest.link;

import java.util.List;
import java.util.stream.Stream;

/**
 * How links are signed, by whom. A parameter may be a signature to one service and the name of a
 * picture to another, so a form that many have in common signs only what can be told without it.
 */
final class Signers {

  private static final String EPOCH = "[0-9]{9,13}";

  /** A time, as no place in a video and no word is: since 1970, the same in hex, or a date. */
  private static final String MOMENT = EPOCH + "|[0-9a-f]{8}|20[0-9]{2}-?[0-9]{2}.*";

  private static final String SECRET = ".{8,}";
  private static final String JWT = "eyJ.*[.].+";

  /** Nobody else writes links so. */
  private static final List<Family> OWN =
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
          new Family("bcdn_token", "expires token_path"),
          new Family("st e", "", ".{16,}", EPOCH),
          new Family(
              "expire sig",
              "ei ip lsig sparams lsparams mh mm mn ms mv mvi pl initcwndbps mt spc svpuc ns n",
              EPOCH),
          new Family("ik-s ik-t", ""),
          new Family("sign t", "exper rlimit us", ".{16,}", EPOCH + "|[0-9a-f]{8}"),
          new Family("verify", "", EPOCH + "-.+"),
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
          // What is a secret by its name.
          new Family("_jwt", ""),
          new Family("jwt", "", "ey.+"));

  /** Bunny, Cloudflare, CDN77, nginx, imgix: a token or a digest, and perhaps when it ends. */
  private static final List<Family> COMMON =
      List.of(
          new Family("token expires", "token_path token_countries token_countries_blocked"),
          new Family("token expire", ""),
          new Family("token exp", ""),
          new Family("secure expires", ""),
          new Family("md5 expires", ""),
          new Family("hash expires", ""),
          new Family("signature expires", ""),
          new Family("signature expire", ""),
          new Family("signature exp", ""),
          new Family("sig expires", ""),
          new Family("sig exp", ""),
          new Family("sign expires", ""),
          new Family("s", "expires", "[0-9a-f]{32}"),
          new Family("token", "", ".{16,}"),
          new Family("access_token", "", ".{16,}"));

  /** The same with a time that is one, and what else is a secret by its look. */
  private static final List<Family> SURE =
      Stream.concat(
              Stream.of("token", "secure", "md5", "hash", "signature", "sig", "sign")
                  .flatMap(
                      secret ->
                          Stream.of("expires", "expire", "exp", "timestamp", "ts")
                              .map(time -> new Family(secret + " " + time, "", SECRET, MOMENT))),
              Stream.of(
                  new Family(
                      "token expires",
                      "token_path token_countries token_countries_blocked",
                      SECRET,
                      MOMENT),
                  // Tencent's and NetEase's players; Google's Media CDN; Supabase; Linear.
                  new Family("wssecret wstime", ""),
                  new Family("edge-cache-token", ""),
                  new Family("token", "", JWT),
                  new Family("access_token", "", JWT),
                  new Family("signature", "", JWT)))
          .toList();

  /** Those that were known at first, as ledgers may still have it. These are not to change. */
  static final List<Family> AT_FIRST = Stream.concat(OWN.stream(), COMMON.stream()).toList();

  /** Those of a link whose path names a file, whatever it is signed with. */
  static final List<Family> OF_A_FILE = Stream.concat(AT_FIRST.stream(), SURE.stream()).toList();

  /** Those of any other link, where a token alone may be all that says what is behind it. */
  static final List<Family> OF_ANYTHING = Stream.concat(OWN.stream(), SURE.stream()).toList();

  private Signers() {}
}
